"""Telegram's HTML: which tags there are, and what a text is without them."""

from html.parser import HTMLParser

TAGS = frozenset(
    {
        "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre",
        "tg-spoiler", "span", "blockquote", "tg-emoji",
    }
)  # fmt: skip
NAMED = frozenset({"lt", "gt", "amp", "quot"})


class BadEntitiesError(ValueError):
    """Telegram would answer “can't parse entities”."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise BadEntitiesError(f'unsupported start tag "{tag}"')
        if tag == "a" and not dict(attrs).get("href"):
            raise BadEntitiesError("a link needs its address")
        if tag == "span" and dict(attrs) != {"class": "tg-spoiler"}:
            raise BadEntitiesError('tag "span" must have class "tg-spoiler"')
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            raise BadEntitiesError(f'unexpected end tag "{tag}"')
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise BadEntitiesError("unescaped <")
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        if name not in NAMED:
            raise BadEntitiesError(f"unknown entity &{name};")
        self.text.append({"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[name])

    def handle_charref(self, name: str) -> None:
        try:
            self.text.append(chr(int(name[1:], 16) if name[:1] in "xX" else int(name)))
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


def commands_in(text: str) -> list[dict[str, object]]:
    """Return the entity of a command at the beginning of a text (offsets in UTF-16 units, as Telegram counts)."""
    if not text.startswith("/") or len(text.split(maxsplit=1)[0]) < 2:  # noqa: PLR2004 - a slash and a letter
        return []
    return [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0].encode("utf-16-le")) // 2}]
