"""What a reader makes of the files of a folder, as it comes: `readers.py READER FOLDER FILE …`.

Prints the version, then a JSON object a file: header, rows and warnings, or the error. A reader has a
minute for a file.
"""

import csv
import json
import math
import os
import signal
import sys
import warnings


def pandas(path, **options):
    import pandas as pd

    if path.endswith(".xlsx"):
        frame = pd.read_excel(path)
    else:
        frame = pd.read_csv(path, **options)
    # Surplus cells at the left become an index, which the caller sees beside the columns.
    if not isinstance(frame.index, pd.RangeIndex):
        frame = frame.reset_index()
    return list(frame.columns), frame.astype(object).values.tolist()


def pandas_sniffing(path):
    return pandas(path) if path.endswith(".xlsx") else pandas(path, sep=None, engine="python")


def polars(path):
    import polars as pl

    frame = pl.read_excel(path) if path.endswith(".xlsx") else pl.read_csv(path)
    return frame.columns, [list(row) for row in frame.rows()]


def duckdb(path):
    import duckdb as db

    if path.endswith(".xlsx"):
        raise NoReader
    relation = db.connect().read_csv(path)
    return relation.columns, [list(row) for row in relation.fetchall()]


def sniffer(path):
    if path.endswith(".xlsx"):
        raise NoReader
    with open(path, newline="") as file:
        dialect = csv.Sniffer().sniff(file.read(65536))
        file.seek(0)
        header, *rows = csv.reader(file, dialect)
    return header, rows


def clever(path):
    import clevercsv

    if path.endswith(".xlsx"):
        raise NoReader
    header, *rows = clevercsv.read_table(path)
    return header, rows


class NoReader(Exception):
    """The tool has none for such a file."""


READERS = {"pandas": pandas, "pandas-sniffing": pandas_sniffing, "polars": polars,
           "duckdb": duckdb, "sniffer": sniffer, "clevercsv": clever}


def plain(cell):
    """A cell for JSON: text, a whole number, a decimal or nothing; anything else named as such."""
    if hasattr(cell, "item"):
        cell = cell.item()
    if cell is None or isinstance(cell, float) and math.isnan(cell) or str(cell) in ("<NA>", "NaT"):
        return None
    if isinstance(cell, (str, float)) or isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    return {type(cell).__name__: str(cell)}


def version(reader):
    if reader == "sniffer":
        return sys.version.split()[0]
    return __import__(reader.split("-")[0]).__version__


def main():
    reader, folder, *files = sys.argv[1:]
    print(json.dumps(version(reader)))

    def expire(*_):
        raise TimeoutError("no end after a minute")

    signal.signal(signal.SIGALRM, expire)
    for file in files:
        signal.alarm(60)
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                header, rows = READERS[reader](os.path.join(folder, file))
            found = {"header": [str(name) for name in header],
                     "rows": [[plain(cell) for cell in row] for row in rows],
                     "warnings": [str(one.message) for one in caught
                                  if not issubclass(one.category, (DeprecationWarning, FutureWarning,
                                                                   ResourceWarning))]}
        except NoReader:
            found = {"none": True}
        except BaseException as error:  # A panic of Rust is no Exception.
            if isinstance(error, KeyboardInterrupt):
                raise
            found = {"error": f"{type(error).__name__}: {error}"}
        signal.alarm(0)
        print(json.dumps(found))


if __name__ == "__main__":
    main()
