"""Data, peers and comparisons of Benchmarks/regression: `peers.py WHAT ARGUMENTS`."""

import sys
import time

import numpy as np

SEED = 20240509


def make_ols(path, rows, columns):
    """A constant and normal variables, coefficients from 1 to 2, noise of deviation 2."""
    generator = np.random.default_rng(SEED)
    response = 2 * generator.standard_normal(rows)
    with open(path, "wb") as file:
        for column in range(columns):
            values = generator.standard_normal(rows) if column else np.ones(rows)
            response += values * (1 + column / columns)
            values.tofile(file)
        response.tofile(file)


def make_rates(path, series, years):
    """Random walks with drift on the log scale, one value in ten missing."""
    generator = np.random.default_rng(SEED)
    level = generator.normal(10, 2, (series, 1))
    walk = np.cumsum(generator.normal(0.02, 0.05, (series, years)), axis=1)
    values = np.exp(level + walk)
    values[generator.random((series, years)) < 0.1] = np.nan
    values.tofile(path)


def read_ols(path, rows, columns):
    values = np.fromfile(path)
    return values[: rows * columns].reshape(columns, rows).T, values[rows * columns :]


def lstsq(design, response):
    estimate = np.linalg.lstsq(design, response, rcond=None)[0]
    residuals = response - design @ estimate
    rows, columns = design.shape
    inverse = np.linalg.inv(design.T @ design)
    errors = np.sqrt(residuals @ residuals / (rows - columns) * np.diag(inverse))
    return estimate, errors, residuals


def statsmodels(design, response):
    import statsmodels.api as sm

    fit = sm.OLS(response, design).fit()
    return fit.params, fit.bse, fit.resid


def rates(values, years):
    """Sums over the years that have a value, by matrix products."""
    mask = values > 0
    logs = np.log(np.where(mask, values, 1.0))
    time_ = years - (years[0] + years[-1]) / 2
    counted = mask.astype(float) @ np.column_stack([np.ones(len(years)), time_, time_**2])
    summed = logs @ np.column_stack([np.ones(len(years)), time_])
    count, times, squares = counted.T
    spread = squares - times**2 / count
    products = summed[:, 1] - times * summed[:, 0] / count
    total = np.einsum("ij,ij->i", logs, logs) - summed[:, 0] ** 2 / count
    slope = products / spread
    return slope, np.sqrt((total - slope * products) / (count - 2) / spread), count


def rates_by_blocks(values, years, size=1024):
    """The same, a block of series at a time, so that what is between stays in the cache."""
    parts = [rates(values[i : i + size], years) for i in range(0, len(values), size)]
    return [np.concatenate(columns) for columns in zip(*parts)]


def timed(body):
    start = time.perf_counter()
    result = body()
    print(time.perf_counter() - start)
    return result


def run_ols(fit, path, rows, columns, result):
    design, response = read_ols(path, int(rows), int(columns))
    fit(design[:10_000], response[:10_000])
    estimate, errors, residuals = timed(lambda: fit(design, response))
    with open(result, "w") as file:
        for values in (estimate, errors, residuals[:1000]):
            file.write(" ".join(repr(float(value)) for value in values) + "\n")


def run_rates(fit, path, series, years, result):
    values = np.fromfile(path).reshape(int(series), int(years))
    calendar = np.arange(1960, 1960 + int(years), dtype=float)
    fit(values[:2048], calendar)
    np.savetxt(result, np.column_stack(timed(lambda: fit(values, calendar))), fmt="%.17g")


def digits(found, expected, scale=None):
    """The digits in which all agree, at worst."""
    error = np.abs(found - expected) / (np.abs(expected) if scale is None else scale)
    return f"{min(16.0, -np.log10(max(np.max(error), 1e-16))):.1f}"


def agree_ols(one, other):
    (b, s, r), (c, t, q) = (
        [np.array(line.split(), dtype=float) for line in open(path)] for path in (one, other)
    )
    scale = np.max(np.abs(q))
    print(digits(b, c), digits(s, t), digits(r, q, scale))


def exact_rates(path, series, years, *results):
    """Digits against 60-digit references of some series, at worst: slope and error."""
    import mpmath

    mpmath.mp.dps = 60
    series, years = int(series), int(years)
    values = np.fromfile(path).reshape(series, years)
    chosen = np.random.default_rng(1).choice(series, 60, replace=False)
    expected = []
    for index in chosen:
        points = [(mpmath.mpf(t), mpmath.log(mpmath.mpf(float(y)))) for t, y in
                  enumerate(values[index]) if y > 0]
        count = len(points)
        mean_t = sum(t for t, _ in points) / count
        mean_y = sum(y for _, y in points) / count
        spread = sum((t - mean_t) ** 2 for t, _ in points)
        slope = sum((t - mean_t) * (y - mean_y) for t, y in points) / spread
        rest = sum((y - mean_y - slope * (t - mean_t)) ** 2 for t, y in points)
        expected.append((float(slope), float(mpmath.sqrt(rest / (count - 2) / spread))))
    expected = np.array(expected)
    for result in results:
        found = np.loadtxt(result)[chosen]
        print(digits(found[:, 0], expected[:, 0]), digits(found[:, 1], expected[:, 1]))


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    np.seterr(all="ignore")
    if what == "make-ols":
        make_ols(arguments[0], int(arguments[1]), int(arguments[2]))
    elif what == "make-rates":
        make_rates(arguments[0], int(arguments[1]), int(arguments[2]))
    elif what in ("lstsq", "statsmodels"):
        run_ols({"lstsq": lstsq, "statsmodels": statsmodels}[what], *arguments)
    elif what in ("rates", "rates-by-blocks"):
        run_rates({"rates": rates, "rates-by-blocks": rates_by_blocks}[what], *arguments)
    elif what == "agree-ols":
        agree_ols(*arguments)
    elif what == "exact-rates":
        exact_rates(*arguments)
    else:
        sys.exit(64)
