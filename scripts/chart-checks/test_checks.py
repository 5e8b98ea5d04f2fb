"""Shows that the checks can fail: the good documents of good/ pass, and each mutation of one is found.

    .build/chart-checks/bin/python scripts/chart-checks/test_checks.py

Not part of the usual run: for those who change a check.
"""

import argparse
import shutil
import tempfile
import unittest
from contextlib import contextmanager
from pathlib import Path

import jsonschema

import check_pages
import check_vega_lite

GOOD = Path(__file__).parent / "good"

# Folder, file, what is replaced, by what, and what has to be said.
VEGA_MUTATIONS = [
    (
        "line",
        "chart.vl.json",
        '"description": "Migrant',
        '"describtion": "Migrant',
        "does not validate",
    ),
    ("line", "chart.vl.json", '"quantitative"', '"quantity"', "does not validate"),
    (
        "line",
        "chart.vl.json",
        "Migrant stock of Canada and Australia, 1990 to 2015.",
        " ",
        "has no description",
    ),
    ("line", "chart.vl.json", "vega-lite/v5.json", "vega-lite/v6.json", "$schema is"),
    ("line", "chart.vl.json", '"value": null', '"value": NaN', "is not JSON"),
    ("line", "chart.vl.json", '"value": null', '"value": 6.0', "unbroken lines"),
    (
        "line",
        "chart.vl.json",
        '"value": 4.9',
        '"value": 4.95',
        "that Vega-Lite does not draw there",
    ),
    ("line", "chart.vl.json", "[1990, 2020]", "[1990, 2021]", "the domain of x is"),
    ("line", "chart.vl.json", '"nice": false', '"nice": true', "is rounded"),
    ("multiples", "chart.vl.json", '"domain": [0, 10], ', "", "left to the data"),
    ("line", "chart.svg", 'data-domain-y="[0,10]"', 'data-domain-y="[0,12]"', "the domain of y is"),
    ("line", "chart.svg", 'cy="191.00"', 'cy="190.00"', "draws a point at (1990, 4.33333)"),
    (
        "line",
        "chart.svg",
        '<circle data-mark="point"',
        "<circle",
        "4 marks of kind point, Vega-Lite 5",
    ),
    ("line", "chart.svg", "M393.33 116.00", "L393.33 116.00", "unbroken lines"),
    ("line", "chart.svg", 'data-mark="rule"', 'data-mark="line"', "unbroken lines"),
    ("line", "chart.svg", "Migrant stock", "Migrants & stock", "not well-formed"),
    ("line", "chart.svg", "data-panel", "data-pane", "no group with data-panel"),
    (
        "line",
        "chart.svg",
        "<path data-mark",
        '<path transform="scale(2)" data-mark',
        "has a transform",
    ),
    ("line", "chart.svg", " L143.33", " l143.33", "has the command l"),
    (
        "bar",
        "chart.svg",
        "Australia&quot;,&quot;France",
        "France&quot;,&quot;Australia",
        "domain of y",
    ),
    ("bar", "chart.svg", 'y="5"', 'y="45"', "draws a bar from (0, Australia) to (7.8, Australia)"),
    ("bar", "chart.vl.json", '"mark": "bar"', '"mark": "line"', "marks of kind bar, Vega-Lite 0"),
    (
        "bar",
        "chart.vl.json",
        '"mark": "bar",',
        '"mark": "bar", "params": [{"name": "b", "select": "nothing"}],',
        "does not validate",
    ),
    (
        "bar",
        "chart.vl.json",
        '"encoding": {',
        '"encoding": {"shape": {"field": "a"},',
        "warns: WARN shape dropped",
    ),
    (
        "bar",
        "chart.vl.json",
        '"data": {"values"',
        '"data": {"url": "cars.json"}, "usermeta": {"values"',
        "cannot be drawn",
    ),
    ("fan", "chart.svg", "290 80", "290 90", "draws an edge of an area"),
    ("fan", "chart.vl.json", '"high": 8}', '"high": 9}', "draws an edge of an area"),
    ("dots", "chart.svg", 'x1="200"', 'x1="190"', "draws a rule from"),
    ("dots", "chart.svg", 'cy="30"', 'cy="90"', "draws a point at (5, C)"),
    ("dots", "chart.svg", 'cx="50"', 'cx="60"', "panel 1: the SVG draws a point at (-4, A)"),
    (
        "multiples",
        "chart.svg",
        'data-panel="Canada"',
        'data-pane="Canada"',
        "outside of every data-panel",
    ),
    ("multiples", "chart.svg", "[250,450]", "[250,460]", "panel 2: the SVG draws a line from"),
]

