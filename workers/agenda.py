"""The agenda of a theme: topics become items, backing becomes ballots, equal shares of the time choose.

An item is a topic in which questions were admitted; it costs the minutes that so many questions take. What moderators
pinned comes first and off the time; what they dropped is not chosen among. A ballot is a person who asked or supports a
question, and approves the topics of these questions. Whoever only agrees or disagrees with opinions holds no part of
the time: that draws the map, whose groups (of ten people at least) say who pays for an item.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from deliberation.disclosure import SMALLEST
from deliberation.equal_shares import Miss, Selection, equal_shares
from deliberation.topics import Topics
from storage.read_models.amendments import AmendmentView
from storage.read_models.sessions import SessionView
from workers.amended import Item, amended, on_the_agenda
from workers.explanations import why
from workers.material import Material, hashed

WITHOUT_SESSION = 180  # minutes
FINE = 200  # units that each voter's share is counted in at least: Add1 then grows in small steps
SIZES = ((8, 30), (3, 20), (0, 15))  # from so many questions on, an item takes so many minutes
TRIED = 3  # missed topics, the nearest: to find how many more supporters would have done takes several runs of each
LARGEST = 10_000  # people times topics, beyond which a run takes too long to be tried again and again
CROWD = 10  # times as many as there are: more people than that are not thought of
OTHERS = "others"  # who pays without being in a group that may be shown

Payments = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Plan:
    """When, where and for how long people meet; without a session only the time budget is known."""

    minutes: int
    starts_at: datetime | None = None
    place: str | None = None

    @classmethod
    def of(cls, sessions: Sequence[SessionView], now: datetime) -> "Plan":
        """Return the plan of the next session, or of the last that was held; what was cancelled does not count."""
        standing = [each for each in sessions if not each.cancelled]
        ordered = sorted(standing, key=lambda each: (each.starts_at, each.minutes, each.place))
        chosen = next((each for each in ordered if each.starts_at > now), ordered[-1] if ordered else None)
        return cls(chosen.minutes, chosen.starts_at, chosen.place) if chosen else cls(WITHOUT_SESSION)


def items_of(material: Material, found: Topics) -> list[Item]:
    """Make an item of each topic with questions, in the order of the topics; `found` are those of all texts."""
    items = []
    for topic, title in enumerate(found.titles):
        inside = (material.texts[index] for index in sorted(found.members[topic]))
        mine = [text for text in inside if text.kind == "question"]
        if not mine:
            continue
        key = sha256("\n".join(sorted(question.text for question in mine)).encode()).hexdigest()
        backers = frozenset[UUID]().union(*(material.backers[question.id] for question in mine))
        references = tuple(question.reference for question in mine)
        items.append(Item(key, topic, title, minutes_for(len(mine)), references, backers))
    return items


def minutes_for(questions: int) -> int:
    return next(minutes for least, minutes in SIZES if questions >= least)


@dataclass(frozen=True, slots=True)
class Vote:
    """The items as an election: their cost and the time in units, of which `unit` make a minute; a ballot by person."""

    costs: Mapping[str, int]
    ballots: tuple[frozenset[str], ...]
    time: int
    unit: int
    tie_seed: str

    @classmethod
    def of(cls, items: Sequence[Item], minutes: int, tie_seed: str) -> "Vote":
        people = people_of(items)
        unit = max(1, math.ceil(FINE * len(people) / max(1, minutes)))
        return cls(
            costs={item.key: item.minutes * unit for item in items},
            ballots=tuple(frozenset(item.key for item in items if person in item.backers) for person in people),
            time=minutes * unit,
            unit=unit,
            tie_seed=tie_seed,
        )

    def outcome(self, *further: frozenset[str]) -> Selection:
        """Run the Method of Equal Shares, with further people's ballots."""
        return equal_shares(self.costs, [*self.ballots, *further], self.time, tie_seed=self.tie_seed)

    def sufficient(self, key: str, guess: int) -> int | None:
        """Return with how many more supporters an item is chosen, and with one less not; None: no number would do.

        They are people who ask for this alone; the time that all share stays what it is, so each holds a little less.
        """
        if self.costs[key] > self.time:
            return None
        too_few, enough = 0, max(1, guess)
        while not self.chosen_with(key, enough):
            too_few, enough = enough, 2 * enough
            if enough > CROWD * len(self.ballots):
                return None
        while enough - too_few > 1:
            between = (too_few + enough) // 2
            too_few, enough = (too_few, between) if self.chosen_with(key, between) else (between, enough)
        return enough

    def chosen_with(self, key: str, supporters: int) -> bool:
        return key in self.outcome(*[frozenset({key})] * supporters).selected


def people_of(items: Sequence[Item]) -> list[UUID]:
    return sorted(frozenset[UUID]().union(*(item.backers for item in items)))


def document(
    material: Material,
    found: Topics,
    plan: Plan,
    groups: Mapping[UUID, int],
    amendments: Sequence[AmendmentView] = (),
    *,
    language: str,
) -> dict[str, Any]:
    """Return the agenda as the contract describes it."""
    items = [amended(item, amendments) for item in items_of(material, found)]
    pinned = on_the_agenda(items, plan.minutes)
    open_ones = {item.key: item for item in items if item.pinned is None and item.dropped is None}
    left = plan.minutes - sum(item.minutes for item in pinned)
    vote = Vote.of(list(open_ones.values()), left, material.input_hash)
    chosen, voters = vote.outcome(), people_of(list(open_ones.values()))
    order: list[tuple[Item, str, Payments]] = [
        *((item, "pinned", by_all(item)) for item in pinned),
        *(
            (open_ones[key], how(chosen, key), paid_by(open_ones[key], chosen, voters, groups))
            for key in chosen.selected
        ),
    ]
    lacks = all_lacking(vote, chosen.missed)
    missed = [(open_ones[key], lacks[key]) for key in chosen.missed]
    by_hand = [(item, None) for item in items if item.dropped is not None or (item.pinned and item not in pinned)]
    return {
        "theme": material.theme,
        "version": None,
        "input_hash": hash_of(material, plan, amendments),
        "time_budget_minutes": plan.minutes,
        "method": "equal-shares",
        "proportional": True,
        "items": list(rows(order, plan, language)),
        "not_selected": [
            left_out(item, lack, language)
            for item, lack in sorted([*missed, *by_hand], key=lambda each: (-len(each[0].backers), each[0].title))
        ],
    }


