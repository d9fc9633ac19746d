"""An appeal: somebody who did not decide looks at a refusal again; its author may say why, to the moderators alone."""

from uuid import UUID

from bots.citizen.home import next_steps
from bots.citizen.mine import own, verdict
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit
from events.appeals import LONGEST_REASON, DecisionAppealed

ASKED = "appeal"  # the next text is a reason


async def on_appeal(visit: Visit) -> None:
    """Say what an appeal is, and take a reason or none."""
    item = await own(visit, visit.wish.arg(0))
    if item is None or item.state != "refused":
        return visit.note(visit.say.plain("citizen-gone"))
    say = visit.say
    (await visit.talk()).expect(ASKED, str(item.id))
    lines = [
        say("citizen-quoted", ref=item.reference, text=item.text),
        *await verdict(visit, item),
        say("citizen-appeal-ask", most=LONGEST_REASON),
    ]
    rows = [
        [(say.plain("citizen-button-appeal-bare"), f"mpy:{item.reference}")],
        [(say.plain("cancel"), "go:cancel")],
    ]
    return await visit.tell("\n\n".join(lines), rows)


async def on_bare(visit: Visit) -> None:
    """Appeal without a reason."""
    item = await own(visit, visit.wish.arg(0))
    if item is None:
        return visit.note(visit.say.plain("citizen-gone"))
    return await lodge(visit, item.id, "")


async def on_reason(visit: Visit) -> None:
    """Appeal with the words that were written; what is too long is asked for again."""
    reason, talk = visit.wish.words.strip(), await visit.talk()
    if len(reason) > LONGEST_REASON:
        slip = visit.say("citizen-slip-reason", most=LONGEST_REASON, length=len(reason))
        return await visit.show(slip, [[(visit.say.plain("cancel"), "go:cancel")]])
    return await lodge(visit, UUID(talk.into), reason)


async def lodge(visit: Visit, contribution: UUID, reason: str) -> None:
    outcome = await visit.act(DecisionAppealed, contribution=contribution, reason=reason)
    (await visit.talk()).close()
    if not await unsettled(visit, outcome, wanted="go:mine") and outcome:
        said = visit.say("citizen-appealed", ref=outcome.params["ref"], others=outcome.params["others"])
        await visit.show(said, next_steps(visit.say, "mine"))


def answers() -> Answers:
    return Answers(tapped={"mp": on_appeal, "mpy": on_bare})
