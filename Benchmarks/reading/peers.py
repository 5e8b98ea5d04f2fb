"""The peers of Benchmarks/reading: `peers.py WORK WAY FILE RESULT`.

A work is read (all columns typed), sum (by year and origin) or rates (least squares, every series);
a way is a library and how it is asked. Prints a JSON object with the seconds of the work alone, and of
all processors for it, without those for starting Python and loading libraries. For read it also has
counts and sums of every column to compare, taken after the clock has stopped; for sum and rates the
result is the file that was written.
"""

import json
import resource
import sys
import time

# The columns of the tidy file as Polars and DuckDB call their types.
TYPES = {"origin": ("String", "VARCHAR"), "destination": ("String", "VARCHAR"),
         "year": ("Int64", "BIGINT"), "sex": ("String", "VARCHAR"), "age": ("String", "VARCHAR"),
         "migrants": ("Int64", "BIGINT"), "weight": ("Float64", "DOUBLE")}
TEXTS = ["origin", "destination", "sex", "age"]
NUMBERS = ["year", "migrants", "weight"]
KEYS = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"]
YEARS = [str(year) for year in range(1960, 2026)]
MIDDLE = (int(YEARS[0]) + int(YEARS[-1])) / 2


# Polars


def polars_types():
    import polars as pl

    return {name: getattr(pl, kind) for name, (kind, _) in TYPES.items()}


def polars_account(frame):
    for name in TEXTS:
        column = frame[name]
        yield text(name, column.null_count(), column.n_unique(), column.str.len_bytes().sum())
    for name in NUMBERS:
        column = frame[name]
        assert str(column.dtype) == TYPES[name][0], (name, column.dtype)
        yield number(name, column.null_count(), column.sum())


def read_polars(path, told):
    import polars as pl

    frame = timed(lambda: pl.read_csv(path, schema=polars_types() if told else None))
    return len(frame), polars_account(frame)


def sum_polars(path, result, told):
    import polars as pl

    def work():
        (pl.scan_csv(path, schema=polars_types() if told else None)
         .group_by("year", "origin").agg(pl.col("migrants").sum())
         .collect(engine="streaming").write_csv(result))

    timed(work)


def rates_polars_wide(path, result):
    """Sums along the row, an expression a column: no reshaping."""
    import polars as pl

    def work():
        frame = pl.scan_csv(path, schema=wide_types(pl.String, pl.Float64))
        logs = [pl.col(year).log() for year in YEARS]
        times = [int(year) - MIDDLE for year in YEARS]
        present = [pl.col(year).is_not_null() for year in YEARS]
        total = pl.sum_horizontal
        sums = frame.select(
            *KEYS,
            first=pl.coalesce(pl.when(p).then(int(y)) for p, y in zip(present, YEARS)),
            last=pl.coalesce(pl.when(p).then(int(y)) for p, y in zip(present[::-1], YEARS[::-1])),
            n=total(present).cast(pl.Float64),
            t=total(p * t for p, t in zip(present, times)),
            tt=total(p * t**2 for p, t in zip(present, times)),
            y=total(logs),
            ty=total(x * t for x, t in zip(logs, times)),
            yy=total(x * x for x in logs))
        n, t, y = pl.col("n"), pl.col("t"), pl.col("y")
        spread = pl.col("tt") - t * t / n
        products = pl.col("ty") - t * y / n
        slope = products / spread
        rest = pl.col("yy") - y * y / n - slope * products
        (sums.select(
            *KEYS, "first", "last", observations=n.cast(pl.Int64), rate=100 * (slope.exp() - 1),
            error=(rest / (n - 2) / spread).sqrt())
         .collect(engine="streaming").write_csv(result))

    timed(work)


