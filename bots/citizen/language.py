"""/language: six of them, by a button each."""

from aiogram import Router
from aiogram.types import TelegramObject

from bots.citizen.consent import shortened, welcome_stranger
from bots.citizen.home import menu
from bots.citizen.identity import LANGUAGES, Identities
from bots.citizen.refusals import unsettled
from bots.citizen.routes import routes
from bots.citizen.visit import Person, Row, Visit
from bots.wording import wording
from events.citizens import LanguageChosen

NAMES = {"fr": "Français", "en": "English", "it": "Italiano", "es": "Español", "zh": "中文", "ar": "العربية"}


async def on_language(_event: TelegramObject, visit: Visit, identities: Identities) -> None:
    code = visit.wish.words.lower()
    if code in LANGUAGES:
        return await speak(visit, identities, code, "")
    return await offer(visit, "")


async def on_offer(_event: TelegramObject, visit: Visit) -> None:
    """Offer the languages from the consent card, whose payload goes with them."""
    await offer(visit, visit.wish.data.partition(":")[2])


async def offer(visit: Visit, want: str) -> None:
    buttons = [(NAMES[code], shortened(f"lc:{code}:{want}").rstrip(":")) for code in LANGUAGES]
    rows: list[Row] = [buttons[:3], buttons[3:]]
    await visit.show(visit.say("citizen-language"), rows)


async def on_choice(_event: TelegramObject, visit: Visit, identities: Identities) -> None:
    _, code, want = (*visit.wish.data.split(":", 2), "", "")[:3]
    if code in LANGUAGES:
        await speak(visit, identities, code, want)
    else:
        visit.note(visit.say.plain("citizen-gone"))


async def speak(visit: Visit, identities: Identities, code: str, want: str) -> None:
    """Speak another language from now on; a stranger's choice lives in the card that is shown next."""
    if not visit.known:
        return await welcome_stranger(visit, code, want)
    outcome = await visit.act(LanguageChosen, language=code)
    if outcome and await unsettled(visit, outcome, identities, wanted="go:language"):
        return None
    visit.person, visit.say = identities.remember(visit.account, Person(visit.citizen, code)), wording(code)
    (await visit.talk()).language = code
    return await visit.show(visit.say("citizen-language-chosen", name=NAMES[code]), menu(visit.say))


def router() -> Router:
    return routes("language", typed={"/language": on_language}, tapped={"ls": on_offer, "lc": on_choice})
