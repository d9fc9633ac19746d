"""`palabre health`: whether the part in this container is well, as it says itself at /readyz.

It is asked every few seconds beside the part: the standard library must do.
"""

from http.client import HTTPConnection

DEGRADED = "degraded"  # how an answer begins where only somebody outside is away: a new start would mend nothing
SECONDS = 3.0


def ask(port: int) -> tuple[bool, str]:
    """Return whether the part on this machine's `port` is well, and what it says of itself in one line."""
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        said = answer.read().decode(errors="replace").strip()
    except OSError as error:
        return False, f"nothing answers on port {port} ({error.strerror or error})"
    finally:
        connection.close()
    return answer.status == 200 or said.startswith(DEGRADED), said  # noqa: PLR2004 - HTTP's word for well
