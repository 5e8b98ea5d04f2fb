"""Executes notebooks and says what is wrong with them; exits 1 where anything is.

A notebook has to run from a clean kernel without an error, without a word on standard error and
within a minute; its outputs have to be those that are committed, to the byte; every number of its
prose has to come from a cell or be confirmed by `stats check` (prose.py).

    .build/notebook-checks/bin/python scripts/notebook-checks/check_notebooks.py [NOTEBOOK...]
"""

import argparse
import difflib
import os
import sys
import tempfile
import time
from pathlib import Path

import nbformat

import prose

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60


def executed(notebook, folder):
    """A copy of a notebook with the outputs of a clean kernel, its faults, and the seconds."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    fresh = nbformat.from_dict(notebook)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        fresh,
        timeout=SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--log-level=ERROR"],
    )
    begun = time.monotonic()
    faults = []
    try:
        client.execute()
    except CellExecutionError as error:
        failed = [
            any(output.output_type == "error" for output in cell.get("outputs", []))
            for cell in fresh.cells
        ]
        faults.append(f"cell {failed.index(True) + 1} fails: {error.ename}: {error.evalue}")
    except (CellTimeoutError, DeadKernelError) as error:
        faults.append(f"the kernel gives up: {error}")
    seconds = time.monotonic() - begun
    if seconds > SECONDS:
        faults.append(f"it takes {seconds:.0f} seconds; {SECONDS} are allowed")
    for number, cell in enumerate(fresh.cells, 1):
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                faults.append(f"cell {number} warns: {output.text.strip()}")
    return normal(fresh), faults, seconds


def normal(notebook):
    """A notebook without what differs from one run, one machine or one editor to the next."""
    copy = nbformat.from_dict(notebook)
    copy.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for number, cell in enumerate(copy.cells, 1):
        cell["id"] = f"cell-{number}"
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output.metadata = nbformat.from_dict({})
    return copy


def written(notebook):
    """The text of a notebook's file."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def differences(path, committed, fresh):
    """How what a run gives differs from what is committed, as a diff that can be read."""
    lines = difflib.unified_diff(
        committed.splitlines(),
        fresh.splitlines(),
        f"{path.name} committed",
        "executed",
        n=1,
        lineterm="",
    )
    return [line if len(line) < 300 else line[:300] + " …" for line in lines]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="*", type=Path, help="all of notebooks/ unless told")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="write HTML pages to look at")
    told = parser.parse_args()
    paths = told.notebooks or sorted((ROOT / "notebooks").glob("*.ipynb"))
    if not paths:
        sys.exit("There are no notebooks to check.")
    recording = os.environ.get("SNAPSHOTS") == "record"
    failed = False
    with tempfile.TemporaryDirectory() as private:
        # A clean kernel: neither the settings nor the kernels of the user who runs this.
        for variable in ("JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR"):
            os.environ[variable] = str(Path(private) / variable.lower())
        for path in paths:
            committed = path.read_text("utf-8")
            notebook = nbformat.reads(committed, as_version=4)
            fresh, faults, seconds = executed(notebook, path.resolve().parent)
            whole = not faults
            if whole:
                faults += prose.faults(fresh)
            changes = differences(path, committed, written(fresh)) if whole else []
            if changes and recording:
                path.write_text(written(fresh), "utf-8")
                faults.append("recorded anew: look at the difference")
            elif changes:
                faults.append(
                    "the outputs committed are not those of a run; record them with "
                    "SNAPSHOTS=record scripts/notebooks"
                )
                faults += changes[:60]
            if told.pages:
                page(fresh, told.pages / f"{path.stem}.html")
            for fault in faults:
                print(f"{path.name}: {fault}", file=sys.stderr)
            failed = failed or bool(faults)
            print(
                f"{path.name}: {seconds:.1f} seconds, {'with faults' if faults else 'as committed'}"
            )
    sys.exit(1 if failed else 0)


def page(notebook, path):
    """Writes a notebook as one HTML page."""
    from nbconvert import HTMLExporter

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HTMLExporter().from_notebook_node(notebook)[0], "utf-8")


if __name__ == "__main__":
    main()
