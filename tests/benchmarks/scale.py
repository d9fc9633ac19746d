"""A city's ten thousand questions through the command: import, agenda, summary; how long, how much memory.

`python -m tests.benchmarks.scale [COUNT]`. The questions are made here, all different, most of them in French, and
each is asked by somebody else. Each step is a process of its own, as a person at the keyboard starts it; its seconds
and the most memory that it held are told, and kept in build/bench.json under "scale".
"""

import csv
import json
import os
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.report import Figure, Report

COUNT, SECONDS, MEGABYTES, READY, PRINTED, LARGEST = 10_000, 120, 1000, 5, 10, 100
PALABRE = Path(sys.executable).with_name("palabre")
WORKER = """
import deploy.parts, workers.cartographer, workers.kinship
from deliberation.similarity import embedder
embedder()(["Pourquoi la viande est-elle si chère ?"])
"""
PAGES = """
import asyncio, os, time
from deploy.settings import load
from deploy.site import Site
from deploy.wiring import memory, now

async def main():
    settings = load(os.environ)
    async with memory(settings) as engine:
        start = time.perf_counter()
        files = await Site(settings, engine, now).files(None)
        took, pages = time.perf_counter() - start, [page for path, page in files.items() if path.endswith(".html")]
        print(took, len(files), max(map(len, pages)))

asyncio.run(main())
"""
ASKING = {
    "fr": (
        "Pourquoi {} {} ?", "Comment faire pour que {} {} ?", "Est-ce que {} {}, oui ou non ?",
        "Qui décide si {} {} ?", "Combien cela coûte-t-il quand {} {} ?", "Que dit la ville si {} {} ?",
        "À partir de quand {} {} ?", "Peut-on voter pour que {} {} ?",
    ),
    "en": ("Why is it that {} {}?", "Who decides whether {} {}?", "What does the city say if {} {}?"),
    "it": ("Perché {} {}?", "Chi decide se {} {}?", "Che cosa dice il comune se {} {}?"),
    "es": ("¿Por qué {} {}?", "¿Quién decide si {} {}?", "¿Qué dice el ayuntamiento si {} {}?"),
}  # fmt: skip
WHO = {
    "fr": (
        "la cantine du collège", "la cantine de la maternelle", "le restaurant universitaire", "l'hôpital", "la prison",
        "le boucher du quartier", "le supermarché de la zone", "le marché du samedi", "l'éleveur de montagne",
        "l'abattoir de la vallée", "la maison de retraite", "le traiteur de la mairie", "la ferme pédagogique",
        "le fast-food du centre", "la coopérative", "le grossiste", "le lycée agricole", "la crèche municipale",
    ),
    "en": ("the school canteen", "the local butcher", "the hill farmer", "the slaughterhouse", "the hospital kitchen"),
    "it": ("la mensa della scuola", "il macellaio", "l'allevatore", "il macello", "la cucina dell'ospedale"),
    "es": ("el comedor del colegio", "el carnicero", "el ganadero", "el matadero", "la cocina del hospital"),
}  # fmt: skip
DOES = {
    "fr": (
        "jette encore de la viande", "achète du bœuf importé", "n'affiche pas l'origine du porc",
        "sert du poisson pané chaque vendredi", "paie si mal le lait", "propose des lentilles à la place du veau",
        "utilise des antibiotiques", "ferme pendant l'été", "change de fournisseur sans prévenir",
        "refuse les repas sans porc", "garde des poules en cage", "gaspille l'eau de la rivière",
        "filme les animaux avant l'abattage", "vend des œufs à ce prix", "reçoit des aides de la région",
        "livre en camion de nuit", "emballe tout dans du plastique", "met des nitrites dans le jambon",
        "cuisine du gibier local", "nourrit les bêtes au soja", "embauche des apprentis", "plante des haies",
        "accueille les classes le mercredi", "donne les invendus aux associations",
    ),
    "en": ("throws meat away", "buys imported beef", "uses antibiotics", "closes in summer", "sells such eggs"),
    "it": ("butta via la carne", "compra manzo importato", "usa antibiotici", "chiude d'estate", "vende queste uova"),
    "es": ("tira carne", "compra ternera importada", "usa antibióticos", "cierra en verano", "vende estos huevos"),
}  # fmt: skip
WHEN = {
    "fr": (
        "", "depuis deux ans", "à Clermont", "dans nos villages", "malgré la loi", "pendant les vacances",
        "sans prévenir les parents", "près de la gare", "comme ailleurs en Europe", "en hiver", "au nord de la ville",
        "le lundi", "pour les familles modestes", "en bio", "dès l'an prochain", "avec nos impôts", "hors saison",
    ),
    "en": ("", "this year", "in our town", "in winter", "for poor families", "on Mondays", "against the law"),
    "it": ("", "quest'anno", "in città", "d'inverno", "per le famiglie povere", "di lunedì", "contro la legge"),
    "es": ("", "este año", "en la ciudad", "en invierno", "para familias pobres", "los lunes", "contra la ley"),
}  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    count = int(arguments[0]) if arguments else COUNT
    report = Report("scale")
    with TemporaryDirectory() as folder:
        home = Path(folder)
        worker = Used.by(sys.executable, (sys.executable, "-c", WORKER), home)
        report.add(Figure("a worker, from its start to the first vector", worker.seconds, bar=f"{READY} s"))
        report.say("a worker, from its start to the first vector, seconds of the processor", round(worker.busy, 1))
        sheet = written(home / "questions.csv", made_questions(count))
        bring_in = ("import", str(sheet), "--theme", "meat", "--create-theme", "Meat", "--admit")
        used = [told(report, home, bring_in)]
        used += [told(report, home, (result, "meat", "--compute", "--json")) for result in ("agenda", "summary")]
        print_pages(report, home)
    what = f"{count:,} questions: import, agenda, summary"
    report.add(Figure(what, sum(each.seconds for each in used), bar=f"{SECONDS} s"))
    report.say(f"{what}, seconds of the processor", round(sum(each.busy for each in used), 1))
    report.say(f"{what}, most memory, MB (bar: {MEGABYTES})", max(each.megabytes for each in used))
    report.keep()


