"""A model at work on summaries beside the cartographer, where the settings name one."""

import asyncio
from typing import TYPE_CHECKING

from deploy.settings import Settings
from deploy.wiring import Instance, now
from workers.reception import Attempts

if TYPE_CHECKING:
    from workers.model import Model

PAUSE = 15.0  # seconds between two rounds of questions: a model is paid by the word
LONGEST_PAUSE = 3600.0  # while it does not answer
DOUBLINGS = 10


async def keep_worded(parts: Instance, computed: asyncio.Event, attempts: Attempts) -> None:
    """Have a model reword what was computed; a slow or dead one holds nothing else up, and is asked again later."""
    from workers.rewording import Rewording, forget_wordings  # noqa: PLC0415 - only the cartographer's part asks

    model = model_of(parts.settings)
    if model is None:
        await attempts.attempt("forgetting a model's words", forget_wordings(parts.engine))
        return
    rewording, failed = Rewording(parts.engine, now, parts.settings.language, model), 0
    while True:
        await computed.wait()
        computed.clear()
        failed = 0 if await attempts.attempt("rewording", rewording.catch_up()) else failed + 1
        if failed:
            computed.set()
        await asyncio.sleep(min(PAUSE * 2 ** min(failed, DOUBLINGS), LONGEST_PAUSE))


def model_of(settings: Settings) -> "Model | None":
    """Return the model that may reword summaries, None where none is set."""
    if not (settings.llm_url and settings.llm_model):
        return None
    from workers.model import Model  # noqa: PLC0415 - as above

    key = settings.llm_key.get_secret_value() if settings.llm_key else None
    return Model(settings.llm_url, settings.llm_model, key)
