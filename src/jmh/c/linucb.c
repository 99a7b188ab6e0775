/*
 * Ridge LinUCB as one plain loop: the yardstick of ContextualReport.
 *
 *   gcc -O3 -march=native -o linucb linucb.c -lm && ./linucb FEATURES ACTIONS DECISIONS
 *
 * The algorithm is that of kelvin.numeric.GivensFactor: a triangular factor of each action's A = I + sum of x x', four rows at a time,
 * with the target rotated along; a width is a triangular solve, theta a back substitution after each reward. Contexts and rewards are
 * drawn beforehand. Prints nanoseconds of user CPU time per decision and reward, and the mean action.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define CONTEXTS 256
#define BONUS 0.25

static uint64_t state = 1;

static double uniform(void) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double) (state >> 11) / 9007199254740992.0 - 0.5;
}

/* Row i of a factor: i entries of the unit lower triangle, the variance, the target. */
static inline int row(int i) { return i * (i + 3) / 2; }

static double gain(double *r, int c, double p, double *carried, double *residual) {
    double v = p * r[c], next = *carried + v * p, g = v / next;
    r[c] *= *carried / next;
    *carried = next;
    *residual -= p * r[c + 1];
    r[c + 1] += g * *residual;
    return g;
}

static void turn(double *restrict r, double *restrict x, double p, double g, int from, int to) {
    for (int j = from; j < to; j++) {
        double rest = x[j] - p * r[j];
        r[j] += g * rest;
        x[j] = rest;
    }
}

static void turn4(double *restrict r0, double *restrict r1, double *restrict r2, double *restrict r3, double *restrict x,
                  const double *p, const double *g, int end) {
    double p0 = p[0], p1 = p[1], p2 = p[2], p3 = p[3], g0 = g[0], g1 = g[1], g2 = g[2], g3 = g[3];
    for (int j = 0; j < end; j++) {
        double q0 = r0[j], q1 = r1[j], q2 = r2[j], q3 = r3[j];
        double rest = x[j] - p0 * q0;
        r0[j] = q0 + g0 * rest;
        rest -= p1 * q1;
        r1[j] = q1 + g1 * rest;
        rest -= p2 * q2;
        r2[j] = q2 + g2 * rest;
        rest -= p3 * q3;
        r3[j] = q3 + g3 * rest;
        x[j] = rest;
    }
}

static void rotate(double *f, double *x, double residual, int d) {
    double carried = 1, p[4], g[4];
    int c = d - 1;
    for (; c >= 3; c -= 4) {
        for (int i = 0; i < 4; i++) {
            p[i] = x[c - i];
            g[i] = gain(f + row(c - i), c - i, p[i], &carried, &residual);
            turn(f + row(c - i), x, p[i], g[i], c - 3, c - i);
        }
        turn4(f + row(c), f + row(c - 1), f + row(c - 2), f + row(c - 3), x, p, g, c - 3);
    }
    for (; c >= 0; c--) {
        double q = x[c];
        turn(f + row(c), x, q, gain(f + row(c), c, q, &carried, &residual), 0, c);
    }
}

static double square(const double *restrict f, double *restrict x, int d) {
    double sum = 0;
    int c = d - 1;
    for (; c >= 3; c -= 4) {
        const double *r0 = f + row(c), *r1 = f + row(c - 1), *r2 = f + row(c - 2), *r3 = f + row(c - 3);
        double p0 = x[c];
        double p1 = x[c - 1] - p0 * r0[c - 1];
        double p2 = x[c - 2] - (p0 * r0[c - 2] + p1 * r1[c - 2]);
        double p3 = x[c - 3] - (p0 * r0[c - 3] + p1 * r1[c - 3] + p2 * r2[c - 3]);
        sum += p0 * r0[c] * p0 + p1 * r1[c - 1] * p1 + p2 * r2[c - 2] * p2 + p3 * r3[c - 3] * p3;
        for (int j = 0; j < c - 3; j++) {
            x[j] -= (p0 * r0[j] + p1 * r1[j]) + (p2 * r2[j] + p3 * r3[j]);
        }
    }
    for (; c >= 0; c--) {
        const double *r = f + row(c);
        double p = x[c];
        sum += p * r[c] * p;
        for (int j = 0; j < c; j++) {
            x[j] -= p * r[j];
        }
    }
    return sum;
}

static void solve(const double *restrict f, double *restrict y, int d) {
    int c = 0;
    for (; c + 3 < d; c += 4) {
        const double *r0 = f + row(c), *r1 = f + row(c + 1), *r2 = f + row(c + 2), *r3 = f + row(c + 3);
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (int j = 0; j < c; j++) {
            s0 += r0[j] * y[j];
            s1 += r1[j] * y[j];
            s2 += r2[j] * y[j];
            s3 += r3[j] * y[j];
        }
        y[c] = r0[c + 1] - s0;
        y[c + 1] = r1[c + 2] - s1 - r1[c] * y[c];
        y[c + 2] = r2[c + 3] - s2 - (r2[c] * y[c] + r2[c + 1] * y[c + 1]);
        y[c + 3] = r3[c + 4] - s3 - (r3[c] * y[c] + r3[c + 1] * y[c + 1] + r3[c + 2] * y[c + 2]);
    }
    for (; c < d; c++) {
        const double *r = f + row(c);
        double t = r[c + 1];
        for (int j = 0; j < c; j++) {
            t -= r[j] * y[j];
        }
        y[c] = t;
    }
}

static double product(const double *a, const double *b, int d) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = 0;
    for (; i + 3 < d; i += 4) {
        s0 += a[i] * b[i];
        s1 += a[i + 1] * b[i + 1];
        s2 += a[i + 2] * b[i + 2];
        s3 += a[i + 3] * b[i + 3];
    }
    for (; i < d; i++) {
        s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
}

static double seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + 1e-6 * usage.ru_utime.tv_usec;
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "linucb FEATURES ACTIONS DECISIONS\n");
        return 2;
    }
    int d = atoi(arguments[1]), actions = atoi(arguments[2]);
    long decisions = atol(arguments[3]), chosen = 0;
    size_t length = row(d);
    double *factors = calloc(actions * length, sizeof(double)), *theta = calloc((size_t) actions * d, sizeof(double));
    double *contexts = malloc(sizeof(double) * CONTEXTS * d), *rewards = malloc(sizeof(double) * CONTEXTS * actions);
    double *x = malloc(sizeof(double) * d);
    for (int a = 0; a < actions; a++) {
        for (int i = 0; i < d; i++) {
            factors[a * length + row(i) + i] = 1;
        }
    }
    for (int i = 0; i < CONTEXTS * d; i++) {
        contexts[i] = uniform();
    }
    for (int i = 0; i < CONTEXTS * actions; i++) {
        rewards[i] = uniform();
    }
    double start = seconds();
    for (long t = 0; t < decisions; t++) {
        const double *seen = contexts + (t % CONTEXTS) * d;
        int best = 0;
        double highest = -INFINITY;
        for (int a = 0; a < actions; a++) {
            memcpy(x, seen, sizeof(double) * d);
            double bound = product(seen, theta + (size_t) a * d, d) + BONUS * sqrt(square(factors + a * length, x, d));
            if (bound > highest) {
                highest = bound;
                best = a;
            }
        }
        memcpy(x, seen, sizeof(double) * d);
        rotate(factors + best * length, x, rewards[(t % CONTEXTS) * actions + best], d);
        solve(factors + best * length, theta + (size_t) best * d, d);
        chosen += best;
    }
    printf("%.1f %.4f\n", 1e9 * (seconds() - start) / decisions, (double) chosen / decisions);
    return 0;
}
