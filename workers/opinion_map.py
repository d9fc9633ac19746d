"""The opinion map of a theme as a document: groups, common ground, contention, uncertainty; and its picture."""

import base64
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any
from uuid import UUID

import numpy as np

from deliberation.disclosure import SMALLEST
from deliberation.opinion_map import OpinionMap, Row, bridging, opinion_map
from deliberation.topics import Topics
from storage.read_models.contributions import ContributionView
from workers.material import Material, shown

MOST = 10  # statements in a list
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00")  # Okabe and Ito: told apart by colour-blind readers


def draw(material: Material) -> OpinionMap:
    return opinion_map(*material.ballots)


def groups_of(material: Material, drawn: OpinionMap) -> dict[UUID, int]:
    """Return the opinion group of each citizen who has one."""
    return {citizen: int(group) for citizen, group in zip(material.voters, drawn.group_of, strict=False) if group >= 0}


def document(material: Material, drawn: OpinionMap) -> dict[str, Any]:
    """Return the map as the contract describes it; statements by reference, with their text."""
    statements = material.statements
    return {
        "theme": material.theme,
        "input_hash": material.input_hash,
        "participants": drawn.participants,
        "statements": len(statements),
        "votes": drawn.votes,
        "groups": [
            {"id": group.id, "size": group.size, "representative": list(_rows(group.representative, statements))}
            for group in drawn.groups
        ],
        "common_ground": list(_rows(drawn.common_ground, statements)),
        "contention": list(_rows(drawn.contention, statements)),
        "uncertain": list(_rows(drawn.uncertain, statements)),
        "bridging": list(_bridges(material)),
        "stability": round(drawn.stability, 3),
    }


def _bridges(material: Material) -> Iterable[dict[str, Any]]:
    """Yield the statements that are surely liked beyond what the camps explain, the most liked first."""
    _, statement, value = material.ballots
    found = bridging(*material.ballots)
    most_liked = np.argsort(-found.score, kind="stable")
    for each in [each for each in most_liked if found.low[each] > 0 and found.votes[each] >= SMALLEST][:MOST]:
        votes = value[statement == each]
        yield {
            "statement": material.statements[each].reference,
            "text": shown(material.statements[each]),
            "agree": round(float((votes == 1).mean()), 4),
            "disagree": round(float((votes == -1).mean()), 4),
            "votes": int(found.votes[each]),
            "score": round(float(found.score[each]), 3),
            "low": round(float(found.low[each]), 3),
            "high": round(float(found.high[each]), 3),
        }


def _rows(rows: Iterable[Row], statements: Sequence[ContributionView]) -> Iterable[dict[str, Any]]:
    for row in rows:
        if row.votes >= SMALLEST:
            yield {
                "statement": statements[row.statement].reference,
                "text": shown(statements[row.statement]),
                "agree": round(row.agree, 4),
                "disagree": round(row.disagree, 4),
                "votes": row.votes,
                "side": row.side,
                "score": round(row.score, 6),
                "repness": round(row.repness, 4),
            }


def standing(material: Material, drawn: OpinionMap, found: Topics) -> dict[str, Any]:
    """Return what a person's own votes can be held against: each group's mean votes, and the statements by topic."""
    texts = zip(material.texts, found.topic_of, strict=True)
    opinions = [(text.reference, topic) for text, topic in texts if text.kind == "opinion"]
    return {
        "theme": material.theme,
        "input_hash": material.input_hash,
        "groups": [
            {"id": group.id, "size": group.size, "means": _means(material, drawn, group.id)} for group in drawn.groups
        ],
        "topics": [
            {"keywords": list(words), "statements": [reference for reference, topic in opinions if topic == number]}
            for number, words in enumerate(found.keywords)
        ],
    }


def _means(material: Material, drawn: OpinionMap, group: int) -> list[dict[str, Any]]:
    """Return a group's mean votes; where fewer than ten of it have voted, none."""
    participant, statement, value = material.ballots
    theirs = drawn.group_of[participant] == group
    seen, total = np.bincount(statement[theirs]), np.bincount(statement[theirs], value[theirs])
    return [
        {"statement": material.statements[each].reference, "mean": round(float(total[each] / seen[each]), 2)}
        for each in np.flatnonzero(seen >= SMALLEST)
    ]


def picture(drawn: OpinionMap) -> dict[str, str] | None:
    """Return the map as {"png": base64, "svg": text}, or None while too few people have voted to hide in it."""
    if drawn.participants < SMALLEST:
        return None
    from matplotlib.figure import Figure  # noqa: PLC0415 - a second and 60 MB, for whoever draws

    figure = Figure(figsize=(7, 5.5), layout="constrained")
    axes = figure.subplots()
    everyone = drawn.position
    axes.scatter(everyone[:, 0], everyone[:, 1], s=14, color="#999999", alpha=0.5, linewidths=0)
    for group in drawn.groups:
        here = everyone[drawn.group_of == group.id]
        colour = COLOURS[group.id % len(COLOURS)]
        axes.scatter(here[:, 0], here[:, 1], s=18, color=colour, alpha=0.7, linewidths=0)
        axes.annotate(
            f"{group.id + 1} · {group.size}", here.mean(axis=0), fontsize=15, fontweight="bold",
            color=colour, ha="center", bbox={"boxstyle": "round", "facecolor": "white", "edgecolor": colour},
        )  # fmt: skip
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    return {"png": base64.b64encode(_saved(figure, "png")).decode(), "svg": _saved(figure, "svg").decode()}


def _saved(figure: Any, kind: str) -> bytes:
    from matplotlib import rc_context  # noqa: PLC0415 - as above

    file = BytesIO()
    metadata = {"Date": None} if kind == "svg" else {"Software": None}
    with rc_context({"svg.hashsalt": "palabre"}):  # its ids would be drawn by lot
        figure.savefig(file, format=kind, dpi=130, metadata=metadata)
    return file.getvalue()
