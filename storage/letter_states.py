"""The states of a letter, and what follows which.

waiting → sending → sent; waiting again when it must be later; failed; replaced by newer news of the same; or
stopped with the broadcast that it belongs to. A letter that may have arrived (Telegram's answer was lost, or we died
while sending) is doubtful: it is looked for before anything else is done about it. Found, it is sent; surely nowhere,
it waits as before; and if nobody can tell it is `again` → resending: once more, and when that is doubtful too
(`doubted`) and cannot be found, it has failed. What comes to somebody who cannot be reached is unreachable; what was
due in the last days waits again once they are back. What can wait for a digest is kept until it leaves within one,
gathered, or is dropped.
"""

from sqlalchemy import ColumnElement, case
from sqlmodel import col

from storage.tables.identity import Letter

BEGUN = {"waiting": "sending", "again": "resending"}
UNSENT = {"sending": "waiting", "resending": "again"}
IN_DOUBT = {"sending": "doubtful", "resending": "doubted"}
ABSENT = {"doubtful": "waiting", "doubted": "again"}  # surely: the next sending is no repetition
UNSURE = {"doubtful": "again", "doubted": "failed"}
DOUBTS = tuple(IN_DOUBT.values())
WAITING = (*BEGUN, *DOUBTS)
ON_THE_WAY = (*WAITING, *UNSENT)
KEPT_BACK = "kept"  # until it is gathered into a digest, or dropped
DIGEST = "notice-digest"  # the wording of the letter that says what was gathered


def next_state(change: dict[str, str]) -> ColumnElement[str]:
    """Return the state that follows each state; any other stays."""
    return case(change, value=col(Letter.state), else_=col(Letter.state))
