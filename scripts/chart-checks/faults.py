"""What the checks share: finding the documents, collecting faults, and the exit code."""

import sys
from pathlib import Path


class Unreadable(Exception):
    """A document that cannot be understood; its message says what is wrong and how to mend it."""


def documents(folders, pattern):
    """The files of the folders that match the pattern, sorted; ends the program where there are none."""
    found = []
    for folder in map(Path, folders):
        if not folder.is_dir():
            sys.exit(f"{folder}: not a folder")
        matches = sorted(path.resolve() for path in folder.rglob(pattern))
        if not matches:
            sys.exit(f"{folder}: holds no {pattern}: nothing was checked")
        found += matches
    return found


def conclude(name, count, faults):
    """Prints the faults, each a path and a sentence, then the verdict; ends with 1 where there are any."""
    for path, text in faults:
        print(f"{path}: {text}", file=sys.stderr)
    if faults:
        sys.exit(
            f"{name}: {len(faults)} faults in {len({path for path, _ in faults})} of {count} documents"
        )
    print(f"{name}: {count} documents, all is well")
