"""The hints on a waiting contribution's card, in words; what is meant is marked in the text."""

from collections.abc import Iterable, Sequence
from html import escape

from bots.moderator.visit import Visit
from bots.wording import listed
from storage.read_models.contributions import ContributionView
from storage.read_models.queue import Card

NEAR = 200  # characters of a text that says the same
MOST_WORDS = 8
RUDE, PERSONAL = "u", "s"  # tags: underlined, struck through

Span = tuple[int, int, str]  # from, to, tag


def hints(visit: Visit, card: Card) -> Iterable[str]:
    """Yield the hints, a line each: first the language, then what asks for care."""
    say, item = visit.say, card.item
    percent = round(100 * item.language_confidence)
    yield say("moderator-hint-language", language=item.language, source=item.language_source, percent=percent)
    if card.personal:
        kinds = dict.fromkeys(say.plain(f"personal-{found.kind}") for found in card.personal)
        yield say("moderator-hint-personal", kinds=listed(sorted(kinds), say.language))
    if card.rude:
        words = dict.fromkeys(item.text[start:end] for start, end in card.rude)
        yield say("moderator-hint-rude", words=listed(list(words)[:MOST_WORDS], say.language))
    for hint in card.hints:
        yield say(f"moderator-hint-{hint.sign.replace('_', '-')}", count=hint.count)


def company(visit: Visit, card: Card) -> Iterable[str]:
    """Yield what says the same: its copies, then what is similar."""
    for key, found in (("moderator-near", card.near), ("moderator-similar", card.similar)):
        if found:
            lines = [visit.say("moderator-near-item", ref=each.reference, text=clipped(each.text)) for each in found]
            yield "\n".join([visit.say(key), *lines])


def clipped(text: str) -> str:
    return text if len(text) <= NEAR else f"{text[: NEAR - 1].rstrip()}…"


def shown(card: Card) -> str:
    """Return the text as HTML, with what is meant by the hints marked in it."""
    personal = [(found.start, found.end, PERSONAL) for found in card.personal]
    return marked(card.item.text, [*personal, *((start, end, RUDE) for start, end in card.rude)])


def marked(text: str, spans: Sequence[Span]) -> str:
    """Return a text as HTML with tags around these spans; of two that overlap the first counts."""
    parts, end = [], 0
    for start, stop, tag in sorted(spans):
        if start >= end:
            parts += [escape(text[end:start], quote=False), f"<{tag}>{escape(text[start:stop], quote=False)}</{tag}>"]
            end = stop
    return "".join([*parts, escape(text[end:], quote=False)])


def relatives(card: Card) -> tuple[ContributionView, ...]:
    """Return what an item may be merged into."""
    return (*card.near, *card.similar)
