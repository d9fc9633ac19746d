"""The format `palabre`: one CSV file of contributions, votes, supports and sign-ups."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal
from uuid import UUID

from deliberation.legible import legible
from deliberation.lengths import LENGTHS, says_something
from deploy.imports.import_rows import Act, Maker, Reading, Row, moment, read, rows
from events.base import Event
from events.contributions import OpinionGiven, QuestionAsked, TestimonyGiven
from events.sessions import SeatRequested
from events.votes import SupportGiven, VoteCast

COLUMNS = ("kind", "id", "author")
KINDS = {"question": QuestionAsked, "opinion": OpinionGiven, "testimony": TestimonyGiven}
ABOUT = {"vote": "opinion", "support": "question"}
VALUES: dict[str, Literal[-1, 0, 1]] = {"agree": 1, "pass": 0, "disagree": -1}
LONGEST_ID = 190
LANGUAGE = re.compile(r"([A-Za-z]{2,3})([-_][A-Za-z0-9]{2,8})*")


def palabre(file: Path, maker: Maker, here: Mapping[UUID, str], sessions: Mapping[str, UUID]) -> Reading:
    """Read a file. `here` are the theme's contributions with their kind, `sessions` its debates by reference.

    Raises ImportError_.
    """
    sheet = Sheet(maker, sessions, dict(here))
    ballots: list[Row] = []
    for row in rows(file, COLUMNS):
        if row["kind"] in KINDS:
            read(sheet.reading, row, partial(sheet.contribution, row))
        else:
            read(sheet.reading, row, partial(sheet.later, row, ballots))
    for row in ballots:  # a target may be further down
        read(sheet.reading, row, partial(sheet.ballot, row))
    return sheet.reading


@dataclass
class Sheet:
    """A file as far as it has been read: the line of each id, and what votes and supports may be about."""

    maker: Maker
    sessions: Mapping[str, UUID]
    kinds: dict[UUID, str]
    reading: Reading = field(default_factory=Reading)
    lines: dict[str, int] = field(default_factory=dict)

    def contribution(self, row: Row) -> None:
        kind, text = row["kind"], row["text"]
        self._take_id(row)
        (least, most), length = LENGTHS[kind], len(legible(text))
        if not least <= length <= most:
            raise ValueError(f"text: {length} characters; of kind {kind} it has {least} to {most}")
        if not says_something(text):
            raise ValueError("text: says nothing: write it in words")
        fact = KINDS[kind](
            event_id=self.id_of(row["id"]),
            city=self.maker.city,
            occurred_at=moment(row["created_at"], self.maker.now),
            theme=self.maker.theme,
            citizen=self.maker.citizen("palabre", row["author"]),
            text=text,
            language=language(row["language"]),
            origin=f"import:{row['id']}",
        )
        self.kinds.setdefault(fact.event_id, kind)
        self.reading.contributions.append(Act(row.line, fact))

    def later(self, row: Row, ballots: list[Row]) -> None:
        kind = row["kind"]
        if kind not in {*ABOUT, "sign_up"}:
            raise ValueError(f'kind: "{kind[:40]}" is none of question, opinion, testimony, vote, support, sign_up')
        self._take_id(row)
        ballots.append(row)

    def ballot(self, row: Row) -> None:
        fact = self._seat(row) if row["kind"] == "sign_up" else self._voice(row)
        self.reading.ballots.append(Act(row.line, fact))

    def id_of(self, row_id: str) -> UUID:
        """Return the fact's id: one for all kinds, so that an id used for another kind is found out."""
        return self.maker.id_of("row", row_id)

    def _seat(self, row: Row) -> Event:
        session = self.sessions.get(row["target"].upper())
        if session is None:
            raise ValueError(f'target: there is no session "{row["target"][:40]}" in this theme')
        return SeatRequested.model_validate({**self._base(row), "session": session})

    def _voice(self, row: Row) -> Event:
        kind, target = row["kind"], self.id_of(row["target"])
        if target not in self.kinds:
            raise ValueError(f'target: there is no contribution "{row["target"][:40]}" in this theme')
        if self.kinds[target] != ABOUT[kind]:
            raise ValueError(
                f'target: "{row["target"]}" is of kind {self.kinds[target]}; a {kind} needs a {ABOUT[kind]}'
            )
        base = {**self._base(row), "theme": self.maker.theme}
        if kind == "support":
            return SupportGiven.model_validate({**base, "question": target})
        if row["value"] not in VALUES:
            raise ValueError(f'value: "{row["value"][:40]}" is none of agree, disagree, pass')
        return VoteCast.model_validate({**base, "statement": target, "value": VALUES[row["value"]]})

    def _base(self, row: Row) -> dict[str, object]:
        return {
            "event_id": self.id_of(row["id"]),
            "city": self.maker.city,
            "occurred_at": moment(row["created_at"], self.maker.now),
            "citizen": self.maker.citizen("palabre", row["author"]),
        }

    def _take_id(self, row: Row) -> None:
        row_id = row["id"]
        if not row_id or not row["author"]:
            raise ValueError("id and author must not be empty")
        if len(row_id) > LONGEST_ID:
            raise ValueError(f"id: {len(row_id)} characters; it has at most {LONGEST_ID}")
        if row_id in self.lines:
            raise ValueError(f'id: "{row_id}" is used on line {self.lines[row_id]} already')
        self.lines[row_id] = row.line


def language(written: str) -> str | None:
    """Return a language's code without its region (`fr-FR` is `fr`), None where none is given."""
    found = LANGUAGE.fullmatch(written)
    if written and not found:
        raise ValueError(f'language: "{written[:40]}" is no code such as fr or en')
    return found[1].lower() if found else None
