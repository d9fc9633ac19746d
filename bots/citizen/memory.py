"""What one process keeps in mind between visits; all of it can be read again."""

from dataclasses import dataclass
from typing import Self

from bots.citizen.dialogue import Dialogues
from bots.citizen.face import Face
from bots.citizen.flood import Flood
from bots.citizen.group_pace import Groups
from bots.citizen.identity import Identities
from storage.read_models.statements import Ballot
from storage.read_models.wall import Walls


@dataclass(frozen=True, slots=True)
class Memory:
    identities: Identities
    dialogues: Dialogues
    walls: Walls
    ballot: Ballot
    flood: Flood
    groups: Groups

    @classmethod
    def of(cls, face: Face) -> Self:
        return cls(
            identities=Identities(face),
            dialogues=Dialogues(face.dialogues, face.addresses.envelope_of),
            walls=Walls(face.engine),
            ballot=Ballot(face.engine),
            flood=Flood(face.clock),
            groups=Groups(),
        )
