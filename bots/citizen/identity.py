"""Who writes: a Telegram account becomes a citizen's id here, and goes no further."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, get_args

from aiogram import BaseMiddleware
from aiogram.types import InaccessibleMessage, Message, TelegramObject, Update, User

from bots.citizen.commands import Wish, tapped, typed
from bots.citizen.dialogue import Dialogues
from bots.citizen.face import Face
from bots.citizen.flood import Flood
from bots.citizen.visit import Person, Visit
from bots.wording import wording
from events.citizens import Language
from storage.read_models.people import language_of

REMEMBERED = 20_000  # people; about 5 MB
LANGUAGES: tuple[Language, ...] = get_args(Language)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Identities:
    """Which citizen an account is: looked up once, then known by heart. Strangers are looked up each time."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._known: OrderedDict[int, Person] = OrderedDict()

    async def person(self, user: User) -> Person:
        """Return the citizen behind an account, or a stranger: whoever has not consented is one."""
        if known := self._known.get(user.id):
            self._known.move_to_end(user.id)
            return known
        citizen = await self._face.addresses.find("citizen", user.id)
        chosen = await language_of(self._face.engine, citizen) if citizen else None
        if chosen is None:
            return Person(None, self.guess(user.language_code))
        return self.remember(user.id, Person(citizen, chosen))

    def remember(self, account: int, person: Person) -> Person:
        """Know a citizen by heart; the one who has been away longest is forgotten."""
        self._known[account] = person
        self._known.move_to_end(account)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return person

    def forget(self, account: int) -> None:
        self._known.pop(account, None)

    def guess(self, code: str | None) -> str:
        """Return the language of a stranger: Telegram's if it is spoken here, else the instance's."""
        short = (code or "").partition("-")[0].lower()
        return short if short in LANGUAGES else self._face.language


class Reception(BaseMiddleware):
    """Make a visit of each update, and finish it: the tap answered, the dialogue kept."""

    def __init__(self, face: Face, identities: Identities) -> None:
        self._face = face
        self._identities = identities
        self._dialogues = Dialogues(face.dialogues)
        self._flood = Flood(face.clock)

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        update = event if isinstance(event, Update) else None
        visit = await self.visit(update) if update else None
        if update is None or visit is None:
            return None  # a member joined, a poll was answered: nobody asked for anything
        data["visit"], data["identities"] = visit, self._identities
        if self._flood.passes(visit.account, update.update_id):
            await self._close_dialogue(visit)
            await handler(event, data)
            await visit.keep()  # after a failure nothing is kept: the update comes again
        else:
            await self._calm(visit)
        await visit.answer()
        return None

    async def visit(self, update: Update) -> Visit | None:
        said = update.message or update.edited_message
        query = update.callback_query
        user = query.from_user if query else said.from_user if said else None
        message = query.message if query else said
        if user is None or message is None:
            return None
        person = await self._identities.person(user)
        return Visit(
            face=self._face,
            dialogues=self._dialogues,
            person=person,
            say=wording(person.language),
            wish=wish_of(update, message),
            message=message,
            account=user.id,
            cause=f"{update.update_id}/{message.message_id}/{message.date and int(message.date.timestamp())}",
            query=query,
        )

    async def _close_dialogue(self, visit: Visit) -> None:
        """A command ends what went before: the next text is then no contribution."""
        if visit.known and visit.wish.is_command:
            (await visit.talk()).close()

    async def _calm(self, visit: Visit) -> None:
        if visit.query:
            visit.note(visit.say.plain("citizen-flood"))
        elif self._flood.says(visit.account):
            await visit.tell(visit.say("citizen-flood"))


def wish_of(update: Update, message: Message | InaccessibleMessage) -> Wish:
    """Return what an update asks for; whatever is no text and no button gets a wish of its own."""
    if message.chat.type != "private":
        return Wish("group")
    if update.callback_query:
        return tapped(update.callback_query.data or "")
    if update.edited_message:
        return Wish("edited")
    text = message.text if isinstance(message, Message) else None
    return typed(text) if text else Wish("wordless")
