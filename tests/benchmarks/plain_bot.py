"""The peer: a plain aiogram bot, well written, that commits each update and answers.

Polling, uvloop, one sqlite3 connection in one thread, WAL with synchronous=FULL, one commit per update.
Run as `python -m tests.benchmarks.plain_bot API TOKEN DATABASE`.
"""

import asyncio
import json
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import uvloop
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

TABLES = """
CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, text TEXT NOT NULL, at INTEGER);
CREATE TABLE IF NOT EXISTS tap (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, data TEXT NOT NULL);
"""
BUTTONS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="See it", callback_data="see")]])


class Store:
    """One connection in one thread: the best that sqlite3 gives a bot that commits each update."""

    def __init__(self, file: Path) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._connection = sqlite3.connect(file, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.executescript(TABLES)

    async def keep(self, statement: str, *values: object) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self._keep, statement, values)

    def _keep(self, statement: str, values: tuple[object, ...]) -> None:
        with self._connection:
            self._connection.execute(statement, values)


async def on_message(message: Message, store: Store, event_update: Update) -> None:
    person = message.from_user.id if message.from_user else 0
    await store.keep(
        "INSERT OR IGNORE INTO message VALUES (?, ?, ?, ?)",
        event_update.update_id, person, message.text or "", int(message.date.timestamp()),
    )  # fmt: skip
    text = f"Received under number <b>{event_update.update_id}</b>."
    await message.answer(text, parse_mode="HTML", reply_markup=BUTTONS)


async def on_tap(query: CallbackQuery, store: Store, event_update: Update) -> None:
    await store.keep(
        "INSERT OR IGNORE INTO tap VALUES (?, ?, ?)", event_update.update_id, query.from_user.id, json.dumps(query.data)
    )
    if isinstance(query.message, Message):
        text = f"Counted under number <b>{event_update.update_id}</b>."
        await query.message.edit_text(text, parse_mode="HTML", reply_markup=BUTTONS)
    await query.answer("Counted")


async def main(api: str, token: str, database: str) -> None:
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher(store=Store(Path(database)))
    dispatcher.message.register(on_message)
    dispatcher.callback_query.register(on_tap)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    uvloop.run(main(*sys.argv[1:]))
