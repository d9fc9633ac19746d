"""From the first invitation to the published agenda, through both real bots, the real workers and the real bus."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import psutil

from bots.playground import Phone
from bots.playground.accounts import BotAccount, Json
from bots.playground.messages import UNCHANGED
from deploy.demo.stage import Stage
from deploy.imports.importing import applied
from deploy.invitations import invite
from deploy.results import status
from deploy.wiring import Instance
from storage.read_models.results import published_of

THEME, TITLE = "les-jardins", "Les jardins"
PATIENCE = 40.0  # seconds on a busy machine
REFUSED = "CASH NOW!!! call this number and win a garden"
PLACES = ("au bord de la Tiretaine", "à Montferrand", "près de la gare", "à La Plaine", "sur les toits du centre")
ONCE_MORE = {
    f"Bad Request: {reason}"
    for reason in ("query is too old and response timeout expired or query ID is invalid", UNCHANGED)
}
FRENCH = (
    *(f"Pourquoi n’y a-t-il pas de jardin partagé {place} ?" for place in PLACES),
    "Qui paie l’eau des jardins ouvriers pendant la sécheresse ?",
    "Les écoles peuvent-elles avoir chacune un potager avec les enfants ?",
    "Est-ce que le compost de la ville sera donné aux jardiniers ?",
    "Peut-on planter des arbres fruitiers que tout le monde cueille ?",
    "Comment obtenir une parcelle quand on est étudiant pour un an ?",
)
ENGLISH = (
    "Could the city lend tools to people who have just got a plot?",
    "Why are pesticides still used around the playgrounds?",
    "Who decides which plot goes to which family on the waiting list?",
    "Will the new tram line cut the allotments in two?",
    "Are there raised beds that a person in a wheelchair can reach?",
    "Can we keep bees on the roofs of the public buildings?",
    "What happens to the vegetables that nobody picks in August?",
    "Is the soil of the old factory safe to grow food in?",
    "Could retired gardeners teach beginners on Saturday mornings?",
    REFUSED,
)
OPINIONS = (
    "Chaque immeuble neuf devrait avoir un jardin pour ses habitants.",
    "Les voitures prennent trop de place, plantons des parkings.",
    "Un jardin de la ville doit rester ouvert à toutes et à tous.",
    "A garden without children is only half a garden.",
)


@dataclass(frozen=True, slots=True)
class Citizen:
    """Somebody with a phone, a language and a question."""

    phone: Phone
    language: str
    question: str


def citizens_of(running: Stage) -> list[Citizen]:
    asked = [("fr", question) for question in FRENCH] + [("en", question) for question in ENGLISH]
    return [
        Citizen(running.world.person(f"Person {number}", language), language, question)
        for number, (language, question) in enumerate(asked)
    ]


async def writes(bot: BotAccount, phone: Phone, text: str, *fragments: str) -> Json:
    """Write to a bot and return its answer."""
    update = phone.says(bot, text)
    return await phone.sees(bot, *fragments, after=update["message"]["message_id"] + 1, seconds=PATIENCE)


async def taps(bot: BotAccount, phone: Phone, button: str, card: Json, *fragments: str) -> Json:
    """Press a button of a card and return the message, the card itself or a later one, that then says so."""
    phone.presses(bot, button, card)
    return await phone.sees(bot, *fragments, after=card["message_id"], seconds=PATIENCE)


async def is_invited(running: Stage, name: str, role: str) -> Phone:
    phone = running.world.person(name, "fr")
    link = await invite(running.settings, role)
    await writes(running.moderators, phone, f"/start {link.partition('start=')[2]}", "M-")
    return phone


async def takes_part(running: Stage, citizen: Citizen) -> None:
    """Consent, and ask."""
    french = citizen.language == "fr"
    bot, phone = running.citizens, citizen.phone
    card = await writes(
        bot, phone, f"/start theme-{THEME}", "Avant de participer" if french else "Before you take part"
    )
    await taps(bot, phone, "Je suis d’accord" if french else "I agree", card, TITLE, "Merci" if french else "Thank you")
    await writes(bot, phone, f"/ask {citizen.question}", "Q-", "reçue" if french else "received")


async def queue_is_emptied(running: Stage, phone: Phone) -> list[str]:
    """Decide item after item; return the texts that were refused."""
    bot, refused = running.moderators, list[str]()
    card = await writes(bot, phone, f"/queue {THEME}", "")
    while "📥" in card["text"]:
        if REFUSED in card["text"]:
            card = await taps(bot, phone, "Refuser", card, "Au titre de")
            phone.presses(bot, "4 · ", card)
            refused.append(REFUSED)
        else:
            phone.presses(bot, "Publier", card)
        card = await phone.sees(bot, after=card["message_id"] + 1, seconds=PATIENCE)
    assert "La file est vide" in card["text"]
    return refused


async def votes_on_everything(running: Stage, citizen: Citizen) -> None:
    progress = f"{'sur' if citizen.language == 'fr' else 'of'} {len(OPINIONS)}"
    card = await writes(running.citizens, citizen.phone, "/vote", "O-", progress)
    for number in range(len(OPINIONS)):
        value = 1 if (len(citizen.question) + number) % 3 else -1
        seen = citizen.phone.chat(running.citizens).number
        button = next(each for each in buttons(card) if each.startswith(f"v:{value}:"))
        citizen.phone.presses(running.citizens, button, card)
        card = await changed(running, citizen.phone, card, seen)


async def supports_two(running: Stage, citizen: Citizen) -> None:
    page = await writes(running.citizens, citizen.phone, "/questions", "Q-", TITLE)
    for button in [each for each in buttons(page) if each.startswith("qs:")][:2]:
        seen = citizen.phone.chat(running.citizens).number
        citizen.phone.presses(running.citizens, button, page)
        page = await changed(running, citizen.phone, page, seen)


async def changed(running: Stage, phone: Phone, card: Json, seen: int) -> Json:
    """Wait until a card has been edited; return it as it is now."""
    chat = phone.chat(running.citizens)
    async with asyncio.timeout(PATIENCE):
        while chat.messages[card["message_id"]] == card or chat.number == seen:
            await chat.changed.wait()
    return chat.messages[card["message_id"]]


def buttons(message: Json) -> list[str]:
    return [each["callback_data"] for row in message["reply_markup"]["inline_keyboard"] for each in row]


async def is_published(running: Stage, owner: Phone, second: Phone, result: str, news: str) -> None:
    """One asks for what they were shown, the other reads it from the notice and confirms it below."""
    bot = running.moderators
    draft = await writes(bot, owner, f"/{result} {THEME}", "On le publie ?")
    await taps(bot, owner, "Publier exactement ceci", draft, "aura confirmé")
    notice = await second.sees(bot, "demande de publier", news, seconds=PATIENCE)
    shown = await taps(bot, second, "Relire", notice, "Confirmez-vous")
    await taps(bot, second, "Confirmer", shown, "📣 Publié", news)


async def together(doing: Callable[[Stage, Citizen], Awaitable[None]], running: Stage, who: Sequence[Citizen]) -> None:
    await asyncio.gather(*(doing(running, citizen) for citizen in who))


async def memory(parts: Instance) -> dict[str, Any]:
    """Return what can be seen of the whole: exact counts, every contribution, published documents."""
    await applied(parts)
    published = {result: await published_of(parts.engine, THEME, result) for result in ("agenda", "summary")}
    return {"status": await status(parts.settings), "published": published, "texts": await everything(parts)}


async def everything(parts: Instance) -> list[tuple[Any, ...]]:
    async with parts.engine.connect() as connection:
        query = "SELECT reference, author, text, state, article FROM contribution ORDER BY reference"
        return [tuple(row) for row in (await connection.exec_driver_sql(query)).all()]


async def happens_again(running: Stage, bot: BotAccount, part: str) -> None:
    """Kill a bot's process, and have Telegram deliver everything once more to the one that follows."""
    tree = psutil.Process().children(recursive=True)
    [process] = [each for each in tree if " ".join(each.cmdline()).split() == ["palabre", "bot", part]]
    process.kill()
    await asyncio.to_thread(psutil.wait_procs, [process], PATIENCE)
    for update in list(bot.history):
        bot.redeliver(update)
    async with asyncio.timeout(3 * PATIENCE):
        while bot.updates:  # noqa: ASYNC110 - the look-alike says nothing when its queue is empty
            await asyncio.sleep(0.05)


