package kelvin.policy.subset;

import kelvin.contract.InvalidValue;
import kelvin.policy.ValueChecks;

/** Checks of a set and of its size that every subset policy makes. */
final class SubsetChecks {
    private SubsetChecks() {}

    /** Checks the values, and that a set has room for as many actions. */
    static void check(double[] values, boolean[] subset, String name) {
        if (subset.length != values.length) {
            throw new IllegalArgumentException(
                    name + ".length = " + subset.length + ", must be values.length = " + values.length);
        }
        ValueChecks.best(values);
    }

    /** Checks that there are enough open actions to choose from; returns how many there are. */
    static int enough(String name, int wanted, double[] values) {
        int open = ValueChecks.open(values);
        if (wanted > open) {
            throw tooFew(name, wanted, open);
        }
        return open;
    }

    /**
     * Does the same as {@link #enough(String, int, double[])} for a number that need not be whole; numbers are boxed only for
     * the message.
     */
    static int enough(String name, double wanted, double[] values) {
        int open = ValueChecks.open(values);
        if (wanted > open) {
            throw tooFew(name, wanted, open);
        }
        return open;
    }

    private static InvalidValue tooFew(String name, Number wanted, int open) {
        return new InvalidValue(name, wanted, "at most " + open + ", the number of open actions");
    }

    /** Returns whether a set has a size and no closed action. */
    static boolean possible(double[] values, boolean[] subset, int size) {
        int count = 0;
        for (int i = 0; i < subset.length; i++) {
            if (subset[i]) {
                count++;
                if (values[i] == Double.NEGATIVE_INFINITY) {
                    return false;
                }
            }
        }
        return count == size;
    }
}
