"""Asymptotic confidence sequences for unbounded rewards (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, 2024) without their closed form:
the boundary of Brownian motion is where the mixture of its likelihood ratios over normal drifts, a numerical integral, reaches 1/error,
found with mpmath at 30 digits; the variance of that mixture makes the boundary least at 5000, by golden section. Means, variances
and differences have the same digits. Writes asymptotic_sequences.csv; inf where skewness or number demand more rewards."""

from fractions import Fraction

import mpmath
from mpmath import mpf

mpmath.mp.dps = 30


def boundary(n, rho2, error):
    """The s > 0 with ∫ exp(λs − λ²n/2) dN(0, ρ²)(λ) = 1/error."""

    def excess(s):
        centre, spread = s / (n + 1 / rho2), 1 / mpmath.sqrt(n + 1 / rho2)
        density = lambda x: mpmath.exp(x * s - x * x * n / 2 - x * x / (2 * rho2)) / mpmath.sqrt(2 * mpmath.pi * rho2)
        return mpmath.log(mpmath.quad(density, [centre + k * spread for k in (-12, -4, 0, 4, 12)]) * error)

    return mpmath.findroot(excess, (mpf(0), 20 * mpmath.sqrt(n + 1 / rho2)), solver="illinois", tol=1e-24)


def best(error):
    """The ρ² whose boundary at 5000 is least, by golden section over ln ρ²; flat at its minimum, so good to half of the digits."""
    ratio = (mpmath.sqrt(5) - 1) / 2
    low, high = mpmath.log(mpf("1e-4")), mpmath.log(mpf("1e-2"))
    f = lambda x: boundary(5000, mpmath.exp(x), error)
    a, b = high - ratio * (high - low), low + ratio * (high - low)
    at_a, at_b = f(a), f(b)
    for _ in range(50):
        if at_a < at_b:
            high, b, at_b = b, a, at_a
            a = high - ratio * (high - low)
            at_a = f(a)
        else:
            low, a, at_a = a, b, at_b
            b = low + ratio * (high - low)
            at_b = f(b)
    return mpmath.exp((low + high) / 2)


def rewards(name, n):
    """The i-th reward, from 1, and whether it is in the control group: plain rules, so that a test can have the same."""
    for i in range(1, n + 1):
        if name == "even":
            yield Fraction(i * i * 31 % 101, 4) + 1000, i * 37 % 20 < 5
        else:
            yield Fraction((i * i * 7 % 29) ** 2, 10), i * 37 % 20 == 0


def interval(xs, rho2, error):
    n = len(xs)
    if n == 0:
        return mpf("nan"), mpf("-inf"), mpf("inf")
    mean = mpmath.fsum(xs) / n
    squares = mpmath.fsum((x - mean) ** 2 for x in xs)
    cubes = mpmath.fsum((x - mean) ** 3 for x in xs)
    if n < 100 or squares == 0 or 50 * cubes**2 / squares**3 > 1:
        return mean, mpf("-inf"), mpf("inf")
    margin = mpmath.sqrt(squares / n) * boundary(n, rho2, error) / n
    return mean, mean - margin, mean + margin


print("name,share,error,n,treatment_low,treatment_high,control_low,control_high,mean,difference_low,difference_high")
for name, share, error in [("even", mpf("0.25"), 0.05), ("skewed", mpf("0.05"), 0.01)]:
    rho2 = best(error)
    for n in [1, 30, 420, 2000, 8000]:
        groups, sums, terms = [[], []], [mpf(0), mpf(0)], []
        for fraction, control in rewards(name, n):
            reward, g = mpf(fraction.numerator) / fraction.denominator, 1 if control else 0
            if groups[0] and groups[1]:
                m = [sums[k] / len(groups[k]) for k in (0, 1)]
                terms.append(m[0] - m[1] + (-(reward - m[1]) / share if control else (reward - m[0]) / (1 - share)))
            groups[g].append(reward)
            sums[g] += reward
        each = [interval(xs, rho2, error) for xs in (groups[0], groups[1], terms)]
        if any(mpmath.isinf(low) for _, low, _ in each):
            each[2] = (each[2][0], mpf("-inf"), mpf("inf"))
        cells = [*each[0][1:], *each[1][1:], *each[2]]
        print(",".join([name, str(float(share)), str(error), str(n)] + [repr(float(c)).replace("inf", "Infinity").replace("nan", "NaN") for c in cells]))
