package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Checks of what the classes of users return. Kelvin's own are held to their contracts by tests instead, and pay nothing for this at
 * play.
 */
@Stability(STABLE)
public final class OutsideCheck {
    /** The number of decisions of a player after which what it returns is no longer checked. */
    public static final int DECISIONS = 1000;

    private static final String KELVIN = "kelvin.";
    private static final double ROUNDING = 1e-9;
    private static final int SHOWN = 5;

    private OutsideCheck() {}

    /**
     * Returns true if an object is of a class that is not Kelvin's own, by the name of its package.
     *
     * @param object any object
     * @return false for a class in {@code kelvin} or a package below it
     */
    public static boolean outside(Object object) {
        return !object.getClass().getName().startsWith(KELVIN);
    }

    /**
     * Checks the probabilities of all actions.
     *
     * @param culprit the object that returned them
     * @param method the name of its method
     * @param p the probabilities
     * @throws ContractViolation if one is not in [0, 1], or they do not sum to 1 ± 1e-9
     */
    public static void distribution(Object culprit, String method, double[] p) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1 + ROUNDING)) {
                throw new ContractViolation(culprit, method, p[i] + " for action " + i, "be in [0, 1]");
            }
            sum += p[i];
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new ContractViolation(
                    culprit, method, "probabilities that sum to " + sum + " (" + shown(p) + ")", "sum to 1");
        }
    }

    /**
     * Checks the probabilities of all actions, of which some may be closed.
     *
     * @param culprit the object that returned them
     * @param method the name of its method
     * @param values the value of each action, −∞ where it is closed; may be the array of the probabilities, and is not looked at then
     * @param p the probabilities
     * @throws ContractViolation as {@link #distribution(Object, String, double[])} does, or if a closed action has a chance
     */
    public static void distribution(Object culprit, String method, double[] values, double[] p) {
        distribution(culprit, method, p);
        for (int i = 0; i < p.length; i++) {
            if (values[i] == Double.NEGATIVE_INFINITY && p[i] != 0) {
                throw new ContractViolation(culprit, method, p[i] + " for action " + i + ", which is closed", "be 0");
            }
        }
    }

    private static String shown(double[] p) {
        return Arrays.stream(p).limit(SHOWN).mapToObj(Double::toString).collect(Collectors.joining(", "))
                + (p.length > SHOWN ? ", …" : "");
    }
}
