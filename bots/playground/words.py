"""The words of the page and of its phones, in six languages, from the catalogues that the bots speak from."""

from bots.wording import wording
from deliberation.language import LANGUAGES, direction

PAGE = (
    "title", "here-only", "language", "phones", "happens", "happens-lead", "quiet", "away",
    "citizen", "moderator", "citizen-bot", "moderator-bot", "phone-of", "new-person", "new-person-hint", "put-away",
    "another", "another-role", "another-who", "another-new", "another-name", "another-language", "another-open",
    "link-asks", "close", "ok", "message", "send", "menu", "start", "writes", "bot", "newer", "photo", "spoiler",
    "chat", "crowd-ready", "crowd-coming", "crowd-stop", "crowd-go-on", "crowd-stopped", "crowd-failed",
    "crowd-here", "crowd-progress", "station-citizen", "station-bot", "station-bus", "station-clerk",
    "station-cartographer", "station-notifier",
)  # fmt: skip
VARIABLES = ("name", "people", "who")
NAMES = {
    "fr": ("Inès", "Hugo", "Aminata", "Rémi", "Odile"), "en": ("Grace", "Alex", "Poppy", "Sam", "Ivy"),
    "it": ("Giulia", "Matteo", "Chiara", "Luca", "Bice"), "es": ("Lucía", "Diego", "Carmen", "Iker", "Alba"),
    "zh": ("小美", "建国", "丽丽", "志强", "晓燕"), "ar": ("ليلى", "يوسف", "مريم", "سامي", "هدى"),
}  # fmt: skip


def page_language(wish: str) -> str:
    """Return one of the six languages: the one wished for, else English."""
    return wish if wish in LANGUAGES else "en"


def words(language: str) -> dict[str, str]:
    """Return what the page says; `{name}` stands where a page puts something in."""
    say, holes = wording(language), {name: f"{{{name}}}" for name in VARIABLES}
    return {key: say.plain(f"playground-{key}", **holes) for key in PAGE} | {"direction": direction(language)}


def sentence(station: str, kind: str, language: str) -> str:
    """Return what happened at a station, in a sentence; a kind that has none of its own is told in general."""
    say, key = wording(language), f"playground-{station}-{kind.replace('.', '-').replace('_', '-')}"
    if station == "clerk":
        key = "playground-clerk-refused" if kind.startswith("refused.") else "playground-clerk-any"
    return say.plain(key if say.knows(key) else f"playground-{station}-any")


def first_name(language: str, number: int) -> str:
    """Return a name for somebody of whom nothing else is known."""
    names = NAMES[language]
    return names[number % len(names)]
