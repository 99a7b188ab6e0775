"""Probabilities in far tails, by Python's decimal at 80 digits: writes tails.csv. Arguments are doubles, written in hexadecimal."""
import csv
import random
import sys
from decimal import Decimal, getcontext

getcontext().prec = 80
getcontext().Emin = -999999


def softmax(x):
    weights = [v.exp() for v in x]
    return [w / sum(weights) for w in weights]


def gates(x):
    return [1 / (1 + (-v).exp()) for v in x]


def tsallis(x):
    low, high = max(x), max(x) + 2 * len(x)
    for _ in range(300):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(4 / (middle - v) ** 2 for v in x) > 1 else (low, middle)
    return [4 / (high - v) ** 2 for v in x]


random.seed(7)
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["policy", "temperature_hex", "values_hex", "probabilities"])
for name, law in (("softmax", softmax), ("gates", gates), ("tsallis", tsallis)):
    for _ in range(60):
        n = random.randint(2, 6)
        tau = random.choice([1.0, 0.3, 7.0, 1e-3])
        if name == "tsallis":
            values = [0.0] + [-tau * 10 ** random.uniform(1, 12) for _ in range(n - 1)]
        else:
            values = [0.0] + [-tau * random.uniform(600, 745) for _ in range(n - 1)]
        exact = law([Decimal(v) / Decimal(tau) for v in values])
        out.writerow([name, tau.hex(), " ".join(v.hex() for v in values), " ".join(f"{p:.30e}" for p in exact)])
