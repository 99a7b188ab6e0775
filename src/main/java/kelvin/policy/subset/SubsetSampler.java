package kelvin.policy.subset;

import org.apache.commons.rng.UniformRandomProvider;

/** A sampling algorithm of a {@link SubsetSelector}, with arrays of its own, and the order of the actions in a set. */
@FunctionalInterface
interface SubsetSampler {
    /** Writes the actions of a set in order, from place 0; returns how many there are. */
    int order(double[] values, UniformRandomProvider random, int[] out);

    /** Draws a set without an order. */
    @FunctionalInterface
    interface Draw {
        void subset(double[] values, UniformRandomProvider random, boolean[] out);
    }

    static SubsetSampler of(SubsetPolicy policy, int actions) {
        if (policy instanceof PlackettLuce ordered) {
            return ordered.draw(actions);
        } else if (policy instanceof ExactlyM exactly) {
            return bestFirst(exactly.draw(actions), actions);
        } else if (policy instanceof IndependentGates gates) {
            return bestFirst(gates.draw(actions), actions);
        } else if (policy instanceof MaxExpectedF1 best) {
            return bestFirst(best.draw(actions), actions);
        }
        return bestFirst(policy::select, actions);
    }

    private static SubsetSampler bestFirst(Draw draw, int actions) {
        boolean[] subset = new boolean[actions];
        return (values, random, out) -> {
            draw.subset(values, random, subset);
            int size = 0;
            for (int action = 0; action < actions; action++) {
                if (subset[action]) {
                    out[size++] = action;
                }
            }
            sort(values, random, out, size);
            return size;
        };
    }

    /**
     * Sorts the largest value first, ties in random order: shuffles, then sorts by insertion, which leaves ties as they
     * are.
     */
    private static void sort(double[] values, UniformRandomProvider random, int[] actions, int size) {
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int action = actions[i];
            actions[i] = actions[j];
            actions[j] = action;
        }
        for (int i = 1; i < size; i++) {
            int action = actions[i];
            int place = i;
            while (place > 0 && values[actions[place - 1]] < values[action]) {
                actions[place] = actions[place - 1];
                place--;
            }
            actions[place] = action;
        }
    }
}
