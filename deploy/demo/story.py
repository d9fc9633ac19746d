"""The main job from end to end: a theme is opened, a city writes, moderators decide, results are published."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from bots.playground import Phone
from bots.playground.accounts import Json
from deploy.demo.cast import ROLES, Player
from deploy.demo.crowd import THEME, TITLE, Script, refusal_of
from deploy.demo.stage import Stage
from deploy.imports.importing import applied
from deploy.invitations import invite
from deploy.sample.crowd import crowd
from deploy.wiring import Instance, now
from events.base import Event
from storage.read_models.people import members_of
from storage.read_models.sessions import session_by_reference

Tell = Callable[[str], None]
Progress = Callable[[str, int, int], None]

LEFT = 10  # texts of the crowd that wait for a moderator's thumb
BATCH = 500
SESSION = "S-1"
WELCOME = {"fr": "Avant de participer", "en": "Before you take part"}
CONSENT = {"fr": "Je suis d’accord", "en": "I agree"}
PATIENCE = 30.0  # seconds; notices leave at the pace that Telegram accepts


@dataclass(frozen=True, slots=True)
class Team:
    """The two people whom publishing needs."""

    owner: Phone
    moderator: Phone


async def theme_is_opened(stage: Stage) -> Team:
    """Invite an owner and a moderator, who open the theme and plan a debate in their bot."""
    team = Team(stage.world.person("Awa", "fr"), stage.world.person("Blaise", "fr"))
    for phone, role in ((team.owner, "owner"), (team.moderator, "moderator")):
        link = await invite(stage.settings, role)
        phone.starts(stage.moderators, link.partition("start=")[2])
        await phone.sees(stage.moderators, "M-")
    await asks(stage, team.owner, f"/newtheme {TITLE}", THEME)
    await asks(stage, team.owner, f"/phase {THEME} collecting", TITLE)
    evening = now().astimezone(ZoneInfo(stage.settings.timezone)) + timedelta(weeks=3)
    plan = f"{THEME} | Que mangerons-nous demain ? | {evening:%Y-%m-%d} 18:30 | Salle Jean-Richepin | 60 | 180"
    await asks(stage, team.owner, f"/newsession {plan}", SESSION)
    return team


async def asks(stage: Stage, phone: Phone, text: str, answer: str) -> Json:
    """Write to the moderators' bot and return its answer."""
    update = phone.says(stage.moderators, text)
    return await phone.sees(stage.moderators, answer, after=update["message"]["message_id"] + 1, seconds=PATIENCE)


def script_of(parts: Instance) -> Script:
    """Return what the sample's crowd does: what it wrote, what was decided about it, votes, supports, sign-ups."""
    return Script(crowd(), parts.settings.city, now(), LEFT)


async def crowd_takes_part(parts: Instance, script: Script, progress: Progress) -> None:
    """Bring a crowd in, step by step."""
    for label, facts in await steps(parts, script):
        await tell_all(parts, label, facts, progress)


async def steps(parts: Instance, script: Script) -> list[tuple[str, Sequence[Event]]]:
    """Return the facts of a crowd in the order in which they can happen."""
    [owner, *_] = await members_of(parts.engine)
    return [
        ("people", script.arrivals()),
        ("contributions", script.words()),
        ("decisions", script.decisions(owner.id)),
        ("votes and supports", script.ballots()),
        ("sign-ups", script.sign_ups(await session(parts))),
    ]


async def session(parts: Instance) -> UUID:
    found = await session_by_reference(parts.engine, SESSION)
    if found is None:
        raise LookupError(f"{SESSION} was planned a moment ago")
    return found.id


async def tell_all(parts: Instance, label: str, facts: Sequence[Event], progress: Progress) -> None:
    for start in range(0, len(facts), BATCH):
        await parts.bus.publish_all(facts[start : start + BATCH])
        progress(label, min(start + BATCH, len(facts)), len(facts))
    await applied(parts)


