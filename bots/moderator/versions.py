"""What was published stays readable, version by version."""

from bots.moderator.reading import show_document
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from bots.wording import moment
from storage.read_models.results import PublicationView, published_of
from storage.read_models.themes import ThemeView, theme_of

SHORT = {"agenda": "a", "summary": "s"}
LONG = {short: result for result, short in SHORT.items()}


async def versions_row(visit: Visit, theme: ThemeView, result: str) -> Row:
    """Return the way to the newest published version, if there is one."""
    newest = await published_of(visit.desk.engine, theme.slug, result)
    return [button(visit, newest, newest.version)] if newest and newest.version else []


def button(visit: Visit, found: PublicationView, version: int) -> tuple[str, str]:
    label = visit.say.plain("button-version", version=version)
    return label, f"pv:{SHORT[found.result]}:{found.theme}:{version}"


async def on_version(visit: Visit) -> None:
    """Show a published version as it was published, with the ones before and after it."""
    result, version = LONG.get(visit.wish.arg(0), ""), visit.wish.arg(2)
    theme = await theme_of(visit.desk.engine, visit.wish.arg(1))
    found = (
        await published_of(visit.desk.engine, visit.wish.arg(1), result, int(version)) if is_number(version) else None
    )
    if theme is None or found is None or found.version is None or found.published_at is None:
        return await visit.stop("moderator-stale")
    newest = await published_of(visit.desk.engine, theme.slug, result)
    last = (newest and newest.version) or found.version
    others: Row = [button(visit, found, n) for n in (found.version - 1, found.version + 1) if 1 <= n <= last]
    visit.moved = True
    when = moment(found.published_at, visit.language, visit.desk.timezone)
    head = visit.say(f"moderator-{result}-version", theme=theme.title, version=found.version, when=when)
    ending = visit.say("moderator-version-end", version=found.version, last=last)
    return await show_document(visit, found, head=head, ending=ending, rows=[others])


def is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7  # noqa: PLR2004 - a million versions


def handlers() -> Handlers:
    return routes("pv", to=on_version, right="publish")
