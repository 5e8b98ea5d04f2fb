"""Where the numbers of a notebook's prose come from.

A number of a Markdown cell has to be confirmed by `stats check`, or stand in what a code cell of
the same notebook shows, with as many digits or more. Years are free, and so are quotations (lines
with >), which are the words of others, and code. What `stats check` calls off is refused.
"""

import html
import json
import os
import re
import subprocess

# A number as it is written: 1,129 or 2.48 or 36.86.
NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\w.,])\d+(?:\.\d+)?(?![\w])"
)
YEAR = re.compile(r"(?:19|20)\d\d$")
SCALES = {"million": 1e6, "billion": 1e9}
CONFIRMED = {"confirmed", "confirmed-rounded"}
# What no prose of ours may say.
REFUSED = {"off", "inconsistent", "definition"}


def faults(notebook):
    """What is wrong with the numbers of a notebook's prose, a line each."""
    text, places = own_words(notebook)
    verdicts = checked(text)
    found = []
    lines = text.split("\n")
    known = shown_numbers(notebook)
    for verdict in verdicts:
        if verdict["verdict"] in REFUSED:
            found.append(
                f"cell {places[verdict['line'] - 1]}: ‘{verdict['text']}’ is {verdict['verdict']}: "
                f"{verdict['note']}"
            )
    for index, line in enumerate(lines):
        confirmed = [
            range(verdict["column"] - 1, verdict["column"] - 1 + len(verdict["text"]))
            for verdict in verdicts
            if verdict["line"] == index + 1 and verdict["verdict"] in CONFIRMED
        ]
        for number in NUMBER.finditer(line):
            written = number.group()
            if YEAR.match(written) or any(number.start() in span for span in confirmed):
                continue
            if not stands(written, line[number.end() :], known):
                found.append(
                    f"cell {places[index]}: {written} comes from no cell, and stats check does not "
                    f"confirm it: …{line[max(0, number.start() - 40) : number.end() + 40]}…"
                )
    return found


def stands(written, after, known):
    """Whether a number stands among known ones: as it is written, or they round to it.

    One digit alone is held to the letter, since something rounds to it almost always.
    """
    if written in known:
        return True
    digits = written.replace(",", "").replace(".", "").lstrip("0")
    if len(digits) < 2:
        return False
    scale = SCALES.get((after.split() or [""])[0].strip(".,;:)"), 1)
    decimals = len(written.partition(".")[2])
    half = 0.5 * 10**-decimals * (1 + 1e-9)
    wanted = float(written.replace(",", ""))
    return any(abs(float(number.replace(",", "")) / scale - wanted) <= half for number in known)


def own_words(notebook):
    """The prose of the Markdown cells, and the number of the cell of each line."""
    lines, places = [], []
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type != "markdown":
            continue
        source = re.sub(
            r"```.*?```", lambda code: "\n" * code.group().count("\n"), cell.source, flags=re.S
        )
        for line in source.split("\n") + [""]:
            line = re.sub(r"\]\([^)]*\)", "]", re.sub(r"`[^`]*`", "", line))
            lines.append("" if line.lstrip().startswith(">") else line)
            places.append(number)
    return "\n".join(lines), places


def shown_numbers(notebook):
    """The numbers that stand in what the code cells show."""
    numbers = set()
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            bundle = output.get("data", {})
            texts = [output.get("text", ""), bundle.get("text/plain", "")]
            texts.append(html.unescape(re.sub(r"<[^>]*>", " ", bundle.get("text/html", ""))))
            numbers.update(NUMBER.findall(" ".join(texts)))
    return numbers


def checked(text):
    """The verdicts of `stats check` on a text."""
    command = [
        os.environ["STATS"],
        "check",
        "-",
        "--format",
        "json",
        "--fail-on",
        "none",
        "--quiet",
    ]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"stats check cannot read the prose: {done.stderr.strip()}")
    return json.loads(done.stdout)
