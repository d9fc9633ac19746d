"""What can be touched in a message: addresses, names of bots, commands, as Telegram finds them in any text."""

import re
from collections.abc import Iterator, Sequence

from bots.playground.entities import Node

AS_IT_IS = frozenset({"a", "code", "pre"})  # nothing in these becomes a link
TOUCHED = re.compile(
    r"(?P<address>https?://[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]’…])|(?P<short>(?<![\w/.@])t\.me/[\w?=&/+-]*\w)"
    r"|(?P<name>(?<![\w@/.])@\w{5,32})|(?P<command>(?<![\w/:.<-])/[a-z][a-z0-9_]{0,31}(?![\w/]))"
)


def touchable(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the parts of a message, texts split where something in them can be touched."""
    for node in nodes:
        if isinstance(node, str):
            yield from _touched(node)
        elif node["tag"] in AS_IT_IS:
            yield node
        else:
            yield {**node, "inside": list(touchable(node["inside"]))}


def _touched(text: str) -> Iterator[Node]:
    end = 0
    for found in TOUCHED.finditer(text):
        if before := text[end : found.start()]:
            yield before
        yield _part(found)
        end = found.end()
    if rest := text[end:]:
        yield rest


def _part(found: re.Match[str]) -> Node:
    shown, what = found.group(), found.lastgroup
    if what == "command":
        return {"tag": "command", "inside": [shown]}
    address = {"short": f"https://{shown}", "name": f"https://t.me/{shown[1:]}"}.get(str(what), shown)
    return {"tag": "a", "href": address, "inside": [shown]}
