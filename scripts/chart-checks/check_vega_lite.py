"""Checks Vega-Lite documents against the outside world.

    check_vega_lite.py FOLDER...

Each *.vl.json below the folders

- is strict JSON that validates against the published schema of Vega-Lite 5 (from the package altair),
  names it in $schema, has a description, and fetches no data;
- is drawn by Vega-Lite itself (vl-convert), in the oldest and in the newest version 5 that it
  carries, without an error or a warning;
- agrees with the SVG beside it (chart.svg beside chart.vl.json) where there is one: panels, domains,
  and marks at their places. svg_picture.py says which attributes the SVG needs.

Ends with 1 where anything is amiss, and says in which file and what.
"""

import importlib.util
import json
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import vl_convert

import svg_picture
import vega_picture
from faults import Unreadable, conclude, documents
from picture import differences

SCHEMA_URL = "https://vega.github.io/schema/vega-lite/v5.json"
OLDEST, NEWEST = "5.8", "5.21"


def main(folders):
    if not folders:
        sys.exit("usage: check_vega_lite.py FOLDER...")
    validator = jsonschema.Draft7Validator(published_schema())
    paths = documents(folders, "*.vl.json")
    faults = [(path, text) for path in paths for text in faults_of(path, validator)]
    conclude("check_vega_lite", len(paths), faults)


def published_schema():
    # Found without importing altair, which would want its own dependencies.
    package = Path(importlib.util.find_spec("altair").origin).parent
    return json.loads((package / "vegalite/v5/schema/vega-lite-schema.json").read_text("utf-8"))


def faults_of(path, validator):
    try:
        document = json.loads(path.read_text("utf-8"), parse_constant=refuse)
    except ValueError as error:
        yield f"is not JSON: {error}"
        return
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    if error is not None:
        yield f"does not validate at {error.json_path}: {error.message[:300]}"
        return
    if document.get("$schema") != SCHEMA_URL:
        yield f"$schema is {document.get('$schema')!r}, not {SCHEMA_URL!r}"
    if not document.get("description", "").strip():
        yield "has no description, the alternative text of Vega-Lite"
    sibling = path.with_name(path.name.removesuffix(".vl.json") + ".svg")
    for version in (OLDEST, NEWEST):
        yield from (
            f"Vega-Lite {version}: {text}" for text in drawing_faults(document, version, sibling)
        )


def refuse(name):
    raise ValueError(f"{name} is no number of JSON")


def drawing_faults(document, version, sibling):
    warnings = []
    try:
        with standard_error(warnings):
            vl_convert.vegalite_to_svg(
                document, vl_version=version, show_warnings=True, allowed_base_urls=[]
            )
    except ValueError as error:
        yield "cannot be drawn: " + " ".join(str(error).split())[:300]
        return
    yield from (f"warns: {line}" for line in dict.fromkeys(warnings))
    if not sibling.exists():
        return
    try:
        theirs = vega_picture.read(document, version)
    except Unreadable as error:
        yield str(error)
        return
    try:
        ours = svg_picture.read(sibling)
    except Unreadable as error:
        yield f"{sibling.name} {error}"
        return
    yield from differences(ours, theirs)


@contextmanager
def standard_error(lines):
    """Collects what is written to standard error, by whatever language, as lines."""
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            file.seek(0)
            lines += [line for line in file.read().decode("utf-8", "replace").splitlines() if line]


if __name__ == "__main__":
    main(sys.argv[1:])
