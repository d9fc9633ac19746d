"""After an erasure: what lies outside the tables is overwritten, on the bus and on the disk."""

from nats.js import JetStreamContext
from sqlalchemy.ext.asyncio import AsyncEngine


async def sweep_to_the_end(engine: AsyncEngine, js: JetStreamContext | None) -> int:
    """Finish every erasure that is not done: streams (where there is a bus), then the database's files.

    Return how many messages were overwritten. For a restored instance before anything starts.
    """
    raise NotImplementedError
