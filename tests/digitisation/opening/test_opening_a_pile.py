from contracts.file_opener import FileOpenerContract


class TestConfinedOpener(FileOpenerContract):
    """The contract of the port."""
