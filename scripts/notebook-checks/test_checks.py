"""Shows that the checks of notebooks can fail, and that the helper module says what goes wrong.

STATS=.build/release/stats .build/notebook-checks/bin/python scripts/notebook-checks/test_checks.py
"""

import os
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import check_notebooks
import prose

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
sys.path.insert(0, str(NOTEBOOKS))

import migrationstats  # noqa: E402  (after the path to it)


def notebook(words, shown=""):
    """A notebook of one Markdown cell, and one code cell that has shown something."""
    code = new_code_cell("1", outputs=[new_output("stream", text=shown)])
    return new_notebook(cells=[new_markdown_cell(words), code])


class Prose(unittest.TestCase):
    """Where the numbers of the prose come from."""

    def faults(self, words, shown=""):
        return prose.faults(notebook(words, shown))

    def test_number_from_nowhere(self):
        self.assertIn("17.4 comes from no cell", self.faults("It is wrong by 17.4.", "17.5")[0])

    def test_number_of_a_cell(self):
        self.assertEqual(
            self.faults("It is wrong by 17.4, or 64, of 36.9 million.", "17.4 64.25 36,860,000"), []
        )

    def test_rounding_the_wrong_way(self):
        self.assertEqual(
            len(self.faults("About 65 of them, and 37.0 million.", "64.25 36,860,000")), 2
        )

    def test_one_digit_is_held_to_the_letter(self):
        self.assertEqual(len(self.faults("There are 7 of them.", "6.9")), 1)

    def test_part_of_a_longer_number(self):
        self.assertEqual(len(self.faults("There are 129 of them.", "1,129")), 1)

    def test_confirmed_number(self):
        self.assertEqual(self.faults("In 2019 Canada had 7.96 million migrants."), [])

    def test_number_that_is_off(self):
        found = self.faults("In 2019 Canada had 9.96 million migrants.", "9.96")
        self.assertIn("‘9.96 million’ is off", found[0])

    def test_like_for_like(self):
        words = "World remittances rose, like for like, by {} per cent in 2024."
        self.assertEqual(self.faults(words.format("7.6")), [])
        self.assertIn("‘8.6 per cent’ is off", self.faults(words.format("8.6"), "8.6")[0])

    def test_words_of_others_and_code(self):
        self.assertEqual(self.faults("> 99.8 million\n\n`--level 0.8`\n\n```\n123.4\n```\n"), [])


class Execution(unittest.TestCase):
    """What a run finds."""

    def faults(self, source):
        with tempfile.TemporaryDirectory() as folder:
            run = new_notebook(cells=[new_code_cell("1"), new_code_cell(source)])
            return check_notebooks.executed(run, folder)[1]

    def test_quiet(self):
        self.assertEqual(self.faults("print('said')"), [])

    def test_error(self):
        self.assertEqual(
            self.faults("1 / 0"), ["cell 2 fails: ZeroDivisionError: division by zero"]
        )

    def test_warning(self):
        self.assertIn("cell 2 warns", self.faults("import warnings\nwarnings.warn('beware')")[0])

    def test_time(self):
        with mock.patch.object(check_notebooks, "time") as clock:
            clock.monotonic.side_effect = [0, 61]
            self.assertEqual(self.faults("2"), ["it takes 61 seconds; 60 are allowed"])

    def test_what_differs_by_run_is_not_compared(self):
        run = new_notebook(cells=[new_code_cell("1", metadata={"execution": {"started": "now"}})])
        self.assertNotIn("now", check_notebooks.written(check_notebooks.normal(run)))


class Helper(unittest.TestCase):
    """The module of the notebooks."""

    def test_types(self):
        frame = migrationstats.table("growth", "migrant-stock", area="Canada", years=(1990, 2019))
        self.assertEqual(str(frame.dtypes["from"]), "Int64")
        self.assertEqual(str(frame.dtypes["rate_percent"]), "float64")
        self.assertTrue(frame.rate_percent.isna().any())
        self.assertIn("4,333,318", repr(migrationstats.show(frame, "area from start_value")))
        self.assertIn(" 1990", repr(migrationstats.show(frame, "area from start_value")))

    def test_refusal(self):
        with self.assertRaises(migrationstats.StatsError) as refused:
            migrationstats.table("growth", "migrant-stok")
        self.assertIn("migrant-stok", refused.exception.message)
        self.assertIn("migrant-stock", refused.exception.hint)
        self.assertEqual(refused.exception.code, 66)

    def test_misuse(self):
        with self.assertRaises(migrationstats.StatsError) as refused:
            migrationstats.table("growth", "migrant-stock", definition="cubic")
        self.assertEqual(refused.exception.code, 64)
        self.assertIn("cubic", refused.exception.message)

    def test_program_that_is_not_there(self):
        with mock.patch.dict(os.environ, {"STATS": "/nowhere/stats"}):
            with self.assertRaisesRegex(migrationstats.StatsError, "/nowhere/stats"):
                migrationstats.program()

    def test_program_that_is_nowhere(self):
        nowhere = {"STATS": "", "PATH": "/nowhere"}
        with mock.patch.dict(os.environ, nowhere), tempfile.TemporaryDirectory() as folder:
            with mock.patch.object(migrationstats, "__file__", f"{folder}/notebooks/module.py"):
                with self.assertRaisesRegex(
                    migrationstats.StatsError, "not on the PATH"
                ) as missing:
                    migrationstats.program()
        self.assertIn("scripts/run", missing.exception.hint)

    def test_program_that_was_built(self):
        with mock.patch.dict(os.environ, {"STATS": "", "PATH": "/nowhere"}):
            with tempfile.TemporaryDirectory() as folder:
                built = Path(folder).resolve() / ".build" / "release" / "stats"
                built.parent.mkdir(parents=True)
                built.touch(0o755)
                with mock.patch.object(migrationstats, "__file__", f"{folder}/notebooks/module.py"):
                    self.assertEqual(migrationstats.program(), str(built))

    def test_findings_are_no_error(self):
        found = migrationstats.table(
            "check", "-", input="In 2019 Canada had 9.96 million migrants."
        )
        self.assertEqual(list(found.verdict), ["off"])

    def test_chart(self):
        line = migrationstats.chart("migrant-stock", area="Canada")._repr_mimebundle_()
        self.assertEqual(set(line), {migrationstats.VEGA_LITE, "image/svg+xml", "text/plain"})
        chord = migrationstats.chart("migrant-stock-by-origin", type="chord", years=2000)
        self.assertEqual(set(chord._repr_mimebundle_()), {"image/svg+xml", "text/plain"})

    def test_notes_that_are_not_there(self):
        frame = migrationstats.table("growth", "migrant-stock", area="Canada")
        with self.assertRaisesRegex(migrationstats.StatsError, "no caveat of kind"):
            migrationstats.notes(frame, "nonsense")


if __name__ == "__main__":
    unittest.main()
