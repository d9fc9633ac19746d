"""/form: a sheet to print, for people who take part with a pen, in the city's language."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from bots.moderator.choosing import theme_for
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Visit
from bots.wording import wording
from deliberation.language import direction
from deliberation.lengths import LENGTHS

LINES = {"question": 4, "opinion": 3, "testimony": 7}  # of handwriting
NOTICE = ("read", "shown", "name", "kept", "rights", "city")


async def on_form(visit: Visit) -> None:
    theme = await theme_for(visit, "fo")
    if theme is None:
        return
    visit.moved = True  # the list of themes stays where it is
    page = form(theme.title, visit.desk.place, visit.desk.language)
    await visit.document(page.encode(), f"{theme.slug}.html", visit.say("moderator-form-file", theme=theme.title))


def form(theme: str, city: str, language: str) -> str:
    """Return the sheet as one page that needs nothing else; Jinja escapes every text."""
    say = wording(language)
    pages = Environment(loader=PackageLoader("bots", "pages"), autoescape=True, undefined=StrictUndefined)
    parts = [
        {
            "title": say.plain(f"citizen-form-{kind}"),
            "hint": say.plain("citizen-form-length", most=LENGTHS[kind][1]),
            "lines": lines,
        }
        for kind, lines in LINES.items()
    ]
    return pages.get_template("form.html").render(
        language=language,
        direction=direction(language),
        theme=theme,
        city=city,
        intro=say.plain("citizen-form-intro"),
        parts=parts,
        agreement=say.plain("citizen-form-agreement"),
        notice_title=say.plain("citizen-form-notice"),
        notice=[say.plain(f"citizen-form-notice-{line}", city=city) for line in NOTICE],
        slip=say.plain("citizen-form-slip"),
    )


def handlers() -> Handlers:
    return [*routes("/form", "fo", to=on_form, right="enter")]
