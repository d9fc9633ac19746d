"""A process that is told to stop ends, whatever hangs in it."""

import asyncio
import sys

HANGS = """
import logging
import threading
from deploy.ending import end_in_time

logging.basicConfig()
threading.Thread(target=threading.Event().wait).start()  # which the interpreter waits for, without end
end_in_time(0.2)
"""
COMPUTES = """
import concurrent.futures
import threading
from deploy.ending import APART, end_what_is_cut_off

threading.Thread(target=threading.Event().wait, name=APART, daemon=True).start()
concurrent.futures.ThreadPoolExecutor().submit(threading.Event().wait)
end_what_is_cut_off()
"""


async def ended(program: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), 30)
    finally:
        if process.returncode is None:
            process.kill()
    return process.returncode, said.decode()


async def test_what_hangs_is_cut_off_with_a_line() -> None:
    assert await ended(HANGS) == (0, "WARNING:deploy.ending:something does not end: it is cut off after 0.2 s\n")


async def test_what_computes_apart_is_not_waited_for() -> None:
    assert await ended(COMPUTES) == (0, "")
