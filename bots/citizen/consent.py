"""The consent card: shown before anybody acts, it leads back to what was wanted.

What a stranger chose (language, poster's payload, wish) lies in the card's own buttons and nowhere else.
"""

from bots.citizen.current import visible
from bots.citizen.visit import Row, Visit
from bots.seal import MOST
from bots.wording import Wording, wording
from events.citizens import PLACE, POSTER
from storage.read_models.themes import ThemeView


async def ask_consent(visit: Visit, wanted: str) -> None:
    """Ask for consent before an act; `wanted` is the data of the button that would do it."""
    await visit.show(
        notice(visit, visit.say, "citizen-consent-first"), rows(visit.say, visit.person.language, f">{wanted}")
    )


async def welcome_stranger(visit: Visit, language: str, payload: str) -> None:
    """Greet somebody who has not consented; `payload` came with the poster's link."""
    say = wording(language)
    theme = await announced_on(visit, payload)
    greeting = say("citizen-welcome", city=visit.face.place)
    if theme:
        greeting += "\n\n" + say("citizen-welcome-theme", theme=theme.title)
    look = f"t:{theme.slug}" if theme else "go:themes"
    await visit.show(f"{greeting}\n\n{notice(visit, say)}", [*rows(say, language, payload), _read_first(say, look)])


async def announced_on(visit: Visit, poster: str) -> ThemeView | None:
    """Return the theme that a poster announces: `theme-<slug>`, or `theme-<slug>_<where it hangs>`."""
    slug = poster.removeprefix(POSTER).partition(PLACE)[0] if poster.startswith(POSTER) else ""
    return await visible(visit, slug)


def notice(visit: Visit, say: Wording, *before: str) -> str:
    """Return the short privacy notice, after other sentences where there are any."""
    return "\n\n".join([*(say(key) for key in before), say("citizen-privacy-short", city=visit.face.place)])


def rows(say: Wording, language: str, want: str) -> list[Row]:
    return [
        [(say.plain("citizen-button-consent"), shortened(f"j:{language}:{want}"))],
        [
            (say.plain("citizen-button-privacy"), "go:privacy"),
            (say.plain("citizen-button-language"), shortened(f"ls:{want}")),
        ],
    ]


def _read_first(say: Wording, look: str) -> Row:
    return [(say.plain("citizen-button-read-first"), look)]


def shortened(data: str) -> str:
    """Return data that fits a button: a wish that would be cut is left out, a poster's payload is cut."""
    if len(data.encode()) <= MOST:
        return data
    return data[: data.index(">")] if ">" in data else data.encode()[:MOST].decode(errors="ignore")
