"""How a process ends for certain: what hangs, or computes still, is cut off. Nothing acknowledged depends on it."""

import logging
import os
import threading

log = logging.getLogger(__name__)

APART = "palabre-apart"  # the name of a thread that nobody waits for
LONGEST = 8.0  # seconds that a part may take to stop: whoever told it to kills it after nine or ten


def end_in_time(seconds: float = LONGEST) -> None:
    """End the process after so many seconds if it runs still: it may wait for a lock that somebody else keeps."""
    timer = threading.Timer(seconds, _cut_off, [seconds])
    timer.daemon = True
    timer.start()


def _cut_off(seconds: float) -> None:
    log.warning("something does not end: it is cut off after %.1f s", seconds)
    _end()


def end_what_is_cut_off() -> None:
    """End the process at once if something is left that nobody waits for: the interpreter would."""
    if any(thread.name == APART for thread in threading.enumerate()):
        _end()


def _end() -> None:
    logging.shutdown()
    os._exit(0)
