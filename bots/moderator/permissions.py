"""Who may come in: members, in a private chat, with words and buttons of their own."""

from telegram import Chat, Message, Update, User

from bots.moderator.desk import Desk
from bots.moderator.dialogue import Talks
from bots.moderator.menu import Menus
from bots.moderator.seal import Seal
from bots.moderator.visit import Visit
from bots.moderator.wishes import TEXT, WORDLESS, Wish, said_in, tapped, wish_in
from bots.wording import wording
from storage.read_models.people import MemberView, member_of

START = "/start"
STRANGER = "moderator-stranger"
STALE = Wish("stale")


class Door:
    """Make a visit of each update that may come in; everybody else is answered here."""

    def __init__(self, desk: Desk, seal: Seal, menus: Menus) -> None:
        self._desk = desk
        self._seal = seal
        self._menus = menus
        self._talks = Talks(desk.dialogues)

    async def enter(self, update: Update) -> Visit | None:
        """Return the visit, or None once the person has been refused (or where there is nobody to answer)."""
        query = update.callback_query
        user = update.effective_user
        if query and query.message is None:  # under a message sent through another chat: none of ours is
            await query.answer(wording(self._desk.spoken_to(query.from_user.language_code)).plain("moderator-stale"))
            return None
        if user is None or said_in(update) is None:
            return None  # a channel's post, a member who joined: nobody asked for anything
        visit = await self._visit(update, user)
        reason = refusal(update, visit)
        if reason is None:
            return visit
        if reason:
            await visit.stop(reason, bot=await self._desk.bot_for_citizens())
        await visit.finish()
        if reason == STRANGER:
            await visit.fit(self._menus)
        return None

    async def _visit(self, update: Update, user: User) -> Visit:
        message = said_in(update)
        assert message is not None  # noqa: S101 - `enter` looked
        language = self._desk.spoken_to(user.language_code)
        second = int(message.date.timestamp()) if isinstance(message, Message) else 0
        private = message.chat.type == Chat.PRIVATE
        return Visit(
            desk=self._desk,
            bot=update.get_bot(),
            seal=self._seal,
            menu=self._menus.menu,
            talks=self._talks,
            known=await self._member(user) if private else None,
            account=user.id,
            language=language,
            say=wording(language),
            wish=self._wish(update, message.chat.id),
            message=message,
            cause=f"{update.update_id}/{message.message_id}/{second}",
            query=update.callback_query,
        )

    async def _member(self, user: User) -> MemberView | None:
        """Return the role that the person holds now: one that was taken back counts at once."""
        person = await self._desk.addresses.find("moderator", user.id)
        return await member_of(self._desk.engine, person) if person else None

    def _wish(self, update: Update, chat: int) -> Wish:
        if update.callback_query:
            data = self._seal.open(chat, update.callback_query.data or "")
            return STALE if data is None else tapped(data)
        message = update.message or update.edited_message
        return wish_in(message) if message else Wish(WORDLESS)


def refusal(update: Update, visit: Visit) -> str | None:
    """Return why an update may not come in: a key, nothing for what is passed over in silence, None if it may."""
    said = update.message or update.edited_message
    if visit.message.chat.type != Chat.PRIVATE:
        return "" if visit.wish.name in {TEXT, WORDLESS} else "moderator-private-only"
    if visit.known is None and visit.wish.name != START:
        return STRANGER
    if update.edited_message:
        return "moderator-edited"
    if said and forwarded(said):
        return "moderator-forwarded"
    return "moderator-stale" if visit.wish is STALE else None


def forwarded(message: Message) -> bool:
    """Say whether somebody else's words were passed on; PTB keeps the fields of older Bot APIs aside."""
    return message.forward_origin is not None or "forward_date" in message.api_kwargs
