"""The workloads of TestbedReport, SpeedReport and ContextualReport in NumPy, as an ordinary and as an expert user would write them.

    python3 numpy_bandits.py ordinary|expert|cooling REPETITIONS TIMES   10 Gaussian arms, 1000 steps, softmax on sample means
    python3 numpy_bandits.py decide ARMS DECISIONS                       one softmax decision and one new estimate after the other
    python3 numpy_bandits.py linucb FEATURES ACTIONS DECISIONS           ridge LinUCB, an updated inverse for each action

Prints a line: nanoseconds of user CPU time per decision, and the mean regret at the last step (of `decide`: the mean action).
"""
import os

# One thread, as on the other side; before NumPy is loaded.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import resource
import sys

import numpy as np

ARMS, HORIZON, TEMPERATURE = 10, 1000, 0.2


def ordinary(random, repetitions):
    """A row per repetition, all exponentials and a cumulative sum at every step."""
    means = random.normal(size=(repetitions, ARMS))
    best = means.max(axis=1)
    estimates = np.zeros((repetitions, ARMS))
    counts = np.zeros((repetitions, ARMS))
    rows = np.arange(repetitions)
    rewards, optimal, regret = np.zeros(HORIZON), np.zeros(HORIZON), np.zeros(HORIZON)
    for step in range(HORIZON):
        logits = estimates / TEMPERATURE
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        cumulative = weights.cumsum(axis=1)
        draw = random.random(repetitions) * cumulative[:, -1]
        arm = (cumulative <= draw[:, None]).sum(axis=1)
        mean = means[rows, arm]
        reward = random.normal(mean)
        counts[rows, arm] += 1
        estimates[rows, arm] += (reward - estimates[rows, arm]) / counts[rows, arm]
        rewards[step] = reward.mean()
        optimal[step] = (mean == best).mean()
        regret[step] = (best - mean).mean()
    return regret.sum()


def expert(random, repetitions, cooling=False):
    """A row per arm, everything written into arrays that exist, one exponential per step unless the temperature falls."""
    means = random.standard_normal((ARMS, repetitions))
    best = means.max(axis=0)
    best_sum = best.sum()
    flat_means, sums, counts = means.ravel(), np.zeros(ARMS * repetitions), np.zeros(ARMS * repetitions)
    estimates = np.zeros((ARMS, repetitions))
    weights = np.ones((ARMS, repetitions))
    flat_weights, flat_estimates = weights.ravel(), estimates.ravel()
    columns = np.arange(repetitions)
    total, draw, partial = np.empty(repetitions), np.empty(repetitions), np.empty(repetitions)
    reward, mean, chosen, number = (np.empty(repetitions) for _ in range(4))
    past, arm = np.empty(repetitions, dtype=bool), np.empty(repetitions, dtype=np.int8)
    place = np.empty(repetitions, dtype=np.int64)
    rewards, optimal, regret = np.zeros(HORIZON), np.zeros(HORIZON), np.zeros(HORIZON)
    for step in range(HORIZON):
        if cooling:
            np.multiply(estimates, np.sqrt(step + 1.0), out=weights)
            np.exp(weights, out=weights)
        np.add(weights[0], weights[1], out=total)
        for k in range(2, ARMS):
            np.add(total, weights[k], out=total)
        random.random(out=draw)
        np.multiply(draw, total, out=draw)
        np.copyto(partial, weights[0])
        arm.fill(0)
        for k in range(1, ARMS):
            np.greater_equal(draw, partial, out=past)
            np.add(arm, past.view(np.int8), out=arm)
            np.add(partial, weights[k], out=partial)
        np.multiply(arm, repetitions, out=place, dtype=np.int64)
        np.add(place, columns, out=place)
        np.take(flat_means, place, out=mean, mode="clip")
        random.standard_normal(out=reward)
        np.add(reward, mean, out=reward)
        np.take(counts, place, out=number, mode="clip")
        np.add(number, 1, out=number)
        np.put(counts, place, number)
        np.take(sums, place, out=chosen, mode="clip")
        np.add(chosen, reward, out=chosen)
        np.put(sums, place, chosen)
        np.divide(chosen, number, out=chosen)
        if cooling:
            np.put(flat_estimates, place, chosen)
        else:
            np.divide(chosen, TEMPERATURE, out=chosen)
            np.exp(chosen, out=chosen)
            np.put(flat_weights, place, chosen)
        rewards[step] = reward.sum()
        optimal[step] = np.count_nonzero(mean == best)
        regret[step] = best_sum - mean.sum()
    return regret.sum() / repetitions


def decide(random, arms, decisions):
    """One player: softmax over all estimates, one uniform number, one estimate that moves."""
    means = random.standard_normal(arms)
    values, sums, counts = np.zeros(arms), np.zeros(arms), np.zeros(arms)
    weights = np.empty(arms)
    chosen = 0
    for step in range(decisions):
        np.subtract(values, values.max(), out=weights)
        np.divide(weights, TEMPERATURE, out=weights)
        np.exp(weights, out=weights)
        np.cumsum(weights, out=weights)
        action = int(weights.searchsorted(random.random() * weights[-1], side="right"))
        sums[action] += means[action] + random.standard_normal()
        counts[action] += 1
        values[action] = sums[action] / counts[action]
        chosen += action
    return chosen / decisions


def linucb(random, features, actions, decisions):
    """All means and widths of a decision at once; the inverse of the chosen action's matrix by Sherman and Morrison's formula."""
    contexts, rewards = random.random((256, features)) - 0.5, random.random((256, actions)) - 0.5
    inverse = np.tile(np.eye(features), (actions, 1, 1))
    target, theta = np.zeros((actions, features)), np.zeros((actions, features))
    chosen = 0
    for decision in range(decisions):
        x = contexts[decision % 256]
        widths = np.sqrt((inverse @ x) @ x)
        action = int(np.argmax(theta @ x + 0.25 * widths))
        reward = rewards[decision % 256, action]
        gain = inverse[action] @ x
        inverse[action] -= np.outer(gain, gain / (1 + gain @ x))
        target[action] += reward * x
        theta[action] = inverse[action] @ target[action]
        chosen += action
    return chosen / decisions


def user():
    """User CPU time of this process in nanoseconds."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime * 1e9


def main(work, *sizes):
    random = np.random.Generator(np.random.SFC64(1))
    sizes = [int(size) for size in sizes]
    start = user()
    if work == "decide":
        result, decisions = decide(random, *sizes), sizes[1]
    elif work == "linucb":
        result, decisions = linucb(random, *sizes), sizes[2]
    else:
        play = {"ordinary": ordinary, "expert": expert, "cooling": lambda r, n: expert(r, n, True)}[work]
        result = np.mean([play(random, sizes[0]) for _ in range(sizes[1])])
        decisions = HORIZON * sizes[0] * sizes[1]
    print((user() - start) / decisions, result)


if __name__ == "__main__":
    main(*sys.argv[1:])
