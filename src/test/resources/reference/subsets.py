"""Writes subsets.csv: inclusion probabilities with mpmath on the exact doubles, every sum over sets written out, rounded once.

exactly: all sets of m open actions, weighed by the product of exp(q/tau). plackett_luce: the probabilities of all sets, built
up one action at a time. expected: sigmoid((q - c)/tau) with c by bisection to 45 digits, such that they sum to m.
"""

import itertools

from mpmath import exp, fsum, log10, mp, mpf

CLOSED = float("-inf")
CASES = [
    ("easy", [0.1, 0.5, 0.9, 0.3], 0.3, 2),
    ("ties", [1.0, 1.0, 1.0, 0.5, 0.5, 2.0], 0.25, 3),
    ("gap", [10.0, 9.5, -30.0, -31.0, -31.5], 0.1, 2),
    ("edge tie", [5.0, 0.0, 0.0, 0.0, -2.0], 0.01, 2),
    ("far behind", [0.0, -100.0, -101.0, -300.0, -350.0], 1.0, 2),
    ("opposite extremes", [1e308, -1e308, -1e308, -1e308, 0.0], 1.0, 3),
    ("huge temperature", [1e308, -1e308, 5e307, 0.0], 1e308, 2),
    ("tiny everything", [3e-300, 1e-300, 2e-300, 0.0], 1e-300, 2),
    ("closed", [CLOSED, 1.0, 2.0, CLOSED, 0.5, 1.5], 0.5, 2),
    ("one", [0.2, -0.4, 0.7, 0.7], 0.2, 1),
    ("all", [0.2, -0.4, 0.7, CLOSED], 0.2, 3),
    ("many", [((i * 37) % 101) / 20.0 for i in range(10)], 0.7, 4),
    ("large offset", [1e16, 1e16 + 2, 1e16 + 4, 1e16 - 2], 1.5, 2),
]


def weights(logits):
    top = max(x for x in logits if x is not None)
    return [mpf(0) if x is None else exp(x - top) for x in logits]


def inclusion(sets, n):
    total = fsum(sets.values())
    return [fsum(p for s, p in sets.items() if i in s) / total for i in range(n)]


def exactly(logits, m):
    w = weights(logits)
    available = [i for i, x in enumerate(logits) if x is not None]
    sets = {}
    for s in itertools.combinations(available, m):
        sets[s] = mpf(1)
        for i in s:
            sets[s] *= w[i]
    return inclusion(sets, len(logits))


def plackett_luce(logits, m):
    w = weights(logits)
    sets = {frozenset(): mpf(1)}
    for _ in range(m):
        larger = {}
        for s, p in sets.items():
            left = [i for i, x in enumerate(logits) if x is not None and i not in s]
            total = fsum(w[i] for i in left)
            for i in left:
                larger[s | {i}] = larger.get(s | {i}, mpf(0)) + p * w[i] / total
        sets = larger
    return inclusion(sets, len(logits))


def expected(logits, m):
    ranked = sorted((x for x in logits if x is not None), reverse=True)
    if len(ranked) == m:
        return [mpf(0 if x is None else 1) for x in logits]
    low, high = ranked[m] - 10, ranked[m - 1] + 10
    while high - low > mpf(10) ** -45:
        c = (low + high) / 2
        many = fsum(1 / (1 + exp(c - x)) for x in ranked[m:]) > fsum(1 / (1 + exp(x - c)) for x in ranked[:m])
        low, high = (c, high) if many else (low, c)
    return [mpf(0) if x is None else 1 / (1 + exp(low - x)) for x in logits]


def cell(numbers):
    return " ".join("-Infinity" if x == CLOSED else float(x).hex() for x in numbers)


print("id,values_hex,tau_hex,m,exactly_hex,plackett_luce_hex,expected_hex")
for name, values, tau, m in CASES:
    mp.dps = 60
    largest = max(abs(mpf(q)) for q in values if q != CLOSED)
    mp.dps = 80 + int(log10(largest / mpf(tau) + 1))
    logits = [None if q == CLOSED else mpf(q) / mpf(tau) for q in values]
    answers = [cell(law(logits, m)) for law in (exactly, plackett_luce, expected)]
    print(",".join([name, cell(values), float(tau).hex(), str(m), *answers]))
