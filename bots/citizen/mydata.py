"""/mydata: everything that is stored about a person, as a file for machines and a few lines for people."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bots.citizen.home import menu
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit
from bots.wording import moment
from storage.needs import Needs
from storage.read_models.mydata import everything_of
from storage.strata import Declarations

FILE = "palabre-mydata.json"


async def on_mydata(visit: Visit) -> None:
    """Send the file; of a stranger nothing is stored."""
    if not visit.known:
        return await visit.show(visit.say("citizen-forget-nothing"), menu(visit.say))
    found = await everything_of(visit.face.engine, visit.citizen)
    said = await Needs(visit.face.engine, visit.face.addresses).said_by(visit.citizen)
    found["needs"] = [{**line, "text": words} for line, words in zip(found["needs"], said, strict=True)]
    about_me = await Declarations(visit.face.engine, visit.face.addresses).said_by(visit.citizen)
    found["about_me"] = [{**line, **about_me} for line in found["about_me"]]
    talk = {name: text for name, text in asdict(await visit.talk()).items() if text}
    document = {"city": visit.face.place, "telegram_account": visit.account, **found, "conversation": talk}
    content = json.dumps(document, ensure_ascii=False, indent=1, default=str).encode()
    return await visit.document(content, FILE, summary(visit, found))


def summary(visit: Visit, found: dict[str, list[dict[str, Any]]]) -> str:
    """Return how much there is of everything, within Telegram's limit for what stands below a file."""
    since = datetime.fromisoformat(found["citizen"][0]["joined_at"])
    counts = {name: len(found[name]) for name in ("contributions", "votes", "supports", "seats", "letters")}
    when = moment(since, visit.person.language, visit.face.timezone)
    return visit.say("citizen-mydata", since=when, **counts)


def answers() -> Answers:
    return Answers(typed={"/mydata": on_mydata})
