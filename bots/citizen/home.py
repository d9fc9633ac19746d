"""The home menu and the rows of buttons that several topics end with."""

from bots.citizen.visit import Row
from bots.wording import Wording
from storage.read_models.themes import ThemeView

MENU = (
    ("themes",),
    ("ask", "opinion"),
    ("vote", "questions"),
    ("sessions", "mine"),
    ("agenda", "summary", "map"),
    ("notifications", "language", "help"),
)
DOORS = (("ask", "ask"), ("opinion", "give_opinion"), ("vote", "vote"), ("questions", "support"))


def menu(say: Wording) -> list[Row]:
    return [[(say.plain(f"citizen-button-{name}"), f"go:{name}") for name in row] for row in MENU]


def back_home(say: Wording) -> Row:
    return [(say.plain("citizen-button-home"), "go:home")]


def votes_button(say: Wording) -> tuple[str, str]:
    """Return the button to the votes of the one who reads."""
    return say.plain("citizen-button-my-votes"), "mv:0"


def next_steps(say: Wording, *names: str) -> list[Row]:
    """Return one row of commands as buttons, and the way home."""
    return [[(say.plain(f"citizen-button-{name}"), f"go:{name}") for name in names], back_home(say)]


def doors(say: Wording, theme: ThemeView) -> list[Row]:
    """Return what can be done in a theme now, two buttons a row, and its results to read."""
    open_now = [
        (say.plain(f"citizen-button-{name}"), f"go:{name}:{theme.slug}")
        for name, action in DOORS
        if theme.allows(action)
    ]
    rows: list[Row] = [open_now[start : start + 2] for start in range(0, len(open_now), 2)]
    if not theme.allows("support"):
        rows.append([(say.plain("citizen-button-questions"), f"go:questions:{theme.slug}")])
    rows.append([(say.plain("citizen-button-sessions"), f"go:sessions:{theme.slug}")])
    rows.append([(say.plain(f"citizen-button-{name}"), f"go:{name}:{theme.slug}") for name in MENU[4]])
    return [*rows, [(say.plain("citizen-button-themes"), "go:themes"), *back_home(say)]]