def rates_polars_long(path, result):
    """A row a value, grouped by series."""
    import polars as pl

    def work():
        (pl.scan_csv(path, schema=wide_types(pl.String, pl.Float64))
         .unpivot(index=KEYS, on=YEARS, variable_name="year").drop_nulls("value")
         .with_columns(t=pl.col("year").cast(pl.Int64) - MIDDLE, y=pl.col("value").log())
         .group_by(KEYS, maintain_order=False)
         .agg(first=pl.col("year").min(), last=pl.col("year").max(), observations=pl.len(),
              sxy=pl.cov("t", "y", ddof=0), sxx=pl.var("t", ddof=0), syy=pl.var("y", ddof=0))
         .with_columns(slope=pl.col("sxy") / pl.col("sxx"))
         .select(*KEYS, "first", "last", "observations",
                 rate=100 * (pl.col("slope").exp() - 1),
                 error=((pl.col("syy") / pl.col("sxx") - pl.col("slope") ** 2)
                        / (pl.col("observations") - 2)).sqrt())
         .collect(engine="streaming").write_csv(result))

    timed(work)


# DuckDB


def duckdb_source(path, told):
    if not told:
        return f"read_csv('{path}')"
    return duckdb_told(path, {name: kind for name, (_, kind) in TYPES.items()})


def duckdb_told(path, types):
    return (f"read_csv('{path}', auto_detect = false, header = true, delim = ',', quote = '\"',"
            f" escape = '\"', columns = {types})")


def read_duckdb(path, told):
    import duckdb

    connection = duckdb.connect()
    timed(lambda: connection.execute(
        f"CREATE TABLE figures AS SELECT * FROM {duckdb_source(path, told)}"))
    ask = lambda query: connection.execute(f"SELECT {query} FROM figures").fetchone()

    def account():
        for name in TEXTS:
            yield text(name, *ask(f"count(*) - count({name}), count(DISTINCT {name}), sum(strlen({name}))"))
        for name in NUMBERS:
            missing, total, kind = ask(
                f"count(*) - count({name}), sum({name}), any_value(typeof({name}))")
            assert kind == TYPES[name][1], (name, kind)
            yield number(name, missing, total)

    return ask("count(*)")[0], account()


def sum_duckdb(path, result, told):
    import duckdb

    connection = duckdb.connect()
    timed(lambda: connection.execute(
        f"COPY (SELECT year, origin, sum(migrants) AS migrants FROM {duckdb_source(path, told)}"
        f" GROUP BY year, origin) TO '{result}' (HEADER)"))


def rates_duckdb_long(path, result):
    import duckdb

    keys = ", ".join(f'"{key}"' for key in KEYS)
    years = ", ".join(f'"{year}"' for year in YEARS)
    connection = duckdb.connect()
    timed(lambda: connection.execute(f"""
      COPY (
        SELECT {keys}, first, last, observations, 100 * (exp(sxy / sxx) - 1) AS rate,
               sqrt((syy - sxy * sxy / sxx) / (observations - 2) / sxx) AS error
        FROM (
          SELECT {keys}, min(year) AS first, max(year) AS last, count(*) AS observations,
                 regr_sxy(ln(value), year::INTEGER - {MIDDLE}) AS sxy,
                 regr_sxx(ln(value), year::INTEGER - {MIDDLE}) AS sxx,
                 regr_syy(ln(value), year::INTEGER - {MIDDLE}) AS syy
          FROM (UNPIVOT (FROM {duckdb_told(path, wide_types("VARCHAR", "DOUBLE"))}) ON {years} INTO NAME year VALUE value)
          GROUP BY {keys})
      ) TO '{result}' (HEADER)"""))


