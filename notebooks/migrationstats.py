"""Runs `stats`, the command line of MigrationStats, from a notebook, and shows what it returns.

    table("growth", "communique-2009", years="1980-2008")    a DataFrame, one row a result
    show(frame, ["vintage", "rate_percent"])                 some of its columns, to be read
    notes(frame)                                             the caveats of its rows
    cite("migrant-stock", area="Canada", years=2019)         one figure with its sentence
    chart("migrant-stock", area=["Canada", "Australia"])     a picture: Vega-Lite, or SVG
    run("brief", "template.md").output                       what `stats` prints, as it stands

Options are written as in `stats help`, with _ for -: a list repeats an option, and True is a flag.
What `stats` refuses is raised as a StatsError, with its hint.

It needs pandas and the standard library. The program is looked for in $STATS, on the PATH, and
where `swift build -c release` puts it.
"""

import html
import io
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

__all__ = ["StatsError", "cite", "chart", "notes", "program", "run", "show", "table"]

VEGA_LITE = "application/vnd.vegalite.v5+json"
HEADINGS = {
    "aicc": "AICc",
    "annual_rate_percent": "% a year",
    "change_percent": "change %",
    "delta_aicc": "ΔAICc",
    "doubling_years": "doubling, years",
    "end_value": "end",
    "loo_error": "leave-one-out error",
    "lower_percent": "lower",
    "rate_percent": "% a year",
    "start_value": "start",
    "upper_percent": "upper",
}
YEARS = {"year", "next_year", "from", "to", "minimum_year", "maximum_year"}


class StatsError(Exception):
    """What `stats` refused, in its own words: what is wrong and where, and how to mend it."""

    def __init__(self, message, hint=None, code=None):
        super().__init__(message if hint is None else f"{message}\nhint: {hint}")
        self.message = message
        self.hint = hint
        self.code = code

    def _render_traceback_(self):
        """What a notebook shows of it: the words alone, without the way through this file."""
        return f"StatsError: {self}".splitlines()


def program():
    """The path of `stats`."""
    built = Path(__file__).resolve().parent.parent / ".build" / "release" / "stats"
    told = os.environ.get("STATS")
    if told:
        found = shutil.which(told)
        if found is None:
            raise StatsError(
                f"there is no program ‘{told}’, as STATS says", "Set STATS to the path of stats."
            )
        return str(Path(found).absolute())
    found = shutil.which("stats") or shutil.which(str(built))
    if found is None:
        raise StatsError(
            f"stats is not on the PATH, and not at {built}",
            "Build it with scripts/run --version, or set STATS to where it is.",
        )
    return found


@dataclass(frozen=True)
class Result:
    """What one run of `stats` gave.

    output: the result itself. said: the lines beside it, notes and repairs. code: 0, or 1 where
    there are findings.
    """

    output: str
    said: list = field(default_factory=list)
    code: int = 0


def run(verb, *arguments, input=None, **options):
    """Runs `stats VERB ARGUMENTS --options` and returns its Result; raises StatsError."""
    command = [program(), verb, *map(str, arguments), *_written(options)]
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        command, input=input, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    said = done.stderr.strip()
    if done.returncode not in (0, 1):
        lines = [line for line in said.splitlines() if not line.startswith("note: ")]
        message, _, hint = "\n".join(lines).partition("\nhint: ")
        raise StatsError(
            message.removeprefix("Error: ") or f"stats ended with code {done.returncode}",
            hint or None,
            done.returncode,
        )
    return Result(done.stdout, said.splitlines(), done.returncode)


def _written(options):
    """Options as the command line takes them."""
    words = []
    for name, value in options.items():
        flag = "--" + name.rstrip("_").replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(flag)
            continue
        if name == "years" and isinstance(value, (tuple, range)):
            value = f"{value[0]}-{value[-1]}"
        if name == "where" and isinstance(value, dict):
            value = [f"{key}={wanted}" for key, wanted in value.items()]
        for each in value if isinstance(value, (list, tuple)) else [value]:
            words += [flag, str(each)]
    return words


def table(verb, *arguments, input=None, **options):
    """The rows that a verb returns, as a DataFrame with every column and every digit.

    Whole numbers are Int64, other numbers float64, and a cell without a value is missing. What
    `stats` says beside the result, such as the rows read and repaired, is in `frame.attrs["said"]`.
    """
    result = run(verb, *arguments, input=input, format="json", **options)
    rows = json.loads(result.output)
    names = list(dict.fromkeys(name for row in rows for name in row))
    frame = pd.DataFrame({name: _typed([row.get(name) for row in rows]) for name in names})
    frame.attrs["said"] = result.said
    return frame


