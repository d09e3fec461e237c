"""Takes the documents of the gate set through the real pages' work and the real gate."""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from motcua.digitisation.backends.opening.opener import ConfinedOpener
from motcua.digitisation.pipeline.stages.check import check
from motcua.digitisation.pipeline.toolbox import page_work
from motcua.digitisation.pipeline.values import Profile
from motcua.digitisation.ports import OpeningLimits


@cache
def the_work():
    return page_work(Profile())


def judge(case):
    """Return the case's name, the fault it has, and the problems the gate finds."""
    pages = []
    with TemporaryDirectory() as spool:
        for path in case.files:
            opener = ConfinedOpener()
            with opener.open(path, limits=OpeningLimits(), spool=Path(spool)) as file:
                pages += [the_work()(sheet) for sheet in file.sheets()]
    profile = Profile(requires_colour=case.requires_colour, declared_sheets=case.declared_sheets)
    found = check(pages, profile=profile).problems
    expected = case.code_expected and case.code_expected.value
    return case.name, expected, [problem.value for problem in found]


def judge_all(cases):
    with ProcessPoolExecutor(2, mp_context=get_context("forkserver")) as processes:
        return list(processes.map(judge, cases, chunksize=4))