def rates_duckdb_wide(path, result):
    """Sums along the row, an expression a column: no reshaping."""
    import duckdb

    keys = ", ".join(f'"{key}"' for key in KEYS)
    times = {year: int(year) - MIDDLE for year in YEARS}

    def total(term):
        return " + ".join(f"coalesce({term(year, time)}, 0)" for year, time in times.items())

    def chosen(years):
        return "coalesce(" + ", ".join(f"CASE WHEN l{y} IS NOT NULL THEN {y} END" for y in years) + ")"

    logs = ", ".join(f'ln("{year}") AS l{year}' for year in YEARS)
    connection = duckdb.connect()
    timed(lambda: connection.execute(f"""
      COPY (
        SELECT {keys}, first, last, n AS observations,
               100 * (exp((ty - t * y / n) / (tt - t * t / n)) - 1) AS rate,
               sqrt((yy - y * y / n - (ty - t * y / n) ** 2 / (tt - t * t / n)) / (n - 2)
                    / (tt - t * t / n)) AS error
        FROM (
          SELECT {keys}, {chosen(YEARS)} AS first, {chosen(YEARS[::-1])} AS last,
                 {total(lambda y, t: f"(l{y} IS NOT NULL)::INTEGER")} AS n,
                 {total(lambda y, t: f"(l{y} IS NOT NULL)::INTEGER * {t}::DOUBLE")} AS t,
                 {total(lambda y, t: f"(l{y} IS NOT NULL)::INTEGER * {t * t}::DOUBLE")} AS tt,
                 {total(lambda y, t: f"l{y}")} AS y,
                 {total(lambda y, t: f"l{y} * {t}::DOUBLE")} AS ty,
                 {total(lambda y, t: f"l{y} * l{y}")} AS yy
          FROM (SELECT {keys}, {logs} FROM {duckdb_told(path, wide_types("VARCHAR", "DOUBLE"))}))
      ) TO '{result}' (HEADER)"""))


# pandas and NumPy


def pandas_account(frame):
    import pyarrow.compute as pc

    for name in TEXTS:
        column = frame[name].astype("string[pyarrow]")
        size = pc.sum(pc.binary_length(column.array.__arrow_array__())).as_py()
        yield text(name, int(column.isna().sum()), column.nunique(), size)
    for name in NUMBERS:
        # With gaps the engine in C makes doubles of whole numbers; their sum is exact here.
        total = frame[name].sum()
        yield number(name, int(frame[name].isna().sum()),
                     float(total) if name == "weight" else int(total))


def read_pandas(path, engine):
    import pandas as pd

    if engine == "pyarrow":
        import pyarrow.csv  # noqa: F401, so that its loading is not counted

        frame = timed(lambda: pd.read_csv(path, engine="pyarrow", dtype_backend="pyarrow"))
    else:
        frame = timed(lambda: pd.read_csv(path, engine="c"))
    return len(frame), pandas_account(frame)


