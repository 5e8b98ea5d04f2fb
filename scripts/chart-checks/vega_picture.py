"""Reads the picture that Vega-Lite draws of a document, out of Vega's scene graph."""

import re

import vl_convert

from faults import Unreadable
from picture import Panel

KINDS = {"line": "line", "area": "area", "rect": "bar", "rule": "rule", "symbol": "point"}


def read(document, version):
    """The panels of a Vega-Lite document, as drawn by a version of Vega-Lite."""
    scales = literal_scales(vl_convert.vegalite_to_vega(document, vl_version=version))
    scene = vl_convert.vegalite_to_scenegraph(document, vl_version=version, allowed_base_urls=[])
    reader = Reader(scales)
    reader.group_mark(scene["scenegraph"], 0, 0, None)
    return [panel for panel in reader.panels if any(panel.shapes.values())]


def literal_scales(vega):
    """The domains of the scales for x and y, by name, wherever they stand in a Vega document."""
    found = {}
    for scale in vega.get("scales", []):
        if not re.search(r"(^|_)[xy]$", scale["name"]):
            continue
        domain = scale.get("domain")
        if not isinstance(domain, list) or any(isinstance(end, dict) for end in domain):
            raise Unreadable(
                f"the domain of {scale['name']} is left to the data: state it in scale.domain "
                "(and years as quantitative, with the axis format d)"
            )
        if scale.get("nice"):
            raise Unreadable(f"the scale {scale['name']} is rounded: set scale.nice to false")
        if (
            scale.get("zero")
            and scale["type"] not in ("band", "point")
            and min(domain) * max(domain) > 0
        ):
            raise Unreadable(f"the scale {scale['name']} is drawn to zero: set scale.zero to false")
        found[scale["name"]] = list(reversed(domain)) if scale.get("reverse") else domain
    for mark in vega.get("marks", []):
        found.update(literal_scales(mark))
    return found


class Reader:
    """Walks a scene graph, and keeps the panels and the marks in them."""

    def __init__(self, scales):
        self.scales = scales
        self.panels = []

    def group_mark(self, mark, x, y, panel):
        role = mark.get("role") or ""
        if mark["marktype"] == "group" and role in ("frame", "scope"):
            for item in mark["items"]:
                self.group(item, mark.get("name") or "", x, y, panel)
        elif role == "mark" and panel is not None and mark["marktype"] != "text":
            kind = KINDS.get(mark["marktype"])
            if kind is None:
                raise Unreadable(
                    f"draws marks of the type {mark['marktype']}, which are not compared"
                )
            panel.shapes[kind] += list(shapes(mark, kind, x, y))

    def group(self, item, name, x, y, panel):
        x, y = x + item.get("x", 0), y + item.get("y", 0)
        concatenated = re.search(r"(?:^|_)concat_\d+_group$", name)
        if panel is None or concatenated or re.search(r"(^|_)cell$", name):
            prefix = name[: -len("group")] if concatenated else ""
            panel = self.panel(prefix, item, x, y)
        for mark in item.get("items", []):
            self.group_mark(mark, x, y, panel)

    def panel(self, prefix, item, x, y):
        domains = {c: self.domain(prefix, c) for c in "xy"}
        width, height = item.get("width", 0), item.get("height", 0)
        ranges = {"x": (x, x + width), "y": (y + height, y)}
        # Bands run downwards, as lines of a text do.
        if not all(isinstance(end, (int, float)) for end in domains["y"]):
            ranges["y"] = (y, y + height)
        panel = Panel((x, y), domains, ranges)
        self.panels.append(panel)
        return panel

    def domain(self, prefix, channel):
        for name in (prefix + channel, channel, "child_" + channel):
            if name in self.scales:
                return self.scales[name]
        # A root that only holds panels has no scale of its own.
        return [0, 1]


def shapes(mark, kind, x, y):
    """The shapes of one mark of the scene graph: the unbroken runs of a line, else one per item."""
    items = mark["items"]
    at = lambda item: (x + item.get("x", 0), y + item.get("y", 0))
    if kind == "line":
        run = []
        for item in items:
            if item.get("defined", True):
                run.append(at(item))
            elif run:
                yield run
                run = []
        if run:
            yield run
    elif kind == "area":
        if any(not item.get("defined", True) for item in items):
            raise Unreadable("draws an area with a gap: write one area for each unbroken stretch")
        if items:
            yield [at(item) for item in items] + [far_end(item, x, y) for item in items]
    elif kind == "point":
        for item in items:
            yield [at(item)]
    else:
        for item in items:
            yield [at(item), far_end(item, x, y)]


def far_end(item, x, y):
    """The other corner of a bar or end of a rule: x2 and y2, or the width and height."""

    def end(position, second, extent):
        start = item.get(position, 0)
        return start + item[extent] if extent in item else item.get(second, start)

    return x + end("x", "x2", "width"), y + end("y", "y2", "height")