PAGE_MUTATIONS = [
    (
        "<main>",
        "<main><script>console.warn('tired')</script>",
        "console: ",
        "runs something: <script>",
    ),
    ("<h2", '<img src="https://example.org/a.png" alt="a"><h2', "asks for https://example.org"),
    ("<h2", '<img src="b.png" alt="b"><h2', "asks for file:"),
    (
        "<head>",
        '<head><link rel="preconnect" href="https://example.org">',
        "takes something from elsewhere: href",
    ),
    (
        "figure{",
        "@font-face{font-family:f;src:url(f.woff)}figure{",
        "takes something from elsewhere: url",
    ),
    ("<h2", "<iframe title='f' srcdoc='x'></iframe><h2", "has a frame"),
    ("<h1>", "<h1 onclick='stop()'>", "runs something: onclick"),
    ('role="img"', "", "shows no picture"),
    ("svg{", "svg{display:none;", "shows no picture"),
    ("svg{max-width:100%;height:auto}", "", "scrolls sideways", "out of view"),
    ("svg{", "svg{width:200px;", "though its natural 640 px would fit"),
    ("<h2", "<div style='position:fixed;inset:0;background:#fff'></div><h2", "covers the middle"),
    ('r="3"', 'r="0"', "marks of the picture have no size"),
    ('x="565" y="90"', 'x="625" y="90"', "reaches out of the picture: <text> “Canada”"),
    ("<text ", '<text x="570" y="92">Australia</text><text ', "labels overlap: <text> “Australia”"),
    ("<h2", "<p style='width:90rem'>wide</p><h2", "scrolls sideways"),
    (
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "",
        "the page is laid out 98",
    ),
    (' tabindex="0"', ' tabindex="-1"', "never reaches the table"),
    (
        ".table:focus-visible{outline:3px solid #12436D}",
        ".table:focus-visible{outline:none}",
        "is not seen",
    ),
    ("<table>", "<table hidden>", "shows no table"),
    ("color:#1d1d1d", "color:#bbb", "axe color-contrast"),
    ('<html lang="en">', "<html>", "axe html-has-lang"),
    ('<title id="t">Migrant stock</title>', "", "axe svg-img-alt"),
    ("year%2Cvalue", "year%2Cvalues", "gives other bytes"),
]


class VegaLite(unittest.TestCase):
    def setUp(self):
        self.validator = jsonschema.Draft7Validator(check_vega_lite.published_schema())

    def faults(self, folder):
        return list(check_vega_lite.faults_of(folder / "chart.vl.json", self.validator))

    def test_good_documents_pass(self):
        for name in ("line", "bar", "multiples", "fan", "dots"):
            with self.subTest(name):
                self.assertEqual(self.faults(GOOD / name), [])

    def test_each_mutation_is_found(self):
        for name, file, old, new, expected in VEGA_MUTATIONS:
            with self.subTest(f"{file}: {old} → {new}"), mutated(name, file, old, new) as folder:
                self.assertIn(expected, "\n".join(self.faults(folder)))


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = check_pages.chromium()
        cls.addClassCleanup(cls.browser.quit)

    def faults(self, folder, least_text=0):
        options = argparse.Namespace(screenshots=None, least_text=least_text)
        path = (folder / "chart.html").resolve()
        return [
            f
            for w in check_pages.WIDTHS
            for f in check_pages.visit(self.browser, path, w, options)[0]
        ]

    def test_good_page_passes(self):
        self.assertEqual(self.faults(GOOD / "line"), [])

    def test_small_text_is_found_where_asked_for(self):
        self.assertIn("7.5 px, less than 9", "\n".join(self.faults(GOOD / "line", least_text=9)))

    def test_each_mutation_is_found(self):
        for old, new, *expected in PAGE_MUTATIONS:
            with self.subTest(f"{old} → {new}"), mutated("line", "chart.html", old, new) as folder:
                faults = "\n".join(self.faults(folder))
                for text in expected:
                    self.assertIn(text, faults)


@contextmanager
def mutated(name, file, old, new):
    """A copy of a good folder in which the first occurrence of a text is replaced."""
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory) / name
        shutil.copytree(GOOD / name, folder)
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}/{file}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        yield folder


if __name__ == "__main__":
    unittest.main()
