"""Reads the picture out of our SVG, by the attributes that its writer leaves in it.

Around each pair of axes stands a group of this form:

    <g data-panel="Canada"
       data-domain-x="[1990,2020]" data-range-x="[64,560]"
       data-domain-y="[0,10]"      data-range-y="[320,24]">

- data-panel: the name of the panel, empty where there is only one. Required.
- data-domain-x, data-domain-y: JSON, as in `scale.domain` of Vega-Lite: two numbers, or the names
  of the bands in their order. `&quot;` in the attribute.
- data-range-x, data-range-y: JSON, where the first and the last of the domain lie, in the units of
  the panel's coordinates; of bands the outer edges. y runs downwards, as in any SVG.

Within it each mark that stands for data, and only those (no axis, grid, tick, label or hit area),
has data-mark, in coordinates of the panel (no transform at or under the group):

- data-mark="line": `<path>` of absolute M, L, H, V; each M begins a new run; or `<polyline>`.
- data-mark="area": `<path>` or `<polygon>`, one outline, with both edges of each point.
- data-mark="bar": `<rect>`.
- data-mark="rule": `<line>`, or a `<path>` of two points: intervals, a year's rule, a fitted line's
  level. Its twin in Vega-Lite is the mark "rule".
- data-mark="point": `<circle>`, or a `<path>`, `<polygon>` or `<rect>` about its centre.

Pictures that Vega-Lite cannot draw (chord, Sankey) have no .vl.json and need no panels; their marks
have data-mark all the same, of any kind, since check_pages.py looks whether they are drawn.
"""

import json
import re
from xml.etree import ElementTree

from faults import Unreadable
from picture import Panel

KINDS = ("line", "area", "bar", "rule", "point")


def read(path):
    """The panels of an SVG."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise Unreadable(f"is not well-formed XML: {error}") from error
    groups = [element for element in root.iter() if "data-panel" in element.attrib]
    if not groups:
        raise Unreadable(
            "has no group with data-panel, so that its domains and marks are not known"
        )
    inside = sum(1 for group in groups for _ in marks(group))
    if inside != sum(1 for _ in marks(root)):
        raise Unreadable("has a data-mark outside of every data-panel, or one panel within another")
    return [panel(group) for group in groups]


def marks(element):
    return (child for child in element.iter() if "data-mark" in child.attrib)


def panel(group):
    if any("transform" in element.attrib for element in group.iter() if holds_mark(element)):
        raise Unreadable(
            "has a transform on a panel or a mark: write coordinates in those of the panel"
        )
    domains, ranges = {}, {}
    for channel in "xy":
        domains[channel] = listed(group, f"data-domain-{channel}")
        ranges[channel] = listed(group, f"data-range-{channel}")
        if len(ranges[channel]) != 2 or ranges[channel][0] == ranges[channel][1]:
            raise Unreadable(f"data-range-{channel} is not two different numbers")
    result = Panel((min(ranges["x"]), min(ranges["y"])), domains, ranges)
    for mark in marks(group):
        kind = mark.get("data-mark")
        if kind not in KINDS:
            raise Unreadable(f'data-mark="{kind}" is none of {", ".join(KINDS)}')
        result.shapes[kind] += shapes(mark, kind)
    return result


def holds_mark(element):
    return next(marks(element), None) is not None


def listed(group, name):
    try:
        value = json.loads(group.attrib[name])
    except KeyError:
        raise Unreadable(f"a group with data-panel lacks {name}") from None
    except ValueError:
        raise Unreadable(f"{name}={group.attrib[name]!r} is not JSON") from None
    if not isinstance(value, list) or not value:
        raise Unreadable(f"{name}={group.attrib[name]!r} is not a list")
    return value


def shapes(mark, kind):
    """The shapes of one element: its runs for a line, else one."""
    runs = outline(mark)
    if kind == "line":
        return runs
    points = [point for run in runs for point in run]
    if kind == "point":
        xs, ys = zip(*points)
        return [[((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)]]
    if kind == "rule" and len(points) != 2:
        raise Unreadable(f'a data-mark="rule" has {len(points)} points, not 2')
    return [points]


def outline(mark):
    """The runs of points of an element."""
    tag = mark.tag.rsplit("}", 1)[-1]
    number = lambda name: float(mark.get(name, "0"))
    if tag == "circle":
        return [[(number("cx"), number("cy"))]]
    if tag == "line":
        return [[(number("x1"), number("y1")), (number("x2"), number("y2"))]]
    if tag == "rect":
        x, y = number("x"), number("y")
        return [[(x, y), (x + number("width"), y + number("height"))]]
    if tag in ("polyline", "polygon"):
        numbers = [float(text) for text in re.split(r"[\s,]+", mark.get("points", "").strip())]
        return [list(zip(numbers[::2], numbers[1::2]))]
    if tag == "path":
        return path_runs(mark.get("d", ""))
    raise Unreadable(f"a data-mark on <{tag}> is not understood")


def path_runs(text):
    runs, x, y = [], 0.0, 0.0
    numbers = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
    for command, arguments in re.findall(r"([A-Za-z])([^A-Za-z]*)", text):
        values = [float(number) for number in re.findall(numbers, arguments)]
        if command == "Z" or command == "z":
            continue
        if command not in "MLHV":
            raise Unreadable(
                f"a path of a data-mark has the command {command}; use absolute M, L, H, V"
            )
        if command in "HV":
            steps = [(v, y) if command == "H" else (x, v) for v in values]
        else:
            steps = list(zip(values[::2], values[1::2]))
        for step, (x, y) in enumerate(steps):
            if command == "M" and step == 0:
                runs.append([])
            runs[-1].append((x, y))
    if not runs:
        raise Unreadable("a path of a data-mark draws nothing")
    return runs
