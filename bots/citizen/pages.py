"""A long list, five at a time, turned in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bots.citizen.visit import Row

Item = TypeVar("Item")
SIZE = 5


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of the items; `number` counts from 0."""

    items: Sequence[Item]
    number: int
    last: int


def page_of(items: Sequence[Item], number: int) -> Page[Item]:
    """Return a page; beyond the end it is the last one."""
    last = max(0, (len(items) - 1) // SIZE)
    number = min(max(number, 0), last)
    return Page(items[number * SIZE : (number + 1) * SIZE], number, last)


def turning(page: Page[Item], data: str) -> Row:
    """Return the buttons to the pages before and after, none for a single page."""
    row = []
    if page.number:
        row.append(("◀", f"{data}:{page.number - 1}"))
    if page.last:
        row.append((f"{page.number + 1} / {page.last + 1}", f"{data}:{page.number}"))
    if page.number < page.last:
        row.append(("▶", f"{data}:{page.number + 1}"))
    return row
