"""Counts of votes and supports, and who took part: views, for those who are not to see who voted what.

At one moment a role that may read the views alone cannot put them together again: sums have no person, and whoever took
part has no vote. Whoever looks all the time can: somebody new in `turnout` and one more in `tally` are one vote, and a
later vote of a person already there shows in the sums alone. The barrier keeps PostgreSQL from showing a row to a
function in somebody's query before it is summed up.
"""

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Uuid,
    func,
    inspect,
    literal_column,
    select,
    text,
    union,
    union_all,
)
from sqlalchemy.sql.selectable import CompoundSelect
from sqlmodel import col

from storage.tables.votes import Support, Vote

_counts = MetaData()  # no tables of ours: no migration makes them, no backup holds them

TALLY = Table("tally", _counts, *(Column(name, kind) for name, kind in (
    ("theme", String), ("statement", Uuid), ("value", Integer), ("people", Integer),
)))  # fmt: skip
BACKING = Table("backing", _counts, Column("theme", String), Column("question", Uuid), Column("people", Integer))
TOTAL = Table("total", _counts, Column("theme", String), Column("votes", Integer), Column("supports", Integer))
TURNOUT = Table("turnout", _counts, Column("theme", String), Column("citizen", Uuid))  # who voted or supported there

VIEWS = (TALLY, BACKING, TOTAL, TURNOUT)


def _meaning() -> dict[str, Select[*tuple[object, ...]] | CompoundSelect[*tuple[object, ...]]]:
    none: ColumnElement[int] = literal_column("0", Integer)
    ballot = (col(Vote.theme), col(Vote.statement), col(Vote.value))
    support = (col(Support.theme), col(Support.question))
    return {
        "tally": select(*ballot, func.count().label("people")).group_by(*ballot),
        "backing": select(*support, func.count().label("people")).group_by(*support),
        "total": union_all(
            select(ballot[0], func.count().label("votes"), none.label("supports")).group_by(ballot[0]),
            select(support[0], none, func.count()).group_by(support[0]),
        ),
        "turnout": union(select(col(Vote.theme), col(Vote.citizen)), select(col(Support.theme), col(Support.citizen))),
    }


def make(connection: Connection) -> None:
    """Make the views, once there are the tables that they look at."""
    if not inspect(connection).has_table(str(Vote.__tablename__)):
        return
    barrier = " WITH (security_barrier)" if connection.dialect.name == "postgresql" else ""
    for name, query in _meaning().items():
        connection.execute(text(f"CREATE VIEW {name}{barrier} AS {query.compile(dialect=connection.dialect)}"))


def remove(connection: Connection) -> None:
    """Remove the views: no table that one looks at can be changed."""
    for view in VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {view.name}"))
