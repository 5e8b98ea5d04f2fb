"""Scores what readers make of the fixtures: `score.py STATS FOLDER [--details]`.

  right    header, rows and cells as in the file's table, and every figure a number
  text     so too, but figures that are written oddly are left as they are written
  refused  an error, and no table
  warned   another table than the file's, with a warning
  WRONG    another table than the file's, without a word: other rows, cells or header, figures or
           identifiers changed or lost
  –        no reader for such a file

Empty rows and empty columns beside the table, names given to columns without one, and null for a
figure that is missing or withheld are never counted against a reader. A reader without types may give
plain numbers as text. `stats tidy` gives records, and is right if they are the file's, no more and no
fewer. Prints a table in Markdown, and exits 1 if stats is wrong anywhere.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal, InvalidOperation

from fixtures import FIXTURES, NAMES

HERE = os.path.dirname(os.path.abspath(__file__))
# Names that readers give to columns without one.
NAMELESS = r"|Unnamed: \d+|\.\.\.\d+|column_?\d+|_duplicated_\d+|__UNNAMED__\d+"
READERS = [("pandas", "pandas"), ("pandas-sniffing", "pandas, sep=None"), ("polars", "Polars"),
           ("duckdb", "DuckDB"), ("sniffer", "csv.Sniffer"), ("clevercsv", "CleverCSV"),
           ("readr", "readr")]
UNTYPED = {"sniffer", "clevercsv"}
ORDER = ["right", "text", "refused", "warned", "WRONG", "–"]


def number(text):
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def judged(cell, found, untyped):
    """One cell: right, text or WRONG."""
    if cell.value is None:
        if found is None or found == "":
            return "right"
        return "text" if found == cell.written else "WRONG"
    if isinstance(found, dict):  # Of another type, such as a day.
        found = next(iter(found.values())).removesuffix(" 00:00:00")
    if isinstance(cell.value, str):
        alike = found is not None and not isinstance(found, float) and str(found) == cell.value
        return "right" if alike else "WRONG"
    if isinstance(found, str):
        if untyped and number(found) == Decimal(str(cell.value)):
            return "right"
        return "text" if found.strip() == cell.written.strip() else "WRONG"
    return "right" if found is not None and found == cell.value else "WRONG"


def without_empty(header, rows):
    """The table without rows and columns in which nothing is."""
    rows = [row for row in rows if any(cell not in (None, "") for cell in row)]
    kept = [place for place, name in enumerate(header)
            if not (re.fullmatch(NAMELESS, name)
                    and all(place >= len(row) or row[place] in (None, "") for row in rows))]
    return ([header[place] for place in kept],
            [[row[place] if place < len(row) else None for place in kept] + row[len(header):]
             for row in rows])


def scored_table(fixture, found, untyped):
    if "none" in found:
        return "–", "no reader"
    if "error" in found:
        return ("right" if fixture.refusable else "refused"), found["error"].split("\n")[0]
    failed = "warned" if found["warnings"] else "WRONG"
    if fixture.refusable:
        return failed, f"read as a table: {found['header']}"
    header, rows = without_empty(found["header"], found["rows"])
    if [name.strip() for name in header] != [name.strip() for name in fixture.header]:
        return failed, f"header {header[:6]}"
    if len(rows) != len(fixture.rows):
        return failed, f"{len(rows)} rows, not {len(fixture.rows)}"
    worst, reason = "right", ""
    for expected, row in zip(fixture.rows, rows):
        if len(row) != len(expected):
            return failed, f"row {row}"
        for cell, one in zip(expected, row):
            verdict = judged(cell, one, untyped)
            if verdict == "WRONG":
                return failed, f"{one!r} for ‘{cell.written}’"
            if verdict == "text" and worst == "right":
                worst, reason = "text", f"{one!r} as text"
    return worst, reason


def scored_records(fixture, stats, path):
    """Runs stats tidy: the records that it gives have to be the file's."""
    run = subprocess.run([stats, "tidy", path, "--format", "csv"], capture_output=True, text=True)
    if run.returncode == 65:
        reason = run.stderr.split("\n")[0].replace(os.path.dirname(path) + "/", "")
        return ("right" if fixture.refusable else "refused"), reason
    if run.returncode != 0:
        return "WRONG", f"exit code {run.returncode}: {run.stderr[:200]}"
    if fixture.refusable:
        return "WRONG", "read as a table"
    rows = [row for row in csv.DictReader(run.stdout.splitlines(keepends=True)) if row["value"]]
    expected = {}
    for record in fixture.records:
        keys = tuple(sorted((name, str(value or "").casefold()[: 4 if name == "year" else None])
                            for name, value in record.items() if name != "value"))
        expected[keys] = Decimal(str(record["value"]))
    names = sorted(set(fixture.records[0]) - {"value"})
    for row in rows:
        if row["area"] not in {record["area"] for record in fixture.records}:
            row["area"] = NAMES.get(row["area"], row["area"])
        if missing := [name for name in names if name not in row]:
            return "WRONG", f"no column {missing}"
        keys = tuple((name, row[name].casefold()[: 4 if name == "year" else None]) for name in names)
        if keys not in expected:
            return "WRONG", f"record {row}"
        if expected.pop(keys) != number(row["value"]):
            return "WRONG", f"value {row['value']} of {keys}"
    if expected:
        return "WRONG", f"no record {next(iter(expected))}"
    return "right", ""