def read_pyarrow(path):
    """Texts as dictionaries, as ours are."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.csv

    table = timed(lambda: pyarrow.csv.read_csv(
        path, convert_options=pyarrow.csv.ConvertOptions(auto_dict_encode=True)))

    def account():
        for name in TEXTS:
            column = table[name].cast(pa.string())
            yield text(name, column.null_count, pc.count_distinct(column).as_py(),
                       pc.sum(pc.binary_length(column)).as_py())
        for name in NUMBERS:
            yield number(name, table[name].null_count, pc.sum(table[name]).as_py())

    return table.num_rows, account()


def sum_pandas(path, result, engine):
    import pandas as pd

    columns = ["year", "origin", "migrants"]

    def work():
        if engine == "pyarrow":
            frame = pd.read_csv(path, engine="pyarrow", usecols=columns, dtype_backend="pyarrow")
        else:
            frame = pd.read_csv(path, engine="c", usecols=columns, dtype={"origin": "category"})
        frame.groupby(["year", "origin"], observed=True)["migrants"].sum().to_csv(result)

    if engine == "pyarrow":
        import pyarrow.csv  # noqa: F401
    timed(work)


def numpy_rates(values):
    """Sums over the years that have a value by matrix products, 1,024 series at a time, so that
    what is between stays in the cache."""
    import numpy as np

    time_ = np.array([int(year) for year in YEARS]) - MIDDLE
    parts = []
    for start in range(0, len(values), 1024):
        block = values[start : start + 1024]
        mask = ~np.isnan(block)
        logs = np.log(np.where(mask, block, 1.0))
        count, times, squares = (
            mask.astype(float) @ np.column_stack([np.ones(len(YEARS)), time_, time_**2])).T
        summed, weighted = (logs @ np.column_stack([np.ones(len(YEARS)), time_])).T
        spread = squares - times**2 / count
        products = weighted - times * summed / count
        slope = products / spread
        rest = np.einsum("ij,ij->i", logs, logs) - summed**2 / count - slope * products
        parts.append((
            int(YEARS[0]) + mask.argmax(axis=1), int(YEARS[-1]) - mask[:, ::-1].argmax(axis=1),
            count.astype(int), 100 * np.expm1(slope), np.sqrt(rest / (count - 2) / spread)))
    return [np.concatenate(column) for column in zip(*parts)]


NAMES = ["first", "last", "observations", "rate", "error"]


def rates_pandas(path, result):
    """Read by pandas with pyarrow, solved by NumPy, written by pyarrow."""
    import numpy as np
    import pandas as pd
    import pyarrow as pa
    import pyarrow.csv

    def work():
        frame = pd.read_csv(path, engine="pyarrow", dtype_backend="pyarrow")
        values = np.column_stack([frame[year].to_numpy(float, na_value=np.nan) for year in YEARS])
        frame = frame[KEYS].assign(**dict(zip(NAMES, numpy_rates(values))))
        pyarrow.csv.write_csv(pa.Table.from_pandas(frame, preserve_index=False), result)

    timed(work)


def rates_polars_numpy(path, result):
    """Read and written by Polars, solved by NumPy."""
    import numpy as np  # noqa: F401
    import polars as pl

    def work():
        frame = pl.read_csv(path, schema=wide_types(pl.String, pl.Float64))
        found = numpy_rates(frame.select(YEARS).to_numpy())
        frame.select(KEYS).with_columns(
            **{name: pl.Series(values) for name, values in zip(NAMES, found)}).write_csv(result)

    timed(work)


# What all share


def wide_types(word, figure):
    return {**dict.fromkeys(KEYS, word), **dict.fromkeys(YEARS, figure)}


def text(name, missing, distinct, size):
    return {"name": name, "missing": int(missing), "distinct": int(distinct), "bytes": int(size)}


def number(name, missing, total):
    return {"name": name, "missing": int(missing), "sum": total}


measured = {}


def timed(body):
    """Runs the work, and keeps its seconds, those of all processors, and the peak memory till then."""
    start, processors = time.perf_counter(), time.process_time()
    result = body()
    measured["seconds"] = time.perf_counter() - start
    measured["processors"] = time.process_time() - processors
    unit = 1 if sys.platform == "darwin" else 1024
    measured["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return result


WAYS = {
    ("read", "polars"): lambda path, _: read_polars(path, False),
    ("read", "polars-told"): lambda path, _: read_polars(path, True),
    ("read", "duckdb"): lambda path, _: read_duckdb(path, False),
    ("read", "duckdb-told"): lambda path, _: read_duckdb(path, True),
    ("read", "pandas"): lambda path, _: read_pandas(path, "c"),
    ("read", "pandas-pyarrow"): lambda path, _: read_pandas(path, "pyarrow"),
    ("read", "pyarrow"): lambda path, _: read_pyarrow(path),
    ("sum", "polars"): lambda path, result: sum_polars(path, result, False),
    ("sum", "polars-told"): lambda path, result: sum_polars(path, result, True),
    ("sum", "duckdb"): lambda path, result: sum_duckdb(path, result, False),
    ("sum", "duckdb-told"): lambda path, result: sum_duckdb(path, result, True),
    ("sum", "pandas"): lambda path, result: sum_pandas(path, result, "c"),
    ("sum", "pandas-pyarrow"): lambda path, result: sum_pandas(path, result, "pyarrow"),
    ("rates", "polars-wide"): rates_polars_wide,
    ("rates", "polars-long"): rates_polars_long,
    ("rates", "polars-numpy"): rates_polars_numpy,
    ("rates", "duckdb-wide"): rates_duckdb_wide,
    ("rates", "duckdb-long"): rates_duckdb_long,
    ("rates", "pandas-numpy"): rates_pandas,
}

if __name__ == "__main__":
    work, way, path, result = sys.argv[1:]
    found = WAYS[work, way](path, result)
    if found is not None:
        rows, columns = found
        measured.update(rows=rows, columns=list(columns))
    print(json.dumps(measured))