@dataclass(frozen=True, slots=True)
class Used:
    """What a process took: seconds on the wall, seconds of the processor, and the most memory it held."""

    seconds: float
    busy: float
    megabytes: int
    said: str

    @classmethod
    def by(cls, program: str | Path, arguments: tuple[str, ...], home: Path) -> "Used":
        """Run a program to its end in a home of its own."""
        variables = {**os.environ, "PALABRE_HOME": str(home / "home"), "PALABRE_SECRET": "a secret of the benchmark"}
        out = home / "said"
        to_file = [(os.POSIX_SPAWN_OPEN, 1, str(out), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)]
        start = perf_counter()
        child = os.posix_spawn(program, arguments, variables, file_actions=to_file)
        _, status, used = os.wait4(child, 0)
        took = perf_counter() - start
        if status:
            raise SystemExit(f"{arguments[0]} {arguments[1]} failed")
        return cls(took, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, out.read_text(encoding="utf-8"))


def told(report: Report, home: Path, step: Sequence[str]) -> Used:
    """Run the command, and tell what it took and how much it found."""
    used = Used.by(PALABRE, ("palabre", *step), home)
    report.add(Figure(f"palabre {step[0]}", used.seconds))
    report.say(f"palabre {step[0]}, seconds of the processor", round(used.busy, 1))
    if step[-1] == "--json":
        found = json.loads(used.said)
        report.say(f"palabre {step[0]}, items or sections", len(found.get("items", found.get("sections", []))))
    return used


def print_pages(report: Report, home: Path) -> None:
    """Print all public pages and open data of the theme anew, as `palabre web` does after a decision."""
    seconds, files, largest = Used.by(sys.executable, (sys.executable, "-c", PAGES), home).said.split()
    report.add(Figure(f"public pages: {files} files made anew", float(seconds), bar=f"{PRINTED} s"))
    report.say(f"public pages: the largest, kB (bar: {LARGEST})", int(largest) // 1000)


def made_questions(count: int) -> list[str]:
    """Make so many different questions, six in ten of them in French."""
    chance = random.Random(0)
    found: dict[str, None] = {}
    while len(found) < count:
        spoken = "fr" if chance.randrange(10) < 6 else chance.choice(("fr", "en", "it", "es"))
        does = f"{chance.choice(DOES[spoken])} {chance.choice(WHEN[spoken])}".strip()
        found[chance.choice(ASKING[spoken]).format(chance.choice(WHO[spoken]), does)] = None
    return list(found)


def written(sheet: Path, questions: Sequence[str]) -> Path:
    with sheet.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(("kind", "id", "author", "text", "language", "target", "value", "created_at"))
        rows.writerows(("question", f"q{n}", f"person {n}", text, "", "", "", "") for n, text in enumerate(questions))
    return sheet


if __name__ == "__main__":
    main(sys.argv[1:])
