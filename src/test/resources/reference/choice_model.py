"""Likelihoods and maximum-likelihood fits of softmax choosers with SciPy; writes choice_model.csv and choices.csv beside this file.

choices.csv is simulated here with Python's own generator; the model is written from its definition, independently of Kelvin:
P(i) = (1 - lapse) softmax(q/temperature + stickiness [i was last])_i + lapse/K; q[a] += rate (r - q[a]); q = 0 at first.
"""
import csv
import pathlib
import random

import numpy as np
from scipy.optimize import minimize

HERE = pathlib.Path(__file__).parent
MEANS = (0.2, 0.5, 0.8)


def probabilities(q, last, temperature, stickiness, lapse):
    logits = q / temperature
    if last >= 0:
        logits[last] += stickiness
    weights = np.exp(logits - logits.max())
    return (1 - lapse) * weights / weights.sum() + lapse / len(q)


def log_likelihood(choices, rewards, temperature, rate, stickiness, lapse):
    q = np.zeros(len(MEANS))
    last, total = -1, 0.0
    for choice, reward in zip(choices, rewards):
        total += np.log(probabilities(q, last, temperature, stickiness, lapse)[choice])
        q[choice] += rate * (reward - q[choice])
        last = choice
    return total


def simulate(n, temperature, rate, stickiness, lapse):
    draw = random.Random(7)
    q = np.zeros(len(MEANS))
    last, choices, rewards = -1, [], []
    for _ in range(n):
        p = probabilities(q, last, temperature, stickiness, lapse)
        choice = draw.choices(range(len(MEANS)), p)[0]
        reward = 1.0 if draw.random() < MEANS[choice] else 0.0
        q[choice] += rate * (reward - q[choice])
        last = choice
        choices.append(choice)
        rewards.append(reward)
    return choices, rewards


def free(x, sticky, lapsing):
    odds = lambda y: 1 / (1 + np.exp(-y))
    return np.exp(x[0]), odds(x[1]), x[2] if sticky else 0.0, odds(x[-1]) if lapsing else 0.0


choices, rewards = simulate(400, 0.25, 0.3, 0.6, 0.05)
with open(HERE / "choices.csv", "w", newline="") as out:
    out.write("choice,reward\n")
    out.writelines(f"{c},{r}\n" for c, r in zip(choices, rewards))

rows = []
for parameters in ((0.25, 0.3, 0.6, 0.05), (1.0, 0.1, 0.0, 0.0), (0.1, 0.9, -0.5, 0.2)):
    rows.append(("given", *parameters, log_likelihood(choices, rewards, *parameters)))
for sticky in (False, True):
    for lapsing in (False, True):
        start = [np.log(0.3), -0.5] + [0.2] * sticky + [-2.5] * lapsing
        loss = lambda x: -log_likelihood(choices, rewards, *free(x, sticky, lapsing))
        found = min(
            (minimize(loss, [x + d for x in start], method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-11, maxiter=20000, maxfev=20000)) for d in (0, 0.7)),
            key=lambda each: each.fun,
        )
        rows.append((f"best{'+stickiness' * sticky}{'+lapse' * lapsing}", *free(found.x, sticky, lapsing), -found.fun))
with open(HERE / "choice_model.csv", "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("row", "temperature", "learning_rate", "stickiness", "lapse", "log_likelihood"))
    writer.writerows((row[0], *(float(x).hex() for x in row[1:])) for row in rows)