def _typed(values):
    """A column of what JSON tells apart: whole numbers, numbers, truth values, the rest."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int}:
        return pd.array(values, dtype="Int64")
    if kinds and kinds <= {int, float}:
        return pd.array([float("nan") if value is None else value for value in values], "float64")
    if kinds == {bool}:
        return pd.array(values, dtype="boolean")
    return pd.Series(values, dtype="object")


class Shown:
    """What a notebook shows: HTML where it can, text elsewhere."""

    def __init__(self, hypertext, plain):
        self._bundle = {"text/html": hypertext, "text/plain": plain}

    def __repr__(self):
        return self._bundle["text/plain"]

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self._bundle


def show(frame, columns=None, decimals=2):
    """Some columns of a frame to be read, named in one string or a list; all unless told.

    Thousands are grouped, years are not, and a cell without a value has a dash.
    """
    if columns is None:
        columns = [name for name in frame.columns if name != "caveats"]
    elif isinstance(columns, str):
        columns = columns.split()
    cells = pd.DataFrame(
        {
            HEADINGS.get(name, str(name).replace("_", " ")): [
                _cell(name, value, decimals) for value in frame[name]
            ]
            for name in columns
        }
    )
    sides = ["right" if _is_number(frame[name]) else "left" for name in columns]
    return Shown(_rectangle(cells, sides), cells.to_string(index=False))


def _is_number(column):
    """Whether a column holds numbers."""
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _cell(name, value, decimals):
    """A cell as it is read."""
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    if pd.isna(value):
        return "–"
    if isinstance(value, (str, bool)):
        return str(value) or "–"
    if name in YEARS:
        return f"{value:.0f}"
    whole = not isinstance(value, float) or abs(value) >= 10_000
    return f"{value:,.{0 if whole else decimals}f}"


def _rectangle(cells, sides):
    """A table in HTML, each column to its side."""

    def row(tag, values):
        parts = (
            f'<{tag} style="text-align: {side}">{html.escape(value)}</{tag}>'
            for value, side in zip(values, sides, strict=True)
        )
        return "<tr>" + "".join(parts) + "</tr>"

    body = "\n".join(row("td", values) for values in cells.itertuples(index=False))
    return (
        f"<table>\n<thead>{row('th', cells.columns)}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def notes(frame, *kinds):
    """The caveats of a frame's rows, each once; of the kinds told, or all."""
    met = {}
    for caveats in frame["caveats"]:
        for caveat in caveats:
            head = (
                caveat["kind"] if caveat["year"] is None else f"{caveat['kind']} {caveat['year']}"
            )
            if not kinds or caveat["kind"] in kinds:
                met[head, caveat["text"]] = None
    if not met:
        raise StatsError(f"no caveat of kind {', '.join(kinds) or 'any'} stands in these rows")
    items = "\n".join(
        f"<li><b>{html.escape(head)}</b>: {html.escape(words)}</li>" for head, words in met
    )
    return Shown(f"<ul>\n{items}\n</ul>", "\n".join(f"{head}: {words}" for head, words in met))


@dataclass(frozen=True)
class Figure:
    """One figure: its value with every digit, its sentence, and everything that is known of it."""

    known: dict

    @property
    def value(self):
        return self.known["value"]

    @property
    def sentence(self):
        return self.known["sentence"]

    def __repr__(self):
        return f"{self.sentence} [{self.known['id']}]"

    def _repr_mimebundle_(self, include=None, exclude=None):
        below = [*self.known["note"], *self.known["citation"], f"Figure {self.known['id']}."]
        small = "<br>".join(html.escape(line) for line in below)
        return {
            "text/html": f"<blockquote>{html.escape(self.sentence)}<br>"
            f"<small>{small}</small></blockquote>",
            "text/plain": "\n".join([self.sentence, *below]),
        }


def cite(source, input=None, **options):
    """One figure of a file or data set, as `stats cite` gives it."""
    return Figure(json.loads(run("cite", source, input=input, as_="json", **options).output))


@dataclass(frozen=True)
class Chart:
    """A picture with its rows, its words in place of the picture, and what is known of it."""

    svg: str
    alternative: str
    data: pd.DataFrame
    known: dict
    vega_lite: dict | None

    def __repr__(self):
        return self.alternative

    def _repr_mimebundle_(self, include=None, exclude=None):
        bundle = {"image/svg+xml": self.svg, "text/plain": self.alternative}
        return bundle if self.vega_lite is None else {VEGA_LITE: self.vega_lite, **bundle}


def chart(source, input=None, **options):
    """A chart of a file or data set, as `stats chart` draws it.

    Shown as Vega-Lite where a notebook knows it, and else as the SVG; chords and Sankey diagrams,
    for which Vega-Lite has no mark, as SVG only.
    """
    parts = ["svg", "alt", "csv", "metadata"]
    if options.get("type") not in {"chord", "sankey"}:
        parts.append("vega-lite")
    with tempfile.TemporaryDirectory() as folder:
        run("chart", source, input=input, format=parts, output=folder + "/", **options)
        part = {path.name: path.read_text("utf-8") for path in Path(folder).iterdir()}
    return Chart(
        svg=part["chart.svg"],
        alternative=part["chart.txt"].strip(),
        data=pd.read_csv(io.StringIO(part["chart.csv"]), keep_default_na=False, na_values=[""]),
        known=json.loads(part["chart.metadata.json"]),
        vega_lite=json.loads(part["chart.vl.json"]) if "chart.vl.json" in part else None,
    )