async def people_write(stage: Stage) -> list[Player]:
    """A few people take part from their phones: consent, a question, an opinion, a vote, a support, a seat."""
    players = [Player(role, stage.world.person(role.name, role.language)) for role in ROLES]
    for player in players:
        await joins(stage, player)
        await gives(stage, player, "/ask", player.role.question)
        await gives(stage, player, "/opinion", player.role.opinion)
        await taps(stage, player, "/vote", "v:1:")
        await taps(stage, player, "/questions", "qs:")
        await taps(stage, player, f"/sessions {SESSION}", "seat:take:")
    return players


async def joins(stage: Stage, player: Player) -> None:
    player.phone.starts(stage.citizens, f"theme-{THEME}")
    await player.phone.sees(stage.citizens, WELCOME[player.role.language])
    player.phone.presses(stage.citizens, CONSENT[player.role.language])
    await player.phone.sees(stage.citizens, TITLE)


async def gives(stage: Stage, player: Player, command: str, text: str) -> None:
    """Send words in and wait for their receipt; where others have said the same, keep one's own."""
    update = player.phone.says(stage.citizens, f"{command} {text}")
    answer = await player.phone.sees(stage.citizens, after=update["message"]["message_id"] + 1)
    if "✅" not in answer["text"]:
        player.phone.presses(stage.citizens, button(answer, "keep:"), answer)
    await player.phone.sees(stage.citizens, "✅", after=answer["message_id"])


async def taps(stage: Stage, player: Player, command: str, data: str) -> None:
    """Write a command and press the first button of the answer whose data begins so."""
    update = player.phone.says(stage.citizens, command)
    answer = await player.phone.sees(stage.citizens, after=update["message"]["message_id"] + 1)
    changed = player.phone.chat(stage.citizens).changed
    player.phone.presses(stage.citizens, button(answer, data), answer)
    await changed.wait()


def button(message: Json, data: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    found: str = next(each["callback_data"] for row in rows for each in row if each["callback_data"].startswith(data))
    return found


async def queue_is_emptied(stage: Stage, phone: Phone, script: Script) -> int:
    """Decide everything that waits, one tap an item; return how many there were."""
    card, decided = await asks(stage, phone, f"/queue {THEME}", ""), 0
    while "📥" in card["text"]:
        article = refusal_of(card["text"], script.waiting())
        if article is None:
            phone.presses(stage.moderators, "Publier", card)
        else:
            phone.presses(stage.moderators, "Refuser", card)
            asked = await phone.sees(stage.moderators, "Au titre de", after=card["message_id"])
            phone.presses(stage.moderators, f"{article} · ", asked)
        decided += 1
        card = await phone.sees(stage.moderators, after=card["message_id"] + 1, seconds=PATIENCE)
    return decided


async def results_are_published(stage: Stage, team: Team) -> None:
    """Publish agenda and summary: one asks for it, the other confirms what is shown."""
    await asks(stage, team.owner, f"/phase {THEME} deliberating", TITLE)
    for result, news in (("agenda", "l’ordre du jour"), ("summary", "la synthèse")):
        draft = await asks(stage, team.owner, f"/{result} {THEME}", "On le publie ?")
        team.owner.presses(stage.moderators, "Publier exactement ceci", draft)
        call = await team.moderator.sees(stage.moderators, "demande de publier", news, seconds=PATIENCE)
        team.moderator.presses(stage.moderators, "Relire", call)
        shown = await team.moderator.sees(
            stage.moderators, "Confirmez-vous", after=call["message_id"], seconds=PATIENCE
        )
        team.moderator.presses(stage.moderators, "Confirmer", shown)
        await team.moderator.sees(stage.moderators, "📣 Publié", news)


async def authors_are_told(stage: Stage, players: Sequence[Player]) -> list[str]:
    """Wait until each has heard what became of their words; return what they were told, by name."""
    told = []
    for player in players:
        news = await player.phone.sees(stage.citizens, "📋", TITLE, seconds=PATIENCE)
        told.append(f"{player.role.name}: {news['text']}")
    return told
