"""Compares results of Benchmarks/reading: `agree.py WORK FILE NAME RESULT …`.

The first result is what the others are held to: sums to a relative 1e-12, rates to 1e-9 (of the rate,
or of one per cent where it is smaller), all else exactly. Exits 1 with what differs; otherwise says
what agrees.
"""

import csv
import json
import math
import sys


def read(_, __, result):
    with open(result + ".report") as file:
        report = json.load(file)
    values = {"rows": report["rows"]}
    for column in report["columns"]:
        for what, value in column.items():
            if what != "name":
                values[column["name"], what] = value
    return values


def sums(_, name, result):
    values = {}
    with open(result, newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        year, origin = header.index("year"), header.index("origin")
        value = header.index("migrants" if "migrants" in header else "sum")
        for row in rows:
            key = int(row[year]), row[origin]
            if key in values:
                raise SystemExit(f"{name}: {key} is there twice")
            values[key] = float(row[value])
    return values


def rates(path, name, result):
    """By country code and indicator code: first and last year, observations, rate in per cent.

    Ours has neither code, but a row a series in the order of the file: it takes the file's keys, and
    its name of the quantity has to be the one in the file without the unit."""
    values = {}
    with open(result, newline="") as file, open(path, newline="") as source:
        keys = csv.reader(source)
        next(keys)
        for row in csv.DictReader(file):
            if "Country Code" in row:
                key = row["Country Code"], row["Indicator Code"]
                told = [row[column] for column in ("first", "last", "observations", "rate")]
            else:
                _, country, indicator, code, *_ = next(keys)
                if f"{row['quantity']} ({row['unit']})" != indicator:
                    raise SystemExit(f"{name}: {row['quantity']} where {indicator} is due")
                key = country, code
                told = [row[column] for column in ("from", "to", "observations", "rate_percent")]
            values[key, "years"] = (*map(int, told[:2]), int(float(told[2])))
            values[key, "rate"] = float(told[3])
    return values


def differs(one, other, work):
    if isinstance(one, float) or isinstance(other, float):
        if work == "rates":
            return not math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
        return not math.isclose(one, other, rel_tol=1e-12)
    return one != other


def main():
    work, path, *pairs = sys.argv[1:]
    load = {"read": read, "sum": sums, "rates": rates}[work]
    law_name, law = pairs[0], load(path, *pairs[:2])
    if not law:
        sys.exit(f"{law_name}: no result")
    for name, result in zip(pairs[2::2], pairs[3::2]):
        found = load(path, name, result)
        if found.keys() != law.keys():
            odd = list(found.keys() ^ law.keys())
            sys.exit(f"{name} and {law_name} differ in {len(odd)} keys, such as {odd[0]}")
        for key, expected in law.items():
            if differs(found[key], expected, work):
                sys.exit(f"{key}: {found[key]} by {name}, {expected} by {law_name}")
    print({
        "read": f"{law.get('rows'):,} rows, whose counts and sums agree" if work == "read" else "",
        "sum": f"{len(law):,} sums, which agree to 1e-12",
        "rates": f"{len(law) // 2:,} rates, which agree to 1e-9",
    }[work])


if __name__ == "__main__":
    main()
