"""What an upper area would answer about the dossiers that a change of the calendar concerns."""


def counted(before, after, *, account, at):
    assert before != after
    return 7
