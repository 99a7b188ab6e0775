package kelvin.model;

import java.util.Arrays;
import kelvin.numeric.GivensFactor;
import org.jspecify.annotations.Nullable;

/**
 * The factors of a {@link Ridge} model: one of the coefficients that all actions have in common, and on top of it one per action of
 * those it has alone. Where there are both, an action's factor hands on what its rotations leave to the common one, which is the joint
 * problem solved block by block: a reward costs (n + m)² for n own and m common coefficients, whatever the number of actions.
 */
final class RidgeFactors {
    private final double variance;
    private final int size;
    private final int shared;
    private final GivensFactor common;
    private GivensFactor[] own;
    private boolean[] touched = {};
    private int actions;

    RidgeFactors(Ridge spec, int actions, Features features) {
        this(
                1 / spec.regularisation(),
                features.total(),
                features.total() - spec.layout().own(actions, features));
        for (int a = 0; a < actions; a++) {
            addAction();
        }
    }

    private RidgeFactors(double variance, int size, int shared) {
        this(variance, size, new GivensFactor(null, shared, variance), shared);
    }

    private RidgeFactors(double variance, int size, GivensFactor common, int shared) {
        this.variance = variance;
        this.size = size;
        this.shared = shared;
        this.common = common;
        this.own = new GivensFactor[0];
    }

    int actions() {
        return actions;
    }

    /** Returns the number of common coefficients. */
    int shared() {
        return shared;
    }

    GivensFactor common() {
        return common;
    }

    /** Returns whether actions have coefficients both in common and of their own. */
    boolean mixed() {
        return shared > 0 && shared < size;
    }

    /** Returns the factor at which an action's observations come in. */
    GivensFactor top(int action) {
        return shared < size ? own[action] : common;
    }

    private @Nullable GivensFactor below() {
        return shared > 0 ? common : null;
    }

    void addAction() {
        if (shared < size) {
            own = Arrays.copyOf(own, actions + 1);
            touched = Arrays.copyOf(touched, actions + 1);
            own[actions] = new GivensFactor(below(), size - shared, variance);
        }
        actions++;
    }

    /** Solves Rᵀp = x for an action; returns the square of the width. */
    double forward(int action, double[] x) {
        double square = top(action).forward(x);
        return mixed() ? square + common.forward(x) : square;
    }

    /** Returns the prediction for an action, from what {@link #forward} made of its features. */
    double product(int action, double[] p) {
        double value = top(action).product(p);
        return mixed() ? value + common.product(p) : value;
    }

    /** Takes in an observation of an action. */
    void rotate(int action, double[] x, double target) {
        top(action).rotate(x, target, size);
        if (shared < size) {
            touched[action] = true;
        }
        solve(action);
    }

    /** Finds an action's coefficients, unless a reward of one changes those of all. */
    private void solve(int action) {
        if (!mixed()) {
            top(action).solve();
        }
    }

    private void solve() {
        for (int a = 0; a < (shared == size ? 1 : actions); a++) {
            solve(a);
        }
    }

    double[] solution(int action) {
        return top(action).solution();
    }

    /**
     * A ← keep·A + (1 − keep)·λI, the second by one observation along each coordinate, of the length {@code root}. The factor of an
     * action of which nothing was learnt stays as it is, whenever it was added.
     */
    void age(double keep, double root, double[] x) {
        common.fade(keep);
        for (int a = 0; a < own.length; a++) {
            if (touched[a]) {
                own[a].fade(keep);
                for (int c = shared; c < size; c++) {
                    along(c, root, own[a], x);
                }
            }
        }
        for (int c = 0; c < shared; c++) {
            along(c, root, common, x);
        }
        solve();
    }

    private static void along(int c, double root, GivensFactor factor, double[] x) {
        Arrays.fill(x, 0);
        x[c] = root;
        factor.rotate(x, 0, c + 1);
    }

    /** Returns a copy that shares the numbers of each factor until one of the two changes it. */
    RidgeFactors copy() {
        RidgeFactors copy = new RidgeFactors(variance, size, common.copy(null), shared);
        copy.touched = touched.clone();
        copy.own = new GivensFactor[own.length];
        for (int a = 0; a < own.length; a++) {
            copy.own[a] = own[a].copy(copy.below());
        }
        copy.actions = actions;
        return copy;
    }

    /** Returns the latest decision, whether anything was learnt of each action, and all factors. */
    double[] state(long latest) {
        double[] state = new double[length()];
        state[0] = latest;
        for (int a = 0; a < own.length; a++) {
            state[1 + a] = touched[a] ? 1 : 0;
        }
        int at = common.write(state, 1 + own.length);
        for (GivensFactor factor : own) {
            at = factor.write(state, at);
        }
        return state;
    }

    private int length() {
        int below = shared * (shared + 3) / 2;
        return 1 + below + own.length * (1 + size * (size + 3) / 2 - below);
    }

    /** Takes back a state; returns its latest decision. */
    long restore(double[] state) {
        States.check(state, length());
        int at = common.read(state, 1 + own.length);
        for (int a = 0; a < own.length; a++) {
            touched[a] = state[1 + a] != 0;
            at = own[a].read(state, at);
        }
        solve();
        return (long) state[0];
    }
}
