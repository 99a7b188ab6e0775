"""Writes logistic_traces.csv: online Laplace logistic regression in 60 digits, each number rounded once to the nearest double.

H = lambda I + sum of weight p(1 - p)xx' with p before each reward, then w += weight H^-1 x (r - p): the joint problem of all actions,
solved anew at every step. Run as: python3 logistic_traces.py > logistic_traces.csv (mpmath 1.3.0).
"""
import random

from mpmath import exp, lu_solve, matrix, mp, mpf, sqrt

mp.dps = 60


def place(layout, d, k, actions, action, numbers):
    """The description of an action in the coordinates of the joint problem: own coefficients action by action, then common ones."""
    own = {"disjoint": d + k, "shared": 0, "hybrid": d}[layout]
    x = numbers[:d] + numbers[d + action * k : d + (action + 1) * k]
    joint = [mpf(0)] * (actions * own + d + k - own)
    joint[action * own : (action + 1) * own] = map(mpf, x[:own])
    joint[actions * own :] = map(mpf, x[own:])
    return matrix(joint), own


def coefficients(w, own, actions, action, total):
    return [w[action * own + i] for i in range(own)] + [w[actions * own + i] for i in range(total - own)]


def dot(a, b):
    return sum(a[i] * b[i] for i in range(len(a)))


def sigmoid(z):
    return 1 / (1 + exp(-z))


def hexes(numbers):
    return " ".join(float(x).hex() for x in numbers)


def trace(name, layout, lam, d, k, actions, size, rewards, steps, seed):
    rng = random.Random(seed)

    def context():
        return [rng.randint(-32, 32) / 16 * size for _ in range(d + actions * k)]

    n = len(place(layout, d, k, actions, 0, context())[0])
    h = lam * mp.eye(n)
    w = matrix(n, 1)
    now = context()
    for step in range(1, steps + 1):
        action = rng.randrange(actions)
        reward = rng.choice(rewards)
        weight = rng.choice([1, 1, 1, 0.5, 2])
        x, own = place(layout, d, k, actions, action, now)
        p, q = sigmoid(dot(x, w)), sigmoid(-dot(x, w))
        h += mpf(weight) * p * q * x * x.T
        w += mpf(weight) * (mpf(reward) * q - (1 - mpf(reward)) * p) * lu_solve(h, x)
        after = context()
        values, widths = [], []
        for a in range(actions):
            x, own = place(layout, d, k, actions, a, after)
            p, q = sigmoid(dot(x, w)), sigmoid(-dot(x, w))
            values.append(p)
            widths.append(p * q * sqrt(dot(x, lu_solve(h, x))))
        theta = " | ".join(hexes(coefficients(w, own, actions, a, d + k)) for a in range(actions))
        cells = [name, layout, float(lam).hex(), d, k, actions, step, action, float(reward).hex(), float(weight).hex()]
        print(",".join(map(str, cells + [hexes(now), theta, hexes(after), hexes(values), hexes(widths)])))
        now = after


print("case,layout,lambda,d,k,K,step,action,reward,weight,context_hex,coefficients_hex(all actions),next_context_hex,value_hex,width_hex")
chances = [0, 1, 0.25, 0.875]
trace("disjoint", "disjoint", mpf(1), 3, 0, 2, 1, [0, 1], 40, 1)
trace("own", "disjoint", mpf(1) / 16, 2, 2, 3, 1, chances, 40, 2)
trace("shared", "shared", mpf(1), 1, 3, 3, 1, chances, 30, 3)
trace("hybrid", "hybrid", mpf(1) / 4, 2, 2, 3, 1, [0, 1], 40, 4)
trace("saturated", "hybrid", mpf(1) / 1024, 2, 1, 2, 64, [0, 1], 30, 5)
