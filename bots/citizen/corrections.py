"""In which language one's own contribution is: shown on its card, corrected with two taps."""

from typing import get_args

from bots.citizen.consent import ask_consent
from bots.citizen.language import NAMES
from bots.citizen.mine import WITHDRAWN, own, show_item
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from events.contributions import LanguageCorrected, Written

CODES = frozenset(get_args(Written))


async def on_language(visit: Visit) -> None:
    """Offer the six languages, and another."""
    item, say = await own(visit, visit.wish.arg(0)), visit.say
    if item is None or item.state == WITHDRAWN:
        return visit.note(say.plain("citizen-gone"))
    ref = item.reference
    buttons = [(name, f"mk:{ref}:{code}") for code, name in NAMES.items()]
    other = (say.plain("citizen-button-language-other"), f"mk:{ref}:other")
    rows: list[Row] = [buttons[:3], buttons[3:], [other], [(say.plain("back"), f"m:{ref}")]]
    text = "\n\n".join([say("citizen-quoted", ref=ref, text=item.text), say("citizen-item-language", ref=ref)])
    return await visit.show(text, rows)


async def on_choice(visit: Visit) -> None:
    """Note what the author says, and go back to the card."""
    if not visit.known:
        return await ask_consent(visit, "go:mine")
    item, code = await own(visit, visit.wish.arg(0)), visit.wish.arg(1)
    if item is None or code not in CODES:
        return visit.note(visit.say.plain("citizen-gone"))
    outcome = await visit.act(LanguageCorrected, contribution=item.id, language=code)
    if await unsettled(visit, outcome, wanted="go:mine"):
        return None
    visit.note(visit.say.plain("citizen-item-language-noted"))
    return await show_item(visit, await own(visit, item.reference) or item)


def answers() -> Answers:
    return Answers(tapped={"ml": on_language, "mk": on_choice})