async def test_what_a_city_writes_becomes_an_agenda_and_a_summary(running: Stage, parts: Instance) -> None:
    owner, second = await is_invited(running, "Awa", "owner"), await is_invited(running, "Blaise", "moderator")
    stranger = running.world.person("Nobody", "fr")
    await writes(running.moderators, stranger, f"/phase {THEME} archived", "réservé")
    await writes(running.moderators, owner, f"/newtheme {TITLE}", THEME)
    await writes(running.moderators, owner, f"/phase {THEME} collecting", TITLE)

    citizens = citizens_of(running)
    await together(takes_part, running, citizens)
    for citizen, opinion in zip(citizens, OPINIONS, strict=False):
        await writes(running.citizens, citizen.phone, f"/opinion {opinion}", "O-", "reçu")
    assert await queue_is_emptied(running, second) == [REFUSED]
    await together(votes_on_everything, running, citizens)
    await together(supports_two, running, citizens)
    await applied(parts)
    counts = await status(running.settings)
    assert {name: counts[name] for name in ("contributions", "votes", "supports", "people", "dead_letters")} == {
        "contributions": {"received": 24, "admitted": 23, "refused": 1, "waiting": 0, "merged": 0, "withdrawn": 0},
        "votes": 80,
        "supports": 40,
        "people": 20,
        "dead_letters": 0,
    }

    await writes(running.moderators, owner, f"/phase {THEME} deliberating", TITLE)
    await is_published(running, owner, second, "agenda", "l’ordre du jour")
    await is_published(running, owner, second, "summary", "la synthèse")
    for citizen in citizens[:-1]:
        french = citizen.language == "fr"
        for words in ("ordre du jour", "synthèse") if french else ("agenda", "summary"):
            await citizen.phone.sees(running.citizens, words, TITLE, seconds=PATIENCE)
    refusal = await citizens[-1].phone.sees(running.citizens, "article 4", seconds=PATIENCE)
    assert "Q-" in refusal["text"]
    agenda = await writes(running.citizens, citizens[0].phone, "/agenda", TITLE, "1.")
    assert REFUSED not in json.dumps(running.citizens.chats[citizens[0].phone.person.id].messages, default=str)
    assert "version 1" in agenda["text"]

    before = await memory(parts)
    assert running.world.refused == []
    await happens_again(running, running.citizens, "citizen")
    await happens_again(running, running.moderators, "moderator")
    assert await memory(parts) == before
    assert {each.partition(": 400 ")[2] for each in running.world.refused} <= ONCE_MORE
    running.world.refused.clear()  # provoked: what Telegram brings again was answered the first time
