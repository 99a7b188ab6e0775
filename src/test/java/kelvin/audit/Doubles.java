package kelvin.audit;

import kelvin.policy.Policy;
import kelvin.policy.subset.SubsetPolicy;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/** Policies that report one thing and draw another, as published code does. */
final class Doubles {
    private Doubles() {}

    /** A draw from reported probabilities. */
    @FunctionalInterface
    interface Draw {
        int from(double[] probabilities, UniformRandomProvider random);
    }

    /** Reports the probabilities of one policy, and draws by another. */
    record Twin(Policy reported, Draw draw) implements Policy {
        @Override
        public void probabilities(double[] values, double[] out) {
            reported.probabilities(values, out);
        }

        @Override
        public int select(double[] values, UniformRandomProvider random) {
            return draw.from(reported.probabilities(values), random);
        }
    }

    /** Gates as reported, but drawn with other probabilities or not independently. */
    record Gates(SubsetPolicy reported, double excess, boolean oneUniformForAll) implements SubsetPolicy {
        @Override
        public void inclusion(double[] values, double[] out) {
            reported.inclusion(values, out);
        }

        @Override
        public double logProbability(double[] values, boolean[] subset) {
            return reported.logProbability(values, subset);
        }

        @Override
        public void select(double[] values, UniformRandomProvider random, boolean[] out) {
            double[] inclusion = reported.inclusion(values);
            double u = random.nextDouble();
            for (int i = 0; i < out.length; i++) {
                out[i] = (oneUniformForAll ? u : random.nextDouble()) < inclusion[i] + excess;
            }
        }
    }

    /** The largest component of a Dirichlet(p) draw, which is not a draw from p. */
    static int largestOfDirichlet(double[] p, UniformRandomProvider random) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < p.length; i++) {
            double gamma =
                    AhrensDieterMarsagliaTsangGammaSampler.of(random, p[i], 1).sample();
            if (gamma > most) {
                most = gamma;
                best = i;
            }
        }
        return best;
    }

    /** The uniform number is held against each weight without adding them up; −1 if none exceeds it. */
    static int notCumulated(double[] p, UniformRandomProvider random) {
        double u = random.nextDouble();
        for (int i = 0; i < p.length; i++) {
            if (u < p[i]) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #notCumulated}, but the last action takes what falls through. */
    static int notCumulatedButLast(double[] p, UniformRandomProvider random) {
        int action = notCumulated(p, random);
        return action < 0 ? p.length - 1 : action;
    }

    /** A new uniform number for every action inside the loop. */
    static int freshForEachAction(double[] p, UniformRandomProvider random) {
        double sum = 0;
        for (int i = 0; i < p.length - 1; i++) {
            sum += p[i];
            if (random.nextDouble() < sum) {
                return i;
            }
        }
        return p.length - 1;
    }

    /** ε-greedy with ε = 0.1 whose exploration is over all actions but the last. */
    static int neverExploringTheLast(double[] p, UniformRandomProvider random) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return random.nextDouble() < 0.1 ? random.nextInt(p.length - 1) : best;
    }

    static int cumulated(double[] p, UniformRandomProvider random) {
        double u = random.nextDouble();
        for (int i = 0; i < p.length; i++) {
            u -= p[i];
            if (u < 0) {
                return i;
            }
        }
        return p.length - 1;
    }

    /** An honest draw from probabilities of which one percent of the mass was moved. */
    static int offByOnePercent(double[] p, UniformRandomProvider random) {
        double[] off = p.clone();
        off[0] += 0.01;
        off[p.length - 1] -= 0.01;
        return cumulated(off, random);
    }
}
