"""Arguments and help of the command line, in Vietnamese."""

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn

from motcua.config.wording import HEADINGS, wrong_use
from motcua.kernel.exits import Exit


class VietnameseHelp(argparse.RawDescriptionHelpFormatter):
    """Lays help out as argparse does, under Vietnamese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(HEADINGS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """Reads arguments; wrong use is one Vietnamese line and exit code 2.

    An option must be written out: what an abbreviation means would change with the next option.
    """

    def __init__(self, **settings: Any) -> None:
        ours = {"formatter_class": VietnameseHelp, "add_help": False, "allow_abbrev": False}
        super().__init__(**(settings | ours))
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này rồi thoát")

    def error(self, message: str) -> NoReturn:
        self.exit(
            Exit.WRONG_USE, f"motcua: {wrong_use(message)}. Xem hướng dẫn: {self.prog} --help\n"
        )
