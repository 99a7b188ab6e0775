package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Stability;

/**
 * The largest of several upper confidence bounds, each the solution of an equation, without solving more of them than it takes.
 *
 * <pre>
 *   index[a] = max {x : evidence[a](x) ≤ level[a]},   evidence[a] increasing and convex in ln x above the mean of a
 * </pre>
 *
 * <p>One value of the evidence and its slope bound an index from both sides: a convex function lies above its tangent, so
 * Newton's step ends at or above the solution, and a point whose evidence is below the level lies below it. These bounds hold until
 * the action gives another reward, however the level changes. The action that leads by them is tested at the bound of its closest
 * rival; equations are solved only where that does not part them, or for ties. All comparisons leave 10⁻¹¹ for rounding, so
 * that the largest entries are those of all indices computed, bit for bit, whatever was asked before. Cost: a division per action,
 * one or two values of the evidence mostly. Mutable, for one thread at a time.
 */
@Stability(STABLE)
public final class LargestBound {
    /** The relative error allowed to values of evidence, solutions and tangents: far above that of any. */
    private static final double TOLERANCE = 1e-11;

    /** The number of values computed at a step before equations are solved. */
    private static final int MAX_PROBES = 4;

    /** The evidence of each action's rewards against a mean of x. */
    public interface Evidence {
        /**
         * Returns the index by solving its equation, from the same start however often it is asked.
         *
         * @param action in [0, n)
         * @param level the evidence allowed; below 0 as 0
         * @return the largest x ≥ 0 whose evidence is at most the level, the mean where that is 0; {@link Index#UNKNOWN} before the first reward
         */
        double bound(int action, double level);

        /**
         * Returns the evidence at a point.
         *
         * @param action in [0, n)
         * @param x any number
         * @return the evidence, to a relative error of 10⁻¹²; anything where x is not between the mean and the largest mean possible
         */
        double against(int action, double x);

        /**
         * Returns the derivative of the evidence at the point last asked for or at a solution.
         *
         * @param action in [0, n)
         * @param x the point
         * @param against the evidence there
         * @return the derivative; 0 or less, infinite or {@code NaN} where a tangent is of no use
         */
        double slope(int action, double x, double against);
    }

    private final Evidence evidence;
    private final double[] levels;
    /** A point of each action, the evidence there, and 1/(point·slope); 0 where nothing is known. */
    private final double[] points;

    private final double[] values;
    private final double[] rates;
    /** The solution last found, and its level; {@code NaN} where there is none. */
    private final double[] solutions;

    private final double[] solvedLevels;

    /**
     * Creates bounds of which nothing is known.
     *
     * @param actions n, the number of actions
     * @param evidence their evidence; not shared
     */
    public LargestBound(int actions, Evidence evidence) {
        this.evidence = evidence;
        this.levels = new double[actions];
        this.points = new double[actions];
        this.values = new double[actions];
        this.rates = new double[actions];
        this.solutions = new double[actions];
        this.solvedLevels = new double[actions];
        Arrays.fill(solvedLevels, Double.NaN);
    }

    /**
     * Notes that the evidence of an action has changed.
     *
     * @param action in [0, n)
     */
    public void changed(int action) {
        rates[action] = 0;
        solvedLevels[action] = Double.NaN;
    }

    /**
     * Returns the levels, to be written before {@link #write}.
     *
     * @return one number per action, an array of its own
     */
    public double[] levels() {
        return levels;
    }

    /**
     * Writes numbers whose largest are exactly those of the largest indices at these levels.
     *
     * @param open the open actions
     * @param out receives one number per action: an index where it is tied for the largest; −∞ where closed
     */
    public void write(BitSet open, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = !open.get(i) ? Double.NEGATIVE_INFINITY : solved(i) ? solutions[i] : above(i);
        }
        int probes = 0;
        while (true) {
            int leader = largest(out, -1);
            int rival = largest(out, leader);
            if (rival < 0 || (solved(leader) && solved(rival))) {
                return;
            }
            if (below(leader) > out[rival]) {
                out[leader] = below(leader);
                return;
            }
            if (solved(leader)) {
                solve(rival, out);
            } else if (++probes > MAX_PROBES || !probe(leader, out[rival] * (1 + 3 * TOLERANCE), out)) {
                solve(leader, out);
            }
        }
    }

    private boolean solved(int action) {
        return solvedLevels[action] == levels[action];
    }

    /** Returns a number that the solution does not exceed. */
    private double above(int action) {
        double excess = Math.max(0, levels[action]) * (1 + TOLERANCE) - values[action] * (1 - TOLERANCE);
        double step = excess * rates[action];
        return rates[action] > 0 && step < 1 ? points[action] / (1 - step) * (1 + TOLERANCE) : Double.POSITIVE_INFINITY;
    }

    /** Returns a number that does not exceed the solution. */
    private double below(int action) {
        if (solved(action)) {
            return solutions[action];
        }
        return rates[action] > 0 && values[action] < levels[action] * (1 - TOLERANCE)
                ? points[action] * (1 - TOLERANCE)
                : Double.NEGATIVE_INFINITY;
    }

    /** Returns the action with the largest number besides another one, of equal ones one not solved yet; −1 if none is open. */
    private int largest(double[] numbers, int besides) {
        int largest = -1;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < numbers.length; i++) {
            if (i != besides && numbers[i] > Double.NEGATIVE_INFINITY && numbers[i] >= best) {
                if (numbers[i] > best || !solved(i)) {
                    largest = i;
                    best = numbers[i];
                }
            }
        }
        return largest;
    }

    /** Draws the tangent at a point, if there is one. */
    private boolean probe(int action, double x, double[] out) {
        double against = evidence.against(action, x);
        if (!touch(action, x, against)) {
            return false;
        }
        out[action] = above(action);
        return true;
    }

    private boolean touch(int action, double x, double against) {
        double rate = 1 / (x * evidence.slope(action, x, against));
        boolean drawn =
                x > 0 && rate > 0 && rate < Double.POSITIVE_INFINITY && Math.abs(against) < Double.POSITIVE_INFINITY;
        points[action] = x;
        values[action] = against;
        rates[action] = drawn ? rate : 0;
        return drawn;
    }

    private void solve(int action, double[] out) {
        double x = evidence.bound(action, levels[action]);
        touch(action, x, levels[action]);
        solutions[action] = x;
        solvedLevels[action] = levels[action];
        out[action] = x;
    }
}
