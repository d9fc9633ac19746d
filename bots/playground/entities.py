"""Telegram's HTML: which tags there are, what a text is without them, and its parts as a page draws them."""

from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

TAGS = frozenset(
    {
        "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre",
        "tg-spoiler", "span", "blockquote", "tg-emoji",
    }
)  # fmt: skip
NAMED = frozenset({"lt", "gt", "amp", "quot"})
SAME = {
    "strong": "b", "em": "i", "ins": "u", "strike": "s", "del": "s", "tg-spoiler": "spoiler", "span": "spoiler",
    "tg-emoji": "span",
}  # fmt: skip

Node = str | dict[str, Any]  # a text, or a tag with what is inside it (and, of a link, its address)


class BadEntitiesError(ValueError):
    """Telegram would answer “can't parse entities”."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.nodes: list[Node] = []
        self._open: list[str] = []
        self._inside = [self.nodes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise BadEntitiesError(f'unsupported start tag "{tag}"')
        if tag == "a" and not dict(attrs).get("href"):
            raise BadEntitiesError("a link needs its address")
        if tag == "span" and dict(attrs) != {"class": "tg-spoiler"}:
            raise BadEntitiesError('tag "span" must have class "tg-spoiler"')
        self._open.append(tag)
        node: dict[str, Any] = {"tag": SAME.get(tag, tag), "inside": []}
        self._inside[-1].append({**node, "href": dict(attrs)["href"]} if tag == "a" else node)
        self._inside.append(node["inside"])

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            raise BadEntitiesError(f'unexpected end tag "{tag}"')
        self._open.pop()
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise BadEntitiesError("unescaped <")
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        if name not in NAMED:
            raise BadEntitiesError(f"unknown entity &{name};")
        self._say({"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[name])

    def handle_charref(self, name: str) -> None:
        try:
            self._say(chr(int(name[1:], 16) if name[:1] in "xX" else int(name)))
        except (ValueError, OverflowError):
            raise BadEntitiesError(f"no such character &#{name};") from None

    def handle_comment(self, data: str) -> None:
        raise BadEntitiesError(f'unsupported start tag "!--{data[:20]}"')

    def handle_decl(self, decl: str) -> None:
        raise BadEntitiesError(f'unsupported start tag "!{decl[:20]}"')

    def unknown_decl(self, data: str) -> None:
        raise BadEntitiesError(f'unsupported start tag "![{data[:20]}"')

    def handle_pi(self, data: str) -> None:
        raise BadEntitiesError(f'unsupported start tag "?{data[:20]}"')

    def _say(self, text: str) -> None:
        self.text.append(text)
        nodes = self._inside[-1]
        if nodes and isinstance(nodes[-1], str):
            nodes[-1] += text
        else:
            nodes.append(text)

    def closed(self) -> str:
        self.close()
        if self._open:
            raise BadEntitiesError(f'tag "{self._open[-1]}" is not closed')
        return "".join(self.text)


def plain(html: str) -> str:
    """Return the text of an HTML message. Raises BadEntitiesError where Telegram would refuse it."""
    reader = _Reader()
    reader.feed(html)
    return reader.closed()


@lru_cache(maxsize=4096)
def parts(html: str) -> tuple[Node, ...]:
    """Return the parts of an HTML message: texts, and tags with what is inside them. Raises BadEntitiesError."""
    reader = _Reader()
    reader.feed(html)
    reader.closed()
    return tuple(reader.nodes)


def commands_in(text: str) -> list[dict[str, object]]:
    """Return the entity of a command at the beginning of a text (offsets in UTF-16 units, as Telegram counts)."""
    if not text.startswith("/") or len(text.split(maxsplit=1)[0]) < 2:  # noqa: PLR2004 - a slash and a letter
        return []
    return [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0].encode("utf-16-le")) // 2}]
