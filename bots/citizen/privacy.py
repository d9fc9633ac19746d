"""/privacy: what happens to one's words, and the two consents, each of them given and withdrawn by itself."""

from bots.citizen.about_me import about_me_button
from bots.citizen.consent import rows
from bots.citizen.contact import contact_button
from bots.citizen.home import back_home
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from events.base import Event
from events.preferences import ContactAllowed, ContactWithdrawn
from storage.read_models.preferences import preferences_of


async def on_privacy(visit: Visit) -> None:
    """Show the notice, to a citizen with their consents and how each is withdrawn."""
    say, notice = visit.say, notice_of(visit)
    if not visit.known:
        return await visit.show(notice, rows(say, visit.person.language, ""))
    allowed = (await preferences_of(visit.face.engine, visit.citizen)).contact_since is not None
    consents = say("citizen-consents", contact=allowed)
    buttons: list[Row] = [
        [contact_button(visit, allowed=allowed)],
        [about_me_button(visit)] if allowed else [],
        [(say.plain(f"citizen-button-{name}"), f"go:{name}") for name in ("notifications", "mydata")],
        [(say.plain("citizen-button-forget"), "go:forget"), *back_home(say)],
    ]
    return await visit.show(f"{notice}\n\n{consents}", buttons)


def notice_of(visit: Visit) -> str:
    """Return the whole notice, down to whom to ask."""
    say, city, contact = visit.say, visit.face.place, visit.face.contact
    whom = say("citizen-privacy-contact", contact=contact) if contact else say("citizen-privacy-town-hall", city=city)
    model = [say("citizen-privacy-model", model=visit.face.model)] if visit.face.model else []
    return "\n".join([say("citizen-privacy", city=city), *model, whom])


async def on_allow(visit: Visit) -> None:
    await change(visit, ContactAllowed, "citizen-contact-allowed", allowed=True)


async def on_withdraw(visit: Visit) -> None:
    await change(visit, ContactWithdrawn, "citizen-contact-withdrawn", allowed=False)


async def change(visit: Visit, fact: type[Event], said: str, *, allowed: bool) -> None:
    """Note a choice below the card on which it was made, with the button that takes it back and what may follow."""
    visit.moved = True
    if not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    if await unsettled(visit, await visit.act(fact), wanted="go:privacy"):
        return None
    about_me: Row = [about_me_button(visit)] if allowed else []
    rows: list[Row] = [about_me, [contact_button(visit, allowed=allowed)], back_home(visit.say)]
    return await visit.show(visit.say(said), rows)


def answers() -> Answers:
    return Answers(typed={"/privacy": on_privacy}, tapped={"ca": on_allow, "cw": on_withdraw})
