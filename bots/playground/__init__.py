"""A Bot API look-alike: both bots are pointed at it by base URL, and people talk to them from phones in memory.

It is strict where Telegram is strict (lengths, entities, callback data, offsets) and fails on demand.
"""

from bots.playground.phone import Phone
from bots.playground.server import Playground, playground

__all__ = ["Phone", "Playground", "playground"]
