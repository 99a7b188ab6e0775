package kelvin.model;

import kelvin.contract.Require;

/** Checks of what {@link Model#restore} is given. */
final class States {
    private States() {}

    /** Requires so many numbers, all of them finite. */
    static void check(double[] state, int length) {
        Require.that(state.length == length, "state", state.length + " numbers", length + " numbers");
        for (double x : state) {
            Require.finite("state", x);
        }
    }
}
