"""What the jobs of these tests do."""

from motcua.jobs.running import confirm_held, say_progress, this_job

NOTED = []


def note(*, word):
    NOTED.append(word)


def stumble():
    NOTED.append("stumble")
    raise RuntimeError("the scanner is off")


def read_pages(*, pages):
    for page in range(1, pages + 1):
        NOTED.append((page, this_job().tries))
        say_progress(done=page, total=pages, note=f"trang {page}")


def write_a_result(*, word):
    confirm_held()
    NOTED.append(word)
