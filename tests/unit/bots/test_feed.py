"""What keeps updates in order, and which errors are the world's."""

import asyncio

import pytest
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bots.feed import TookTooLongError, Update, chat_of, is_away
from bots.messenger import TelegramAwayError
from events.bus import BusAwayError, BusRefusedError

CAUSE = Exception("the driver's own")


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"update_id": 1, "message": {"chat": {"id": 7}, "from": {"id": 8}}}, 7),
        ({"update_id": 1, "edited_message": {"chat": {"id": 7}}}, 7),
        ({"update_id": 1, "callback_query": {"from": {"id": 8}, "message": {"chat": {"id": 7}}}}, 7),
        ({"update_id": 1, "callback_query": {"from": {"id": 8}, "inline_message_id": "x"}}, 8),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 7}, "from": {"id": 8}}}, 7),
        ({"update_id": 1, "poll": {"id": "5"}}, 1),
        ({"update_id": 1}, 1),
    ],
)
def test_updates_are_kept_in_order_by_chat_or_sender_or_not_at_all(update: Update, chat: int) -> None:
    assert chat_of(update) == chat


@pytest.mark.parametrize(
    "error",
    [
        BusAwayError("away"),
        ConnectionRefusedError("no database listens"),
        OperationalError("", {}, CAUSE),
        InterfaceError("", {}, CAUSE),
        DBAPIError("", {}, CAUSE),
        DatabaseError("", {}, Exception("database disk image is malformed")),
        PoolTimeoutError("no connection is free"),
        TimeoutError("the database is silent"),
    ],
)
def test_an_update_waits_while_bus_or_database_are_away(error: Exception) -> None:
    assert is_away(error)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("a bug"),
        TookTooLongError("it hangs"),
        TelegramAwayError("no answer could be sent"),
        IntegrityError("", {}, CAUSE),
        BusRefusedError("a right is missing"),
        asyncio.CancelledError(),
    ],
)
def test_what_an_update_itself_brings_about_comes_to_an_end(error: BaseException) -> None:
    assert not is_away(error)
