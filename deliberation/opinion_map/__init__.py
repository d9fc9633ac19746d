"""The opinion map: where people stand, which groups they form, what unites and what divides them.

Method: the principal plane of the mean-imputed votes and the representativeness tests are those of Polis (Small and
others: "Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces", Recerca 26(2), 2021); the plane is
computed exactly, and groups are shown only when they are stable.
"""

from deliberation.opinion_map.assembly import Assembly, assemble
from deliberation.opinion_map.bridging import Bridging, bridging
from deliberation.opinion_map.drawing import Group, OpinionMap, opinion_map
from deliberation.opinion_map.state import VoteState
from deliberation.opinion_map.statements import Row

__all__ = ["Assembly", "Bridging", "Group", "OpinionMap", "Row", "VoteState", "assemble", "bridging", "opinion_map"]
