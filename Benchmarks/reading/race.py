"""The race of Benchmarks/reading: contestants one after another, round by round, a process each.

Measures the seconds of the work, the seconds of all processors and the peak memory of the process;
agree.py compares the results of every round, and no time is printed for results that differ.
Standard library alone, and little of it: a process inherits the peak memory of the one that starts it.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from statistics import median

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = "MigrationStats"


class Contestant:
    """A way to do a work: what is run, and what each round took."""

    def __init__(self, name, command, peer=True):
        self.name, self.command, self.peer = name, command, peer
        self.seconds, self.processors, self.peak, self.anonymous = [], [], [], []

    def run(self, result):
        command = [result if part == "RESULT" else part for part in self.command]
        # Nobody waits for the results of the round before to go, or for those of others to reach the disk.
        for path in (result, result + ".report"):
            if os.path.exists(path):
                os.remove(path)
        os.sync()
        with open(result + ".report", "wb") as report:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=report, stderr=subprocess.PIPE)
            sampler = Sampler(process.pid)
            problem = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        processors = usage.ru_utime + usage.ru_stime
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        sampler.stop()
        if process.returncode != 0:
            sys.exit(f"{self.name}: exit code {process.returncode}\n{problem.decode()}")
        with open(result + ".report", "rb") as report:
            told = report.read()
        if told.startswith(b'{"seconds"'):
            told = json.loads(told)
            seconds = told["seconds"]
            processors, peak = told.get("processors", processors), told.get("peak", peak)
        self.seconds.append(seconds)
        self.processors.append(processors)
        self.peak.append(peak)
        self.anonymous.append(min(peak, sampler.peak))


class Sampler(threading.Thread):
    """Looks every 20 ms at how much memory of a process is its own and no mapped page of a file."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.path, self.peak, self.done = f"/proc/{process}/status", 0, threading.Event()
        self.start()

    def run(self):
        while not self.done.wait(0.02):
            try:
                with open(self.path) as status:
                    for line in status:
                        if line.startswith("RssAnon:"):
                            self.peak = max(self.peak, int(line.split()[1]) * 1024)
                            break
            except OSError:
                return

    def stop(self):
        self.done.set()
        self.join()


