"""Write a set of sample pages into a folder: `python -m samples [--gate] OUT`."""

import argparse
from pathlib import Path

from rich.console import Console

from samples.gate_set import gate_cases
from samples.office_set import office_pages


def main() -> None:
    """Read the command line and write the set."""
    parser = argparse.ArgumentParser(prog="samples", description=__doc__)
    parser.add_argument("out", type=Path, help="folder, made if it is not there")
    parser.add_argument("--gate", action="store_true", help="the gate set, not the office set")
    asked = parser.parse_args()
    console = Console(stderr=True)
    made = (gate_cases if asked.gate else office_pages)(asked.out, console=console)
    console.print(f"{len(made)} {'documents' if asked.gate else 'pages'} in {asked.out}")


if __name__ == "__main__":
    main()
