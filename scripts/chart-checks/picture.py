"""What a picture shows, whoever drew it: panels with their domains, and marks where they lie.

Two pictures agree where their panels have the same domains and hold the same marks at the same
places. A line counts by its unbroken runs, and is compared by its segments: a gap that one picture
leaves and the other joins is a difference.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field

# How far, in units of the SVG, two marks may lie apart and be the same: rounding to whole units.
TOLERANCE = 0.6


@dataclass
class Panel:
    """One pair of axes: the domain and range of each channel, and the shapes of each kind of mark.

    A shape is a list of points (x, y) in the units of the range.
    """

    position: tuple
    domains: dict
    ranges: dict
    shapes: dict = field(default_factory=lambda: defaultdict(list))

    def place(self, channel, value):
        """Where a coordinate lies: a fraction of the range, or the number of the band it falls in."""
        start, end = self.ranges[channel]
        fraction = (value - start) / (end - start)
        domain = self.domains[channel]
        if is_continuous(domain):
            return fraction
        return min(max(int(fraction * len(domain)), 0), len(domain) - 1)

    def pieces(self, kind):
        """What is compared of a kind of mark: points (or pairs of them, for a line) as fractions."""
        for shape in self.shapes[kind]:
            if kind == "bar":
                # A bar lies in the band of its middle, whatever its padding.
                shape = [self.bar_end(shape, end) for end in (min, max)]
            places = [(self.place("x", x), self.place("y", y)) for x, y in shape]
            if kind == "line" and len(places) > 1:
                yield from (first + second for first, second in zip(places, places[1:]))
            elif kind in ("bar", "rule"):
                # From which end it was drawn does not matter.
                yield tuple(v for place in sorted(places) for v in place)
            else:
                yield from places

    def bar_end(self, corners, end):
        """The lower or upper corner of a bar, its middle along a channel of names."""
        middle = lambda values: (min(values) + max(values)) / 2
        return tuple(
            (end if is_continuous(self.domains[channel]) else middle)([c[index] for c in corners])
            for index, channel in enumerate("xy")
        )


def is_continuous(domain):
    """Whether a domain is two numbers, rather than names."""
    return len(domain) == 2 and all(isinstance(end, (int, float)) for end in domain)


def differences(ours, theirs):
    """Sentences that say where two pictures, lists of panels, differ; none where they agree."""
    if len(ours) != len(theirs):
        yield f"the SVG has {len(ours)} panels (data-panel), Vega-Lite draws {len(theirs)}"
        return
    in_reading_order = lambda panel: (round(panel.position[1]), round(panel.position[0]))
    pairs = zip(sorted(ours, key=in_reading_order), sorted(theirs, key=in_reading_order))
    for number, (our, their) in enumerate(pairs, 1):
        where = f"panel {number}: " if len(ours) > 1 else ""
        yield from (where + text for text in panel_differences(our, their))


def panel_differences(our, their):
    agree = True
    for channel in "xy":
        if our.domains[channel] != their.domains[channel]:
            agree = False
            yield (
                f"the domain of {channel} is {json.dumps(our.domains[channel])} in the SVG, "
                f"{json.dumps(their.domains[channel])} in Vega-Lite"
            )
    if not agree:
        return
    for kind in sorted(our.shapes.keys() | their.shapes.keys()):
        counts = len(our.shapes[kind]), len(their.shapes[kind])
        if counts[0] != counts[1]:
            noun = "unbroken lines" if kind == "line" else f"marks of kind {kind}"
            yield f"the SVG has {counts[0]} {noun}, Vega-Lite {counts[1]}"
            continue
        yield from misplaced(our, their, kind)


def misplaced(our, their, kind):
    """A sentence on the first mark that has no counterpart at its place."""
    scale = [
        abs(our.ranges[c][1] - our.ranges[c][0]) if is_continuous(our.domains[c]) else 10
        for c in "xy"
    ]
    in_units = lambda piece: tuple(v * scale[i % 2] for i, v in enumerate(piece))
    cell = lambda piece: tuple(round(v / TOLERANCE) for v in piece)
    left = defaultdict(Counter)
    for piece in map(in_units, their.pieces(kind)):
        left[cell(piece)[:2]][piece] += 1
    for piece in our.pieces(kind):
        mine = in_units(piece)
        column, row = cell(mine)[:2]
        match = next(
            (
                (bucket, candidate)
                for bucket in ((column + i, row + j) for i in (0, -1, 1) for j in (0, -1, 1))
                if bucket in left
                for candidate in left[bucket]
                if left[bucket][candidate] > 0
                and len(candidate) == len(mine)
                and all(abs(a - b) <= TOLERANCE for a, b in zip(mine, candidate))
            ),
            None,
        )
        if match is None:
            noun = {"line": "a line", "area": "an edge of an area"}.get(kind, f"a {kind}")
            yield f"the SVG draws {noun} {described(our, piece)} that Vega-Lite does not draw there"
            return
        left[match[0]][match[1]] -= 1
        if left[match[0]][match[1]] == 0:
            del left[match[0]][match[1]]


def described(panel, piece):
    """Where a piece lies, as a person says it: in the numbers and names of the domains."""

    def value(channel, place):
        domain = panel.domains[channel]
        if is_continuous(domain):
            return f"{domain[0] + place * (domain[1] - domain[0]):.6g}"
        return str(domain[place])

    points = [f"({value('x', x)}, {value('y', y)})" for x, y in zip(piece[::2], piece[1::2])]
    return "at " + points[0] if len(points) == 1 else f"from {points[0]} to {points[1]}"
