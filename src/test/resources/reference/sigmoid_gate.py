"""Writes sigmoid_gate.csv: normalised sigmoid gates with mpmath at 800 digits on the exact doubles, rounded once."""

import csv
import random
import sys

from mpmath import exp, log, log1p, mp, mpf

mp.dps = 800
CLOSED = float("-inf")


def log_gate(x):
    return -log1p(exp(-x)) if x > 0 else x - log1p(exp(x))


def row(name, values, threshold, temperature):
    gates = [None if q == CLOSED else log_gate((mpf(q) - mpf(threshold)) / mpf(temperature)) for q in values]
    top = max(g for g in gates if g is not None)
    scores = [None if g is None else g - top for g in gates]
    total = sum(exp(s) for s in scores if s is not None)
    p = [0.0 if s is None else float(exp(s) / total) for s in scores]
    logs = [CLOSED if s is None else float(s - log(total)) for s in scores]
    distance = max(float(-s) for s, share in zip(scores, p) if share > 0)
    spell = lambda x: "-Infinity" if x == CLOSED else float(x).hex()
    cells = lambda numbers: " ".join(map(spell, numbers))
    return [name, cells(values), spell(threshold), spell(temperature), cells(p), cells(logs), distance]


random.seed(1)
rows = []
for threshold in (0.0, 0.5, -3.0, 40.0, -40.0, 800.0, 1e17, -1e17, 1e300, -1e300):
    for temperature in (0.05, 1.0, 30.0):
        values = [random.gauss(0, 3) for _ in range(5)] + [threshold if abs(threshold) < 1e3 else 0.0]
        rows.append(row(f"threshold {threshold} temperature {temperature}", values, threshold, temperature))
rows += [
    row("all at the threshold", [0.25] * 4, 0.25, 1e-3),
    row("around the threshold", [1.0, 1.0 + 2**-52, 1.0 - 2**-53], 1.0, 2.0**-52),
    row("just above", [5e-324, 0.0, -5e-324], 0.0, 5e-324),
    row("just below", [-5e-324, -1e-323, -1.5e-323], 0.0, 5e-324),
    row("half of them far below", [3.0, 2.0, -700.0, -740.0, -760.0], 0.0, 1.0),
    row("all far below", [-800.0, -801.0, -1500.0, -1544.5], 0.0, 1.0),
    row("no difference fits a double", [1e308, -1e308, 0.0], 0.0, 1e308),
    row("nor does the distance to the threshold", [1e308, 5e307, -1e308], -1e308, 5e307),
    row("threshold beyond the values", [-1e308, -1.5e308, -1.7e308], 1.7e308, 1e307),
    row("coldest", [0.3, 0.2, 0.7], 0.5, 5e-324),
    row("hottest", [0.3, 0.2, 0.7], 0.5, 1.7e308),
    row("closed actions", [CLOSED, 0.3, CLOSED, -0.2], 0.1, 0.4),
    row("one action", [-5.0], 3.0, 0.1),
]
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow("id values_hex theta_hex tau_hex probability_hex log_probability_hex distance".split())
out.writerows(rows)
