"""What people may say of themselves, in words: the same for those who say it and for those who count."""

from bots.wording import Wording
from deliberation.strata import AGES, ELSEWHERE


def named(say: Wording, stratum: str, value: str) -> str:
    """Return a value as people read it: an area by the name that the city gave it."""
    if stratum == "age" and value in AGES:
        first, last = AGES[value]
        return say.plain("document-age", first=first, last=last)
    if stratum == "actor":
        return say.plain("document-actor", kind=value.replace("_", "-"))
    return say.plain("document-elsewhere") if value == ELSEWHERE else value
