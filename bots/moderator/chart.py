"""Small pictures of counts and shares."""

from collections.abc import Sequence
from io import BytesIO

from bots.wording import Wording, wording

INK, BAR, TARGET = "#222222", "#2a6f97", "#d1495b"
WITHOUT_LETTERS = frozenset({"zh"})  # languages that the font of our pictures cannot write


def drawable(say: Wording) -> Wording:
    """Return the words that a picture can show: English where its font lacks the letters."""
    return wording("en") if say.language in WITHOUT_LETTERS else say


def bars(title: str, labels: Sequence[str], values: Sequence[int]) -> bytes:
    """Return horizontal bars, each with its number, as a PNG."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - heavy, and seldom asked for

    figure = Figure(figsize=(7, 0.6 * len(labels) + 1.2), layout="constrained")
    axes = figure.subplots()
    drawn = axes.barh(labels, values, color=BAR)
    axes.bar_label(drawn, padding=4, color=INK)
    axes.invert_yaxis()
    axes.set_title(title, loc="left", color=INK)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.xaxis.set_visible(False)
    axes.margins(x=0.12)
    file = BytesIO()
    figure.savefig(file, format="png", dpi=110)
    return file.getvalue()


def shares_beside(
    title: str,
    labels: Sequence[str],
    pairs: tuple[Sequence[float | None], Sequence[float]],
    words: tuple[str, str],
) -> bytes:
    """Return shares as bars, each with a mark where its target lies, as a PNG; None is a share that is not told."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - as above

    shares, targets = pairs
    figure = Figure(figsize=(7, 0.45 * len(labels) + 1.6), layout="constrained")
    axes, places = figure.subplots(), range(len(labels))
    drawn = axes.barh(places, [100 * (share or 0) for share in shares], color=BAR, label=words[0])
    axes.bar_label(drawn, ["?" if share is None else f"{100 * share:.0f} %" for share in shares], padding=4, color=INK)
    marks = [100 * target for target in targets]
    axes.scatter(marks, places, marker="|", s=320, linewidths=3, color=TARGET, label=words[1], zorder=3)
    axes.set_yticks(places, labels)
    axes.invert_yaxis()
    axes.set_title(title, loc="left", color=INK)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.xaxis.set_visible(False)
    axes.margins(x=0.12)
    figure.legend(loc="outside lower left", ncols=2, frameon=False)
    file = BytesIO()
    figure.savefig(file, format="png", dpi=110)
    return file.getvalue()
