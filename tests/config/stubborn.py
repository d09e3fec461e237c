"""A process that does not stop when it is told to, and has a child that does not either."""

import os
import signal
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.fork()
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(60)
