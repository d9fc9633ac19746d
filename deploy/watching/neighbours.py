"""What an instance leans on outside: which version the bus is of, and whether the model answers that was named."""

import aiohttp
from nats.aio.client import Client

from deploy.finding import Check
from deploy.settings import Settings

OLDEST = (2, 14)  # nats-server; what is tried is the one that comes with Palabre
SECONDS = 5.0
UNKNOWN_KEY = (401, 403)
FIRST_FAILURE = 500


def of_bus(client: Client) -> Check:
    """Look which version the server is of that we are connected to."""
    version = client.connected_server_version
    found = f"reachable, nats-server {version.major}.{version.minor}.{version.patch}"
    old = (version.major, version.minor) < OLDEST
    return Check("bus", found, f"update the nats-server to {'.'.join(map(str, OLDEST))} or newer" if old else None)


async def of_model(settings: Settings) -> Check | None:
    """Ask the model's endpoint which models it has, whatever it answers; None where no model is named.

    Nothing of the instance is told; only the key, to whom it belongs.
    """
    if settings.llm_url is None:
        return None
    key = settings.llm_key.get_secret_value() if settings.llm_key else None
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS)) as session,
            session.get(
                f"{settings.llm_url.rstrip('/')}/models", headers={"Authorization": f"Bearer {key}"} if key else {}
            ) as answer,
        ):
            return _judged(answer.status)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        mend = "check PALABRE_LLM_URL; meanwhile summaries are made of citizens' own sentences alone"
        return Check("model", f"cannot be reached ({type(error).__name__})", mend)


def _judged(status: int) -> Check:
    if status in UNKNOWN_KEY:
        return Check("model", f"answers {status}: it does not know our key", "check PALABRE_LLM_KEY")
    if status >= FIRST_FAILURE:
        return Check("model", f"answers {status}", "see the log of its server, or check PALABRE_LLM_URL")
    return Check("model", "reachable")
