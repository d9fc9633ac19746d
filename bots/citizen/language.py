"""/language: six of them, by a button each."""

from bots.citizen.consent import shortened, welcome_stranger
from bots.citizen.home import menu
from bots.citizen.identity import LANGUAGES, Person
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from events.citizens import LanguageChosen

NAMES = {"fr": "Français", "en": "English", "it": "Italiano", "es": "Español", "zh": "中文", "ar": "العربية"}


async def on_language(visit: Visit) -> None:
    words = visit.wish.words.lower()
    code = next((code for code, name in NAMES.items() if words in {code, name.lower()}), "")
    if code:
        return await speak(visit, code, "")
    return await offer(visit, "")


async def on_offer(visit: Visit) -> None:
    """Offer the languages from the consent card, whose payload goes with them."""
    await offer(visit, visit.wish.data.partition(":")[2])


async def offer(visit: Visit, want: str) -> None:
    buttons = [(NAMES[code], shortened(f"lc:{code}:{want}").rstrip(":")) for code in LANGUAGES]
    rows: list[Row] = [buttons[:3], buttons[3:]]
    await visit.show(visit.say("citizen-language"), rows)


async def on_choice(visit: Visit) -> None:
    _, code, want = (*visit.wish.data.split(":", 2), "", "")[:3]
    if code in LANGUAGES:
        await speak(visit, code, want)
    else:
        visit.note(visit.say.plain("citizen-gone"))


async def speak(visit: Visit, code: str, want: str) -> None:
    """Speak another language from now on; a stranger's choice lives in the card that is shown next."""
    if not visit.known:
        return await welcome_stranger(visit, code, want)
    outcome = await visit.act(LanguageChosen, language=code)
    if outcome and await unsettled(visit, outcome, wanted="go:language"):
        return None
    visit.introduce(Person(visit.citizen, code))
    (await visit.talk()).language = code
    return await visit.show(visit.say("citizen-language-chosen", name=NAMES[code]), menu(visit.say))


def answers() -> Answers:
    return Answers(typed={"/language": on_language}, tapped={"ls": on_offer, "lc": on_choice})
