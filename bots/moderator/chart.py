"""A small picture of counts."""

from collections.abc import Sequence
from io import BytesIO

INK, BAR = "#222222", "#2a6f97"


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
