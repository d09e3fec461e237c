"""A port is held for one `motcua serve`, or it is refused at once."""

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from motcua.config.errors import HostUnusable, PortTaken

TAKEN: Final = errno.EADDRINUSE


@contextmanager
def held(host: str, *, port: int) -> Iterator[int]:
    """Hold a port, or a free one for 0, and give its number.

    Refuses with `PortTaken` or `HostUnusable`. The web server's processes share the port among
    themselves, and would share it with those of another start as well without a word; so a name
    that belongs to one process at a time stands for the port, and goes with the process.
    """
    port = _free(host, port=port)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as name:
        with _refusing(host, port=port):
            name.bind(f"\0motcua serve {host} {port}")
        yield port


def _free(host: str, *, port: int) -> int:
    with _refusing(host, port=port):
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, address = found[0]
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            # Connections of a server that has just stopped do not count as taken.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
            chosen: Any = trial.getsockname()
            return int(chosen[1])


@contextmanager
def _refusing(host: str, *, port: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == TAKEN:
            raise PortTaken(host=host, port=port) from error
        raise HostUnusable(host=host, port=port, detail=error.strerror or str(error)) from error
