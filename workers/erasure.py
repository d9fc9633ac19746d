"""/forget: whoever wants to be erased is."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncEngine

from events.citizens import CitizenForgotten


async def erase_again(engine: AsyncEngine, erasures: Sequence[CitizenForgotten]) -> int:
    """Apply to a restored database the erasures that it does not know; return how many it did not.

    Their acts get entries of their own at the end of the record. `workers.sweeping.sweep_to_the_end` comes after.
    """
    raise NotImplementedError
