"""Writes log_loss.csv and cross_entropy.csv in 1200 digits, each number rounded once to the nearest double.

Logits and targets are doubles; the losses, derivatives and gradients are the exact ones of these doubles. Run in this folder as:
python3 cross_entropy.py (mpmath 1.3.0).
"""
import random

from mpmath import exp, log1p, mp, mpf

mp.dps = 1200


def softplus(z):
    return log1p(exp(z)) if z < 5000 else z + exp(-z)


def hexes(numbers):
    return " ".join(float(number).hex() for number in numbers)


def log_losses(out):
    print("logit_hex,target_hex,loss_hex,derivative_hex,curvature_hex", file=out)
    logits = [0.0, 1e-300, 2.0**-30, 0.3, 1.0, 5.5, 17.0, 36.7, 40.0, 100.0, 300.5, 708.0, 1e4, 1e300]
    for z in logits + [-z for z in logits if z > 0]:
        for t in [0.0, 1.0, 0.5, 0.1, 1e-20, 1 - 2.0**-53, 0.75]:
            x, y = mpf(z), mpf(t)
            e = exp(-min(abs(x), mpf(5000)))
            large, small = 1 / (1 + e), e / (1 + e)
            gate, rest = (large, small) if z >= 0 else (small, large)
            loss = y * softplus(-x) + (1 - y) * softplus(x)
            print(hexes([z]), hexes([t]), hexes([loss]), hexes([(1 - y) * gate - y * rest]), hexes([gate * rest]), sep=",", file=out)


def cross_entropies(out):
    print("logits_hex,targets_hex,loss_hex,gradient_hex", file=out)
    random.seed(16)
    cases = [[0.0, 0.0], [0.0, 700.0], [-700.0, 0.0, 3.0], [40.0, 0.0, -1.0], [1e300, -1e300], [1e300, 1e300, 0.0],
             [1e-17, 0.0, -1e-17], [350.0, -350.0, 349.5, 0.0], [5.0], [-1000.0, -1000.5, -1001.0]]
    for size in [2, 3, 10]:
        for scale in [1e-8, 1.0, 30.0, 300.0]:
            cases.append([random.gauss(0, 1) * scale for _ in range(size)])
    for z in cases:
        one_hot = [[1.0 if j == k else 0.0 for j in range(len(z))] for k in range(len(z))]
        several = [random.choice([0.0, 1.0]) for _ in z]
        soft = [random.random() for _ in z]
        for t in one_hot + [several, soft]:
            x = [mpf(value) for value in z]
            top = max(x)
            terms = [exp(max(value - top, mpf(-5000))) if value < top - 5000 else exp(value - top) for value in x]
            whole = sum(terms)
            best = x.index(top)
            log_rest = log1p(sum(terms[:best] + terms[best + 1:]))
            loss = sum((mpf(t[k]) * (top - x[k] + log_rest) for k in range(len(x)) if t[k] > 0), mpf(0))
            total = sum(map(mpf, t))
            gradient = [terms[k] / whole * total - mpf(t[k]) for k in range(len(x))]
            print(hexes(z), hexes(t), hexes([loss]), hexes(gradient), sep=",", file=out)


with open("log_loss.csv", "w") as file:
    log_losses(file)
with open("cross_entropy.csv", "w") as file:
    cross_entropies(file)
