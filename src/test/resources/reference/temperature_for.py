"""Writes temperature_for.csv: softmax temperatures by meaning, bisected at 80 to 400 digits on the exact binary64 inputs.

A temperature beyond the doubles is written as Infinity or 0x0.0p+0. Run with mpmath 1.3: python3 temperature_for.py
"""
import csv
import random

from mpmath import exp, inf, log, mp, mpf

mp.dps = 80


def weights(values, beta):
    best = max(values)
    return [exp((v - best) * beta) if v != -inf else mpf(0) for v in values]


def shares(values, beta):
    w = weights(values, beta)
    s = sum(w)
    return [x / s for x in w]


def entropy(values, beta):
    return -sum(p * log(p) for p in shares(values, beta) if p > 0)


def kl_from_uniform(values, beta):
    return log(sum(v != -inf for v in values)) - entropy(values, beta)


def best_probability(values, beta):
    return sum(p for p, v in zip(shares(values, beta), values) if v == max(values))


def loss(values, beta):
    return sum(p * (max(values) - v) for p, v in zip(shares(values, beta), values) if v != -inf)


MEASURES = {
    "TargetEntropy": lambda v, b: -entropy(v, b),
    "EffectiveActions": lambda v, b: -exp(entropy(v, b)),
    "BestProbability": best_probability,
    "KlFromUniform": kl_from_uniform,
    "ExpectedLoss": lambda v, b: -loss(v, b),
}
FALLING = {"TargetEntropy", "EffectiveActions", "ExpectedLoss"}


def solve(goal, target, values):
    """beta with measure = target, by bisection of its logarithm; every measure here rises with beta."""
    wanted = -mpf(target) if goal in FALLING else mpf(target)
    low, high = mpf(-2000), mpf(2000)
    for _ in range(200):
        middle = (low + high) / 2
        if MEASURES[goal](values, mpf(2) ** middle) < wanted:
            low = middle
        else:
            high = middle
    return mpf(2) ** ((low + high) / 2)


def hexed(x):
    return "Infinity" if x >= mpf(2) ** 1024 else "-Infinity" if x == -inf else float(x).hex()


def vector(xs):
    return " ".join(hexed(x) for x in xs)


rng = random.Random(7)
VALUES = {
    "article": [-0.5, 1.2, -0.1, 2.4],
    "closed": [0.1, float("-inf"), 0.5, 0.9, float("-inf")],
    "ties": [1.0, 0.5, 1.0, 0.2, 0.7],
    "big": [1e300, 3e300, 2.5e300],
    "small": [1e-300, 3e-300, 2.5e-300],
    "subnormal": [5e-324, 1.5e-323, 1e-322],
    "overflow": [1e308, -1e308, 0.5e308],
    "oneulp": [1.0, 1.0 - 2**-53, 0.0, -1e308],
    "twenty": [rng.gauss(0, 1) for _ in range(20)],
}
TARGETS = {
    "TargetEntropy": [1e-300, 1e-6, 0.1, 0.7, 1.0, 1.09],
    "EffectiveActions": [1.0 + 1e-9, 1.5, 2.25, 2.9],
    "BestProbability": [0.45, 0.6, 0.9, 1 - 2**-50],
    "KlFromUniform": [1e-300, 1e-18, 1e-6, 0.3, 0.5],
}

with open("temperature_for.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["id", "goal", "target_hex", "values_hex", "tau_hex", "probabilities_hex"])
    for name, doubles in VALUES.items():
        values = [mpf(v) for v in doubles]
        finite = [v for v in values if v != -inf]
        scale = float(max(finite) - sum(finite) / len(finite))
        targets = dict(TARGETS, ExpectedLoss=[scale * x for x in (1e-12, 0.1, 0.5, 0.9)])
        for goal, numbers in targets.items():
            for target in numbers:
                mp.dps = 400 if target < 1e-200 else 80
                ends = sorted(MEASURES[goal](values, mpf(2) ** e) for e in (-3000, 3000))
                wanted = -mpf(target) if goal in FALLING else mpf(target)
                if not ends[0] < wanted < ends[1]:
                    continue
                beta = solve(goal, target, values)
                out.writerow([name, goal, float(target).hex(), vector(values),
                              hexed(1 / beta), vector(shares(values, beta))])
