"""A citizens' panel by lot: fair to everybody, within all quotas, and checkable by anybody."""

from deliberation.sortition.bounds import Bound, InfeasibleQuotas
from deliberation.sortition.drawing import Draw, draw, substitutes

__all__ = ["Bound", "Draw", "InfeasibleQuotas", "draw", "substitutes"]
