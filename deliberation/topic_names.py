"""Topics keep their number from one computing to the next, by the contributions that they share."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Text = TypeVar("Text", bound=Hashable)


def numbered(members: Sequence[Sequence[Text]], before: Mapping[Text, int], last: int) -> list[int]:
    """Return a number for each topic: that of the topic before with which it shares the most texts.

    All together as many texts as possible keep theirs (Kuhn: "The Hungarian method for the assignment problem", Naval
    Research Logistics Quarterly 2, 1955). A topic that shares none gets a number after `last`, the last ever given.
    """
    shared = [Counter(before[text] for text in texts if text in before) for texts in members]
    known = sorted({number for count in shared for number in count})
    place = {number: index for index, number in enumerate(known)}
    common = np.zeros((len(members), len(known)))
    for topic, count in enumerate(shared):
        for number, texts in count.items():
            common[topic, place[number]] = texts
    kept = {
        topic: known[index]
        for topic, index in zip(*linear_sum_assignment(-common), strict=True)
        if common[topic, index]
    }
    new = iter(range(last + 1, last + 1 + len(members)))
    return [kept[topic] if topic in kept else next(new) for topic in range(len(members))]
