"""The format `polis`: comments.csv and votes.csv of a Polis export; what was refused there stays out with its votes."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal
from uuid import UUID

from deploy.imports.import_rows import Act, ImportError_, Maker, Reading, Row, milliseconds, read, rows
from events.contributions import OpinionGiven
from events.votes import VoteCast

COMMENTS, VOTES = "comments.csv", "votes.csv"
COMMENT_COLUMNS = ("timestamp", "comment-id", "author-id", "comment-body", "moderated")
VOTE_COLUMNS = ("timestamp", "comment-id", "voter-id", "vote")
LONGEST = 2000  # the bound of the fact itself; Polis has its own lengths
VALUES: dict[str, Literal[-1, 0, 1]] = {"1": 1, "-1": -1, "0": 0}
REFUSED = "-1"


def polis(folder: Path, maker: Maker) -> Reading:
    """Read a Polis export. Raises ImportError_."""
    for name in (COMMENTS, VOTES):
        if not (folder / name).is_file():
            raise ImportError_(f"{folder} holds no {name}: name the folder of a Polis export")
    export = Export(maker)
    for row in rows(folder / COMMENTS, COMMENT_COLUMNS):
        read(export.reading, row, partial(export.comment, row), COMMENTS)
    for row in rows(folder / VOTES, VOTE_COLUMNS):
        read(export.reading, row, partial(export.vote, row), VOTES)
    export.reading.ballots = sorted(export.last.values(), key=lambda act: (act.fact.occurred_at, act.line))
    return export.reading


@dataclass
class Export:
    """An export as far as it has been read: lines of the comments, those refused, and the last vote of each pair."""

    maker: Maker
    reading: Reading = field(default_factory=Reading)
    lines: dict[str, int] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    statements: dict[str, UUID] = field(default_factory=dict)
    last: dict[tuple[str, str], Act] = field(default_factory=dict)

    def comment(self, row: Row) -> None:
        number, text = row["comment-id"], row["comment-body"]
        if not number or not row["author-id"]:
            raise ValueError("comment-id and author-id must not be empty")
        if number in self.lines:
            raise ValueError(f'comment-id: "{number[:40]}" is used on line {self.lines[number]} already')
        self.lines[number] = row.line
        if row["moderated"] == REFUSED:
            self.refused.add(number)
            return
        if not 1 <= len(text) <= LONGEST:
            raise ValueError(f"comment-body: {len(text)} characters; a statement has 1 to {LONGEST}")
        fact = OpinionGiven(
            event_id=self.maker.id_of("polis", "comment", number),
            city=self.maker.city,
            occurred_at=milliseconds(row["timestamp"]),
            theme=self.maker.theme,
            citizen=self.maker.citizen("polis", row["author-id"]),
            text=text,
            origin=f"polis:{number}",
        )
        self.statements[number] = fact.event_id
        self.reading.contributions.append(Act(row.line, fact, COMMENTS))

    def vote(self, row: Row) -> None:
        """Keep a vote unless the same person voted on the same statement later."""
        number, voter, when = row["comment-id"], row["voter-id"], milliseconds(row["timestamp"])
        if row["vote"] not in VALUES:
            raise ValueError(f'vote: "{row["vote"][:40]}" is none of 1 (agree), -1 (disagree), 0 (pass)')
        if not voter or number not in self.lines:
            raise ValueError(f'comment-id and voter-id: "{number[:40]}" must be in {COMMENTS}, and neither be empty')
        if number in self.refused:
            return
        if number not in self.statements:
            raise ValueError(f'comment-id: comment "{number}" stayed out')
        before = self.last.get((voter, number))
        if before and before.fact.occurred_at > when:
            return
        self.last[voter, number] = Act(row.line, self._cast(number, voter, when, row), VOTES)

    def _cast(self, number: str, voter: str, when: datetime, row: Row) -> VoteCast:
        return VoteCast(
            event_id=self.maker.id_of("polis", "vote", voter, number, row["timestamp"]),
            city=self.maker.city,
            occurred_at=when,
            theme=self.maker.theme,
            statement=self.statements[number],
            citizen=self.maker.citizen("polis", voter),
            value=VALUES[row["vote"]],
        )
