"""A citizens' panel by lot: fair to everybody, within all quotas, and checkable by anybody."""

from deliberation.sortition.drawing import Draw, draw, substitutes
from deliberation.sortition.panels import Bound, InfeasibleQuotas

__all__ = ["Bound", "Draw", "InfeasibleQuotas", "draw", "substitutes"]
