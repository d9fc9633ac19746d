"""In which language a contribution is, how sure that is, and how it is known; its author may correct it.

Many contributions are a handful of words, of which no machine knows the language. Then it is the one that the author
wrote last and surely, else the one that they are spoken to in, else that of the theme.
"""

from dataclasses import dataclass

from sqlmodel import col, select

from deliberation.language import SURE, detect
from events.contributions import Contribution as Given
from events.contributions import LanguageCorrected
from storage.ledger import Handler, Refused, Work, each
from storage.redaction import NOBODY, UNTOLD
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from storage.tables.themes import Theme
from workers.decisions import own, participant

SAID = ("detected", "corrected")  # sources that tell what a person writes in


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language (`other`: none of the six), how sure the text itself makes it (0…1), and where it is known from.

    `source`: import, detected, history, chosen, theme, or corrected.
    """

    code: str
    confidence: float
    source: str


def said_with(given: Given) -> Spoken | None:
    """Return the language that comes with a contribution, None where it must be found."""
    return Spoken(given.language, 1.0, "chosen" if given.origin == "chat" else "import") if given.language else None


async def language_of(work: Work, text: str, author: Citizen, theme: Theme) -> Spoken:
    """Return the language of a text that has just come in."""
    found = detect(text)
    sure = round(found.confidence, 2)  # what is behind it differs from machine to machine
    if sure >= SURE:
        return Spoken(found.code, sure, "detected")
    if before := await written_last(work, author):
        return Spoken(before, sure, "history")
    if author.language:
        return Spoken(author.language, sure, "chosen")
    return Spoken(theme.language or found.code, sure, "theme")


async def written_last(work: Work, author: Citizen) -> str | None:
    """Return the language that a person wrote in last, of which somebody or something was sure."""
    query = select(Contribution.language).where(
        Contribution.author == author.id, col(Contribution.language_source).in_(SAID)
    )
    newest = query.order_by(col(Contribution.received_at).desc(), col(Contribution.id)).limit(1)
    return (await work.session.exec(newest)).one_or_none()


async def correct(work: Work, corrected: LanguageCorrected) -> None:
    """Note the language that the author says; nothing else about the contribution changes."""
    await participant(work, corrected.citizen)
    found = await own(work, corrected.contribution, corrected.citizen)
    if found.state == "withdrawn":
        raise Refused("decided", ref=found.reference, state=found.state)
    found.language = corrected.language or UNTOLD
    found.language_confidence, found.language_source = 1.0, "corrected" if corrected.language else NOBODY
    work.settle(corrected, "language_corrected", ref=found.reference)


def handlers() -> dict[str, Handler]:
    return {LanguageCorrected.kind: each(correct)}
