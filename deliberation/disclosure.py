"""Which counts may be published: none in which a person could be found."""

from collections.abc import Mapping

SMALLEST = 10  # people; a smaller number could be somebody


def told(cells: Mapping[str, tuple[int, int]]) -> dict[str, int | None]:
    """Return the counts of cells (count, people) that sum to a known total; None for those that stay untold.

    Untold are cells with fewer than ten people; where that is a single one, the smallest other with it, since the total
    would give it away (primary and complementary suppression).
    """
    untold = {name for name, (_, people) in cells.items() if people < SMALLEST}
    others = sorted((count, name) for name, (count, _) in cells.items() if name not in untold)
    if len(untold) == 1 and others:
        untold.add(others[0][1])
    return {name: None if name in untold else count for name, (count, _) in cells.items()}
