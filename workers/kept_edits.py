"""The kept changes of topics as the mathematics takes them: in the words of the texts that they name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from deliberation.topic_edits import Edit, Merged, Parted, Renamed
from events.topics import TopicParted, TopicRenamed, TopicsMerged
from storage.read_models.topics import TopicEditView
from storage.redaction import ERASED


def edits_in(words: Mapping[UUID, str], kept: Sequence[TopicEditView]) -> tuple[Edit, ...]:
    """Return edits in the words of the texts that they name; one of which too little is left is none any more."""

    def said(ids: Iterable[UUID]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(words[each] for each in ids if each in words))

    return tuple(_edits((each, said(each.contributions), said(each.others)) for each in kept))


def _edits(kept: Iterable[tuple[TopicEditView, tuple[str, ...], tuple[str, ...]]]) -> Iterator[Edit]:
    for edit, texts, others in kept:
        if not texts:
            continue
        if edit.kind == TopicRenamed.kind and edit.title and edit.title != ERASED:
            yield Renamed(texts, edit.title)
        elif edit.kind == TopicsMerged.kind and others:
            yield Merged(texts, others)
        elif edit.kind == TopicParted.kind:
            yield Parted(texts, others)