def say(text):
    """Progress, on a terminal alone."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def race(work, path, contestants, rounds, folder):
    results = [os.path.join(folder, f"{work}-{place}") for place in range(len(contestants))]
    found = ""
    for round_ in range(rounds):
        for contestant, result in zip(contestants, results):
            say(f"{work}, round {round_ + 1}: {contestant.name}")
            contestant.run(result)
        say("")
        names = [part for one in zip([c.name for c in contestants], results) for part in one]
        agreement = subprocess.run(
            [sys.executable, os.path.join(HERE, "agree.py"), work, path, *names],
            capture_output=True, text=True)
        if agreement.returncode != 0:
            sys.exit(f"{work}, round {round_ + 1}: results differ, so no time is told\n"
                     + agreement.stdout + agreement.stderr)
        found = agreement.stdout.strip()
    for result in results:
        for ending in ("", ".report"):
            if os.path.exists(result + ending):
                os.remove(result + ending)
    return found


def table(title, path, contestants, found):
    size = os.path.getsize(path)
    print(f"\n{title}\n{os.path.basename(path)}, {size / 1e6:,.0f} MB; {found}")
    peers = [one for one in contestants if one.peer]
    fastest = min(peers, key=lambda one: median(one.seconds))
    print(f"  {'':<46}{'median':>9}{'best':>9}{'cores':>9}{'speed':>11}{'peak':>10}{'its own':>10}"
          f"{'× fastest peer':>16}")
    for one in sorted(contestants, key=lambda one: median(one.seconds)):
        middle = median(one.seconds)
        print(f"  {one.name:<46}{middle:>7.2f} s{min(one.seconds):>7.2f} s"
              f"{median(one.processors):>7.1f} s{size / middle / 1e9:>6.3f} GB/s"
              f"{max(one.peak) / 1e6:>7.0f} MB{max(one.anonymous) / 1e6:>7.0f} MB"
              f"{median(fastest.seconds) / middle:>14.2f} ×")
    for one in contestants:
        if not one.peer:
            print(f"  {one.name}: {median(fastest.seconds) / median(one.seconds):.2f} × as fast as "
                  f"{fastest.name}; median of {len(one.seconds)} rounds in turn")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", required=True)
    parser.add_argument("--swiftcsv", required=True)
    parser.add_argument("--stats")
    parser.add_argument("--typed")
    parser.add_argument("--works", default="read,slice,sum,rates")
    options = parser.parse_args()
    tidy, slice_, wide = (os.path.join(options.data, name)
                          for name in ("tidy.csv", "slice.csv", "wide.csv"))

    def peer(name, work, way, path):
        return Contestant(
            name, [sys.executable, os.path.join(HERE, "peers.py"), work, way, path, "RESULT"])

    def ours(*command):
        return [Contestant(OURS, command, peer=False)] if command[0] else []

    works = {
        "read": ("All columns typed", tidy, [
            *ours(options.typed, tidy),
            peer("Polars read_csv, types told", "read", "polars-told", tidy),
            peer("Polars read_csv, types found", "read", "polars", tidy),
            peer("DuckDB read_csv, types told", "read", "duckdb-told", tidy),
            peer("DuckDB read_csv, types found", "read", "duckdb", tidy),
            peer("PyArrow read_csv, texts as dictionaries", "read", "pyarrow", tidy),
            peer("pandas, engine c", "read", "pandas", tidy),
            peer("pandas, engine pyarrow", "read", "pandas-pyarrow", tidy),
        ]),
        "slice": ("All columns typed, of a slice", slice_, [
            *ours(options.typed, slice_),
            Contestant("SwiftCSV", [options.swiftcsv, slice_]),
        ]),
        "sum": ("Sum of migrants by year and origin, to CSV", tidy, [
            *ours(options.stats, "sum", tidy, "--of", "migrants", "--by", "year,origin",
                  "--format", "csv", "--output", "RESULT"),
            peer("Polars scan_csv, streamed, types told", "sum", "polars-told", tidy),
            peer("Polars scan_csv, streamed, types found", "sum", "polars", tidy),
            peer("DuckDB read_csv, types told", "sum", "duckdb-told", tidy),
            peer("DuckDB read_csv, types found", "sum", "duckdb", tidy),
            peer("pandas, engine c, three columns", "sum", "pandas", tidy),
            peer("pandas, engine pyarrow, three columns", "sum", "pandas-pyarrow", tidy),
        ]),
        "rates": ("Least-squares growth rate of every series, to CSV", wide, [
            *ours(options.stats, "growth", wide, "--definition", "least-squares",
                  "--format", "csv", "--output", "RESULT"),
            peer("Polars, an expression a column, streamed", "rates", "polars-wide", wide),
            peer("Polars, unpivoted and grouped, streamed", "rates", "polars-long", wide),
            peer("Polars with NumPy", "rates", "polars-numpy", wide),
            peer("DuckDB, an expression a column", "rates", "duckdb-wide", wide),
            peer("DuckDB, UNPIVOT and regr_*", "rates", "duckdb-long", wide),
            peer("pandas with NumPy, engine pyarrow", "rates", "pandas-numpy", wide),
        ]),
    }
    print(f"Median of {options.rounds} rounds in turn; {os.cpu_count()} processors; the files are "
          "in memory before.\nSeconds are those of the work alone, without those for loading Python "
          "and its libraries; those of\nstats are of the whole process. Cores: seconds of all "
          "processors. Peak: memory of the process until\nthe work is done, with mapped pages of "
          "files; its own: without.")
    for work in options.works.split(","):
        title, path, contestants = works[work]
        warm(path)
        found = race("read" if work == "slice" else work, path, contestants, options.rounds,
                     options.data)
        table(title, path, contestants, found)


def warm(path):
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 22):
            pass


if __name__ == "__main__":
    main()
