"""The parent's talk with one reading process, and what becomes of it when that one dies.

Whatever goes wrong over there ends as one refusal with one reason here: a limit was reached, or
the file is broken.
"""

import signal
import socket
import time
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from motcua.digitisation.backends.opening.channel import Channel, Garbled, Gone, Hung, Message
from motcua.digitisation.errors import NoRoom, Unreadable, UnreadableFile

_OVERWORKED: Final = frozenset(
    -number
    for number in (
        signal.SIGXCPU,
        signal.SIGXFSZ,
        signal.SIGKILL,  # by the system, when it has no memory left
        signal.SIGABRT,  # so PDFium and others end when they get no more memory
        signal.SIGTRAP,
        signal.SIGILL,
    )
)
_LAST_BREATH: Final = 5.0
_DETAIL: Final = 200


class Conversation:
    """Questions to one reading process, each with one answer within its time."""

    def __init__(
        self,
        child: BaseProcess,
        end: socket.socket,
        *,
        name: str,
        spool: Path,
        wall_seconds: float,
    ) -> None:
        self._child = child
        self._channel = Channel(end)
        self._name = name
        self._spool = spool
        self._wall_seconds = wall_seconds
        self._until = 0.0
        self.is_over = False

    def ask(self, question: Message) -> Message:
        """Put a question and wait for the answer."""
        self.put(question)
        return self.answer()

    def put(self, question: Message) -> None:
        """Put a question; its time begins now."""
        self._until = time.monotonic() + self._wall_seconds
        try:
            self._channel.say(question)
        except Gone as fault:
            raise self._died() from fault

    def answer(self) -> Message:
        """Return the answer to the question put; refuses with the one reason why there is none."""
        try:
            answer = self._channel.hear(until=self._until)
        except Hung as fault:
            raise self.refusal(Unreadable.TOO_MUCH_WORK, detail="time") from fault
        except Garbled as fault:
            raise self.refusal(Unreadable.BROKEN, detail="garbled") from fault
        except Gone as fault:
            raise self._died() from fault
        if "no_room" in answer:
            self.end()
            raise NoRoom(where=str(self._spool), detail=printable(str(answer["no_room"])))
        if "refused" in answer:
            raise self._refused(answer)
        return answer

    def refusal(self, why: Unreadable, *, detail: str = "") -> UnreadableFile:
        """End the talk and return the refusal of the file."""
        self.end()
        return UnreadableFile(name=self._name, why=why, detail=printable(detail))

    def _refused(self, answer: Message) -> UnreadableFile:
        try:
            why = Unreadable(str(answer["refused"]))
        except ValueError:
            why = Unreadable.BROKEN
        return self.refusal(why, detail=str(answer.get("detail", "")))

    def _died(self) -> UnreadableFile:
        self._child.join(_LAST_BREATH)
        how = self._child.exitcode
        why = Unreadable.TOO_MUCH_WORK if how in _OVERWORKED else Unreadable.BROKEN
        return self.refusal(why, detail=f"ended with {how}")

    def end(self) -> None:
        """End the reading process and wait until it is gone; twice is as good as once."""
        if self.is_over:
            return
        self.is_over = True
        self._channel.close()
        if self._child.is_alive():
            self._child.kill()
        self._child.join(_LAST_BREATH)
        if not self._child.is_alive():  # the kernel may hold it on a disk that does not answer
            self._child.close()


def printable(text: str) -> str:
    """Return the text, cut short, without signs that a terminal would obey."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:_DETAIL])
