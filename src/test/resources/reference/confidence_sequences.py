"""Empirical-Bernstein confidence sequences for bounded rewards by the method of mixtures over a grid, from the definitions of Howard,
Ramdas, McAuliffe and Sekhon (2021) with mpmath at 50 digits: the boundary by bisection, the interval of the mean of a group and of the
difference of two randomised groups after n rewards. Writes confidence_sequences.csv."""

from fractions import Fraction

import mpmath
from mpmath import mpf

mpmath.mp.dps = 50
GRID = [mpf(2) ** (mpf(-k) / 2) for k in range(1, 33)]
COST = [-mpmath.log(1 - x) - x for x in GRID]


def boundary(squares, alpha):
    def short(s):
        return mpmath.fsum(mpmath.exp(x * s - c * squares) for x, c in zip(GRID, COST)) / 32 < 1 / mpf(alpha)

    low, high = mpf(0), mpf(1)
    while short(high):
        low, high = high, 2 * high
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if short(middle) else (low, middle)
    return low


def rewards(name, n):
    """The i-th reward, from 1, and whether it is in the control group: plain rules, so that a test can have the same."""
    for i in range(1, n + 1):
        if name == "coins":
            yield Fraction(i * i * 7 % 11 % 2), i % 4 == 0
        elif name == "fifths":
            yield Fraction(i * i * 31 % 101, 20) - 2, i * 37 % 20 == 0
        else:
            yield Fraction(3 if i % 10 else 4), i % 2 == 0


print("name,low,high,share,error,n,treatment_low,treatment_high,control_low,control_high,mean,difference_low,difference_high")
for name, low, high, share, error in [
    ("coins", 0, 1, 0.25, 0.05),
    ("fifths", -2, 3, 0.05, 0.01),
    ("nearly constant", 0, 10, 0.5, 0.1),
]:
    for n in [1, 2, 30, 1000, 20000]:
        width = mpf(high - low)
        sums, counts, squares = [mpf(0)] * 2, [0] * 2, [mpf(0)] * 2
        total, total_squares = mpf(0), mpf(0)
        scale = 1 / mpf(min(share, 1 - share))
        for reward, control in rewards(name, n):
            y = (mpf(reward.numerator) / reward.denominator - low) / width
            m = [(mpf("0.5") + sums[g]) / (counts[g] + 1) for g in (0, 1)]
            g = 1 if control else 0
            e = y - m[g]
            d = -e / mpf(share) if control else e / (1 - mpf(share))
            total += m[0] - m[1] + d
            total_squares += (d / scale) ** 2
            sums[g] += y
            counts[g] += 1
            squares[g] += e * e
        cells = []
        for g in (0, 1):
            if counts[g] == 0:
                cells += [low, high]
                continue
            mean = sums[g] / counts[g]
            margin = boundary(squares[g], error / 2) / counts[g]
            cells += [low + width * max(0, mean - margin), low + width * min(1, mean + margin)]
        mean = total / n
        margin = scale * boundary(total_squares, error / 2) / n
        cells += [width * mean, width * max(-1, mean - margin), width * min(1, mean + margin)]
        print(",".join([name, str(low), str(high), str(share), str(error), str(n)] + [repr(float(c)) for c in cells]))