def version(text):
    return re.search(r"\d+(\.\d+)*", text)[0]


def main():
    stats, folder, *options = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for fixture in FIXTURES:
        with open(os.path.join(folder, fixture.file), "wb") as file:
            file.write(fixture.data)
    files = [fixture.file for fixture in FIXTURES]

    columns = []
    told = subprocess.run([stats, "--version"], capture_output=True, text=True, check=True).stdout
    columns.append(("stats", version(told), [
        scored_records(fixture, stats, os.path.join(folder, fixture.file)) for fixture in FIXTURES]))
    for reader, name in READERS:
        if reader == "readr":
            if not shutil.which("Rscript"):
                print("R is not installed, and readr left out: apt-get install r-cran-readr",
                      file=sys.stderr)
                continue
            command = ["Rscript", os.path.join(HERE, "readr.R"), folder, *files]
        else:
            command = [sys.executable, os.path.join(HERE, "readers.py"), reader, folder, *files]
        if sys.stderr.isatty():
            print(f"\r\033[K{name} …", end="", file=sys.stderr, flush=True)
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"{name}: {run.stderr}")
        # Readers may print of their own; ours are the last lines.
        lines = run.stdout.splitlines()[-len(files) - 1:]
        columns.append((name, json.loads(lines[0]), [
            scored_table(fixture, json.loads(line), reader in UNTYPED)
            for fixture, line in zip(FIXTURES, lines[1:])]))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)

    # A reader that fails on a plain file is asked wrongly, and nothing is told of it.
    if failed := [name for name, _, verdicts in columns if verdicts[0][0] != "right"]:
        sys.exit(f"not right on {FIXTURES[0].file}: {', '.join(failed)}")
    print("| | " + " | ".join(f"{name} {told}" for name, told, _ in columns) + " |")
    print("|---|" + "---|" * len(columns))
    for place, fixture in enumerate(FIXTURES):
        print(f"| {fixture.title} | " + " | ".join(
            verdicts[place][0].replace("WRONG", "**wrong**") for _, _, verdicts in columns) + " |")
    for verdict in ORDER:
        counts = [sum(one == verdict for one, _ in verdicts) for _, _, verdicts in columns]
        if any(counts):
            title = {"WRONG": "wrong, without a word", "warned": "wrong, with a warning",
                     "text": "right, but figures left as text", "–": "no reader"}.get(verdict, verdict)
            print(f"| *{title}* | " + " | ".join(map(str, counts)) + " |")
    if "--details" in options:
        for name, _, verdicts in columns:
            print(f"\n{name}")
            for fixture, (verdict, reason) in zip(FIXTURES, verdicts):
                if verdict != "right":
                    print(f"  {verdict:<8}{fixture.file}: {reason[:160]}")
    wrong = [fixture.file for fixture, (verdict, _) in zip(FIXTURES, columns[0][2])
             if verdict == "WRONG"]
    if wrong:
        sys.exit(f"stats is wrong: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
