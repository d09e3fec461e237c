"""Messages between the reading process and its parent.

A length of four bytes, then JSON. The reading process may have been taken over by the file it
reads, so nothing it says is unpickled, and whatever is not a message ends the conversation.
"""

import json
import socket
import time
from collections.abc import Mapping
from typing import Final

LONGEST_MESSAGE: Final = 4 << 20
_PREFIX: Final = 4

Message = Mapping[str, object]


class Hung(Exception):
    """The other side did not answer in time."""


class Gone(Exception):
    """The other side is no longer there."""


class Garbled(Exception):
    """What the other side says is no message."""


class Channel:
    """One end of the conversation."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def say(self, message: Message) -> None:
        """Send one message."""
        written = json.dumps(message).encode("ascii")
        if len(written) > LONGEST_MESSAGE:
            raise Garbled
        self._end.settimeout(None)
        try:
            self._end.sendall(len(written).to_bytes(_PREFIX, "big") + written)
        except OSError as fault:
            raise Gone from fault

    def hear(self, *, until: float | None = None) -> Message:
        """Receive one message; `until` is a moment of the monotonic clock.

        What has already arrived is taken even when the moment is past.
        """
        length = int.from_bytes(self._receive(_PREFIX, until), "big")
        if length > LONGEST_MESSAGE:
            raise Garbled
        try:
            message = json.loads(self._receive(length, until))
        except (ValueError, RecursionError) as fault:
            raise Garbled from fault
        if not isinstance(message, dict):
            raise Garbled
        return message

    def _receive(self, length: int, until: float | None) -> bytearray:
        received = bytearray(length)
        view, filled = memoryview(received), 0
        while filled < length:
            self._end.settimeout(None if until is None else max(0.0, until - time.monotonic()))
            try:
                count = self._end.recv_into(view[filled:])
            except (TimeoutError, BlockingIOError) as fault:
                raise Hung from fault
            except OSError as fault:
                raise Gone from fault
            if not count:
                raise Gone
            filled += count
        return received

    def close(self) -> None:
        """Hang up; the other side finds the line dead."""
        self._end.close()
