"""The command `worker`: does the work that outlives requests."""

import argparse
import sys

from motcua.config.django_side import loaded
from motcua.config.parentage import follow_supervisor
from motcua.kernel.exits import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `worker`."""
    parser.add_argument(
        "--once", action="store_true", help="làm hết những việc đã đến hạn rồi thoát"
    )


def run(arguments: argparse.Namespace) -> int:
    """Work until told to stop, or only until nothing is due."""
    follow_supervisor()
    database = loaded("motcua.config.database")
    database.require_ready()
    worker = loaded("motcua.jobs.worker").LeaseWorker()
    with worker.stopped_by_signals():
        if arguments.once:
            with database.reachable():
                count = worker.work_off()
            sys.stderr.write(f"Đã làm {count} việc.\n")
        else:
            worker.work(until=_never)
    return Exit.DONE


def _never() -> bool:
    return False
