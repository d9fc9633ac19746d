"""The solver of integer programmes says nothing: standard output is for results."""

import subprocess
import sys

SOLVE = "from deliberation.solver import solver; model = solver(); model.addVar(0, 1); model.run()"


def test_the_solver_does_not_even_greet() -> None:
    """In a process of its own: it greets once."""
    told = subprocess.run([sys.executable, "-c", SOLVE], capture_output=True, check=True, timeout=60)
    assert (told.stdout, told.stderr) == (b"", b"")
