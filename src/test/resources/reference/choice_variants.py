"""Likelihoods and maxima of softmax choosers with every option, with SciPy; writes choice_trials.csv, choice_variants.csv and
choice_maxima.csv beside this file.

The model is written from its definition, independently of Kelvin: unchosen values return to the initial value, losses have a rate
of their own, a missed trial forgets all values and leaves no last choice, a reward that is not known changes no value. The maxima
are the best of a thousand random starts each, from nearly greedy to nearly uniform choosers.
"""
import csv
import math
import pathlib
import random

import numpy as np
from scipy.optimize import minimize

HERE = pathlib.Path(__file__).parent
K = 2


def log_likelihood(trials, temperature, gain, loss, stickiness, lapse, forgetting, start):
    total, session = 0.0, None
    q, last = [], None
    for day, choice, reward in trials:
        if day != session:
            q, last, session = [start] * K, None, day
        if choice is not None:
            logits = [(v - max(q)) / temperature + (stickiness if i == last else 0) for i, v in enumerate(q)]
            top = max(logits)
            log_p = logits[choice] - top - math.log(sum(math.exp(x - top) for x in logits))
            total += log_p if lapse == 0 else math.log((1 - lapse) * math.exp(log_p) + lapse / K)
        for i in range(K):
            if i != choice:
                q[i] += forgetting * (start - q[i])
        if choice is not None and reward is not None:
            q[choice] += (gain if reward >= q[choice] else loss) * (reward - q[choice])
        last = choice
    return total


def simulate(seed, n, temperature, rate, lapse, missing=False, sessions=1):
    """Reversal learning: the better of two actions pays with 0.8, the other with 0.2; they change places every 25 trials."""
    draw = random.Random(seed)
    trials, q = [], [0.0] * K
    for t in range(n):
        if t % (n // sessions) == 0:
            q = [0.0] * K
        p = (1 - lapse) / (1 + math.exp(min((q[0] - q[1]) / temperature, 700))) + lapse / 2
        choice = 1 if draw.random() < p else 0
        reward = 1.0 if draw.random() < (0.8 if choice == t // 25 % 2 else 0.2) else 0.0
        q[choice] += rate * (reward - q[choice])
        unknown, missed = draw.random() < 0.05, draw.random() < 0.05
        if missing and missed:
            trials.append((t * sessions // n, None, None))
        else:
            trials.append((t * sessions // n, choice, None if missing and unknown else reward))
    return trials


def maximum(trials, sticky, lapsing, starts=1000):
    draw = random.Random(1)
    shares = lambda y: 1 / (1 + math.exp(-min(max(y, -700), 700)))

    def loss(x):
        rate = shares(x[1])
        return -log_likelihood(
            trials, math.exp(min(max(x[0], -60), 60)), rate, rate, x[2] if sticky else 0, shares(x[-1]) if lapsing else 0, 0, 0)

    points = []
    for _ in range(starts):
        tau = draw.uniform(math.log(1e-4), math.log(3))
        x = [tau, draw.gauss(0, 2)]
        if sticky:
            x.append(draw.gauss(0.2, 0.5) * max(1, 0.5 / math.exp(tau)))
        if lapsing:
            x.append(draw.gauss(-1, 2))
        points.append((loss(x), x))
    points.sort(key=lambda each: each[0])
    found = [minimize(loss, x, method="Nelder-Mead", options=dict(xatol=1e-7, fatol=1e-9, maxfev=4000)) for _, x in points[:25]]
    found += [minimize(loss, x, method="Nelder-Mead", options=dict(xatol=1e-7, fatol=1e-9, maxfev=4000)) for _, x in points[25::100]]
    return -min(each.fun for each in found)


subjects = {
    "all": simulate(3, 240, 0.3, 0.3, 0.1, missing=True, sessions=3),
    "greedy": simulate(4, 150, 0.02, 0.2, 0.4),
    "lapsing": simulate(5, 150, 0.05, 0.6, 0.6),
    "plain": simulate(6, 150, 0.3, 0.3, 0.0),
    "hot": simulate(7, 150, 1.5, 0.5, 0.0),
    "cold": simulate(8, 150, 0.01, 0.9, 0.3),
}
text = lambda x: "NA" if x is None else x
with open(HERE / "choice_trials.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("subject", "session", "choice", "reward"))
    for name, trials in subjects.items():
        writer.writerows((name, day, text(choice), text(reward)) for day, choice, reward in trials)

with open(HERE / "choice_variants.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow("temperature,learning_rate,loss_rate,stickiness,lapse,forgetting,initial_value,log_likelihood".split(","))
    for parameters in (
        (0.3, 0.3, 0.3, 0.0, 0.0, 0.0, 0.0),
        (0.3, 0.5, 0.1, 0.4, 0.05, 0.0, 0.0),
        (0.2, 0.3, 0.3, -0.7, 0.0, 0.25, 0.0),
        (0.5, 0.6, 0.2, 0.3, 0.1, 0.4, 0.5),
        (0.01, 0.9, 0.7, 2.0, 0.3, 0.1, -3.0),
    ):
        writer.writerow([float(x).hex() for x in (*parameters, log_likelihood(subjects["all"], *parameters))])

with open(HERE / "choice_maxima.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("subject", "stickiness", "lapse", "log_likelihood"))
    for name in list(subjects)[1:]:
        for lapsing in (False, True):
            for sticky in (False, True):
                writer.writerow((name, sticky, lapsing, float(maximum(subjects[name], sticky, lapsing)).hex()))
