"""What the journal refuses."""

from motcua.kernel.errors import Invalid


class HeadsUnreadable(Invalid):
    """The file is no list of heads that Motcua has written."""

    code = "audit.heads_unreadable"
