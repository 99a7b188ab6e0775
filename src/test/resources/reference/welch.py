"""Differences of two independent means by SciPy: Welch's t-test, the t-test with the sum of both standard errors, and the bootstrap
interval (BCa) where a sample of n values has a skewness of at least sqrt(n)/5. Writes welch.csv."""

import numpy
from scipy import stats

random = numpy.random.default_rng(18)
print("name,x,y,difference,standard_error,t,degrees_of_freedom,p,low,high,bound_error,bound_p,bca_low,bca_high")
for name, x, y in [
    ("equal sizes", random.normal(3, 1, 12), random.normal(2, 2, 12)),
    ("unequal sizes", random.normal(100, 30, 40), random.normal(120, 5, 7)),
    ("two and three", random.normal(0, 1, 2), random.normal(5, 1, 3)),
    ("one constant", numpy.full(5, 2.0), random.normal(2.5, 1, 9)),
    ("far from zero", 1e6 + random.normal(0, 1, 30), 1e6 + random.normal(0.5, 3, 20)),
    ("one skewed", random.lognormal(1, 1.5, 40), random.normal(9, 2, 25)),
    ("both skewed", random.lognormal(0, 1.2, 30), random.lognormal(1, 1, 20)),
]:
    test = stats.ttest_ind(x, y, equal_var=False)
    interval = test.confidence_interval(0.95)
    errors = stats.sem(x), stats.sem(y)
    bound = errors[0] + errors[1]
    difference = x.mean() - y.mean()
    numbers = [
        difference,
        numpy.hypot(*errors),
        test.statistic,
        test.df,
        test.pvalue,
        interval.low,
        interval.high,
        bound,
        2 * stats.t.sf(abs(difference / bound), min(len(x), len(y)) - 1),
    ]
    cells = [repr(float(n)) for n in numbers] + ["", ""]
    if "skewed" in name:
        assert any(len(v) <= 25 * stats.skew(v) ** 2 for v in (x, y))
        bca = stats.bootstrap(
            (x, y), lambda a, b, axis: a.mean(axis) - b.mean(axis), method="BCa", n_resamples=200_000, rng=1, vectorized=True
        ).confidence_interval
        cells[-2:] = [repr(float(bca.low)), repr(float(bca.high))]
    samples = [" ".join(repr(float(v)) for v in sample) for sample in (x, y)]
    print(",".join([name, *samples, *cells]))