def how(chosen: Selection, key: str) -> str:
    return "filled" if key in chosen.filled else "bought"


def by_all(item: Item) -> Payments:
    """Return that the common remainder pays."""
    return [{"group": None, "minutes": item.minutes}]


def hash_of(material: Material, plan: Plan, amendments: Sequence[AmendmentView]) -> str:
    """Return the hash of all that the agenda is made of; what was amended is named by the place of its text."""
    content = f"{material.input_hash}|{plan.minutes}|{plan.starts_at}|{plan.place}"
    place = {text.reference: n for n, text in enumerate(material.texts)}
    done = [[place[each.question], each.what, each.words] for each in amendments if each.question in place]
    return sha256((f"{content}|{hashed(done)}" if done else content).encode()).hexdigest()


def rows(order: Sequence[tuple[Item, str, Payments]], plan: Plan, language: str) -> Iterator[dict[str, Any]]:
    """Yield the items one after the other, from the beginning of the session on if there is one."""
    begins = plan.starts_at
    for rank, (item, reason, paid) in enumerate(order, start=1):
        ends = begins + timedelta(minutes=item.minutes) if begins else None
        yield {
            "rank": rank,
            "title": item.title,
            "original_title": item.original,
            "pinned": reason == "pinned",
            "minutes": item.minutes,
            "starts_at": begins.isoformat() if begins else None,
            "ends_at": ends.isoformat() if ends else None,
            "place": plan.place,
            "topic": item.topic,
            "supporters": len(item.backers),
            "questions": list(item.questions),
            "paid_by": paid,
            "why": why(reason, language, supporters=len(item.backers)),
        }
        begins = ends


def left_out(item: Item, lacks: Mapping[str, Any] | None, language: str) -> dict[str, Any]:
    """Return an item that is not on the agenda, and why: what it lacked, or what a moderator says."""
    if lacks is None:
        reason = why("no_room" if item.pinned else "dropped", language, words=item.dropped)
    else:
        kind = "missed" if lacks["supporters"] else "short"
        reason = why(kind, language, short=lacks["minutes"], more=lacks["supporters"])
    return {
        "title": item.title,
        "original_title": item.original,
        "dropped": item.dropped,
        "supporters": len(item.backers),
        "questions": list(item.questions),
        "lacks": lacks,
        "why": reason,
    }


def all_lacking(vote: Vote, missed: Mapping[str, Miss]) -> dict[str, dict[str, Any]]:
    """Return the minutes, to a tenth, that each missed item's supporters had too little, and how many more would do.

    The latter is None where it was not tried, or where no number would do.
    """
    short = {key: max(miss.short, vote.costs[key] - vote.time) / vote.unit for key, miss in missed.items()}
    few = TRIED if len(vote.ballots) * len(vote.costs) <= LARGEST else 0
    nearest = sorted(short, key=lambda key: (short[key], key))[:few]
    more = {key: vote.sufficient(key, missed[key].more) for key in nearest}
    return {key: {"minutes": max(0.1, round(short[key], 1)), "supporters": more.get(key)} for key in missed}


def paid_by(item: Item, chosen: Selection, voters: Sequence[UUID], groups: Mapping[UUID, int]) -> Payments:
    """Return who pays how many minutes, to a tenth, summing to the item's minutes exactly.

    Of a group fewer than ten of whom pay nothing is told: how much they pay would say how many they are.
    """
    if item.key in chosen.filled:
        return by_all(item)
    paid: dict[object, list[float]] = {}
    for voter, amount in chosen.payments[item.key].items():
        paid.setdefault(groups.get(voters[voter], OTHERS), []).append(amount)
    paid = without_few(paid)
    shares = {group: math.fsum(amounts) for group, amounts in paid.items()}  # the same in any order of the voters
    tenths = apportioned(shares, item.minutes * 10)
    return [{"group": group, "minutes": tenths[group] / 10} for group in sorted(tenths, key=str)]


def without_few(paid: Mapping[object, list[float]]) -> dict[object, list[float]]:
    """Count groups of few payers with the others, and the smallest that is left too, should those be few as well."""
    told = {group: amounts for group, amounts in paid.items() if group != OTHERS and len(amounts) >= SMALLEST}
    others = [amount for group, amounts in paid.items() if group not in told for amount in amounts]
    while told and 0 < len(others) < SMALLEST:
        others += told.pop(min(told, key=lambda group: (len(told[group]), str(group))))
    return {**told, **({OTHERS: others} if others else {})}


def apportioned(shares: Mapping[object, float], total: int) -> dict[object, int]:
    """Round shares to whole parts of `total` by largest remainders."""
    whole = math.fsum(shares.values())
    if not whole:
        return {None: total}
    exact = {key: share * total / whole for key, share in shares.items()}
    rounded = {key: math.floor(part) for key, part in exact.items()}
    left = total - sum(rounded.values())
    for key in sorted(exact, key=lambda key: (rounded[key] - exact[key], str(key)))[:left]:
        rounded[key] += 1
    return {key: part for key, part in rounded.items() if part}
