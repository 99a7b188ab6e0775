package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.ScoreDerivatives;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.ValueChecks;

/**
 * A warning that a temperature has no effect for some values: the policy is numerically greedy, or numerically uniform.
 *
 * <pre>{@code
 * Optional<Diagnosis> cold = Diagnosis.of(new Softmax(0.001), 0.1, 0.5, 0.9);
 * cold.ifPresent(diagnosis -> log.add(diagnosis.sentence()));
 * }</pre>
 *
 * <p>Told of {@link Softmax} and {@link SigmoidGate}; of other policies nothing is said: the sparse
 * ones are greedy by design, most have no temperature or solve it.
 *
 * @param kind which of the two
 * @param temperature τ, in reward units
 * @param scale what τ is far from: the smallest gap below the best value, or the range of the values; in reward units
 */
@Stability(STABLE)
public record Diagnosis(Kind kind, double temperature, double scale) {
    /** The chance of any but a best action, below which it is numerically greedy: once in a million decisions. */
    private static final double MAX_GREEDY_CHANCE = 1e-6;

    /** The ratio of the range to the temperature below which it is numerically uniform: odds within one percent. */
    private static final double MAX_UNIFORM_RATIO = 0.01;

    /** The two ways in which a temperature can be too extreme. */
    public enum Kind {
        /** Far below the smallest gap: any but a best action comes up less than once in a million decisions. */
        GREEDY,
        /** Far above the range: no action is more than one percent likelier than another. */
        UNIFORM
    }

    /**
     * Diagnoses the temperature of a policy at some values.
     *
     * @param policy any policy
     * @param values estimated value of each action, as for {@link Policy#probabilities(double[], double[])}
     * @return the warning, or nothing where the temperature makes a difference or there is no temperature; nothing where the open
     *     values are all equal, since then no temperature does
     * @throws IllegalArgumentException as {@link Policy#probabilities(double[], double[])} does
     */
    public static Optional<Diagnosis> of(Policy policy, double... values) {
        ValueGaps gaps = new ValueGaps().of(values);
        if (!(policy instanceof ScoreDerivatives tempered) || gaps.tied()) {
            return Optional.empty();
        }
        double temperature = tempered.temperature();
        double largest = gaps.largest();
        if (gaps.at(temperature).depth(largest) < MAX_UNIFORM_RATIO) {
            return Optional.of(new Diagnosis(Kind.UNIFORM, temperature, gaps.size(largest)));
        }
        double best = ValueChecks.best(values);
        double rest = tempered.rest(values, best) - (gaps.ties - 1);
        boolean greedy = rest < MAX_GREEDY_CHANCE * gaps.ties;
        return greedy
                ? Optional.of(new Diagnosis(Kind.GREEDY, temperature, gaps.size(gaps.smallest())))
                : Optional.empty();
    }

    /**
     * Returns the warning in words.
     *
     * @return a sentence with the numbers, without a full stop
     */
    public String sentence() {
        return switch (kind) {
            case GREEDY ->
                "temperature " + temperature + " is far below the smallest gap below the best value, " + scale
                        + ": numerically greedy, any but a best action is chosen less than once in a million decisions";
            case UNIFORM ->
                "temperature " + temperature + " is far above the range of the values, " + scale
                        + ": numerically uniform, no action is more than one percent likelier than another";
        };
    }
}
