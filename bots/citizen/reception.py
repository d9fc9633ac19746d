"""Each update becomes a visit, and each visit is finished: the tap answered, the dialogue kept."""

from aiogram.types import (
    ChatMemberUpdated,
    InaccessibleMessage,
    Message,
    MessageOriginUnion,
    MessageOriginUser,
    Update,
)

from bots.citizen.commands import Wish, tapped, typed
from bots.citizen.face import Face
from bots.citizen.memory import Memory
from bots.citizen.routes import Switchboard
from bots.citizen.visit import Visit
from bots.seal import Seal
from bots.wording import wording

UNBLOCKED = "member"  # what the bot is to a person who can be reached


class Reception:
    """Receive whatever comes in."""

    def __init__(self, face: Face, memory: Memory, seal: Seal, switchboard: Switchboard) -> None:
        self._face = face
        self._memory = memory
        self._seal = seal
        self._switchboard = switchboard

    async def receive(self, update: Update) -> None:
        """Answer an update to its end."""
        if update.my_chat_member:
            return await self._met_again(update.my_chat_member)
        visit = await self._visit(update)
        if visit is None:
            return await answer_blindly(update)
        if self._memory.flood.passes(visit.account, update.update_id):
            await close_dialogue(visit)
            await self._switchboard.answer(visit)
            await visit.keep()  # after a failure nothing is kept: the update comes again
        else:
            await self._calm(visit)
        return await visit.answer()

    async def _visit(self, update: Update) -> Visit | None:
        said, query = update.message or update.edited_message or update.channel_post, update.callback_query
        message = query.message if query else said
        if message is None:
            return None
        user = query.from_user if query else said.from_user if said else None
        account, code = (user.id, user.language_code) if user else (message.chat.id, None)
        person = await self._memory.identities.person(account, code)
        return Visit(
            face=self._face,
            memory=self._memory,
            seal=self._seal,
            person=person,
            say=wording(person.language),
            wish=wish_of(update, message, self._seal),
            message=message,
            account=account,
            cause=f"{update.update_id}/{message.message_id}/{message.date and int(message.date.timestamp())}",
            query=query,
        )

    async def _calm(self, visit: Visit) -> None:
        if visit.query:
            visit.note(visit.say.plain("citizen-flood"))
        elif visit.message.chat.type == "private" and self._memory.flood.says(visit.account):
            await visit.tell(visit.say("citizen-flood"))

    async def _met_again(self, change: ChatMemberUpdated) -> None:
        """Write to a person again who had blocked the bot and has let it in."""
        if change.chat.type != "private" or change.new_chat_member.status != UNBLOCKED:
            return
        person = await self._memory.identities.person(change.from_user.id, None)
        if person.id:
            await self._face.addresses.mark(person.id, reachable=True)


async def answer_blindly(update: Update) -> None:
    """Stop the little clock on a button whose card Telegram no longer knows; whatever else asks for nothing."""
    if update.callback_query:
        await update.callback_query.answer()


async def close_dialogue(visit: Visit) -> None:
    """A command ends what went before: the next text is then no contribution."""
    if visit.known and visit.wish.is_command:
        (await visit.talk()).close()


def wish_of(update: Update, message: Message | InaccessibleMessage, seal: Seal) -> Wish:
    """Return what an update asks for; whatever is no text and no button gets a wish of its own."""
    if message.chat.type != "private":
        return Wish("quiet" if update.edited_message else "group")
    if update.callback_query:
        return tapped(seal.open(message.chat.id, update.callback_query.data or "") or "")
    if update.edited_message:
        return Wish("edited")
    if isinstance(message, Message) and message.forward_origin and not is_own(message, message.forward_origin):
        return Wish("forwarded")
    text = message.text if isinstance(message, Message) else None
    return typed(text) if text else Wish("wordless")


def is_own(message: Message, origin: MessageOriginUnion) -> bool:
    """Say whether somebody forwards what they wrote themselves."""
    sender = message.from_user
    return isinstance(origin, MessageOriginUser) and sender is not None and origin.sender_user.id == sender.id
