package kelvin.cli.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import kelvin.numeric.Exp;
import kelvin.numeric.Sigmoid;
import kelvin.policy.Floor;
import kelvin.policy.Gated;
import kelvin.policy.MinP;
import kelvin.policy.Mixture;
import kelvin.policy.Nucleus;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.UniformMix;
import kelvin.policy.guard.GuardRail;
import kelvin.policy.subset.FixedThreshold;
import kelvin.policy.subset.Threshold;
import kelvin.policy.temperature.TemperatureFor;

/** Computes the columns between values and probabilities, for policies that have such intermediate steps. */
final class Derivation {
    static final String LOGIT = "(q−θ)/τ";

    private Derivation() {}

    static List<ExplainedColumn> of(Policy policy, double[] values) {
        if (policy instanceof Softmax softmax) {
            double best = Arrays.stream(values).max().orElseThrow();
            double[] logits = each(values, q -> softmax.score(q, best));
            return List.of(
                    ExplainedColumn.of("(q−max)/τ", logits), ExplainedColumn.summed("weight", each(logits, Exp::of)));
        } else if (policy instanceof TemperatureFor solved) {
            return of(solved.temperature(values).policy(), values);
        } else if (policy instanceof SigmoidGate gate) {
            return gates(gate.threshold(), gate.temperature(), values);
        } else if (policy instanceof Gated gated) {
            return gates(gated.threshold(), gated.temperature(), values);
        } else if (policy instanceof Mixture mixture) {
            return List.of(component("policy", mixture.policy(), values), component("other", mixture.other(), values));
        } else if (policy instanceof Floor floor) {
            return List.of(component("policy", floor.policy(), values));
        } else if (policy instanceof UniformMix mix) {
            return List.of(component("policy", mix.policy(), values));
        } else if (policy instanceof Nucleus nucleus) {
            return List.of(component("policy", nucleus.policy(), values));
        } else if (policy instanceof MinP cut) {
            return List.of(component("policy", cut.policy(), values));
        } else if (policy instanceof GuardRail guard) {
            return List.of(component("policy", guard.policy(), values));
        }
        return List.of();
    }

    /** Returns the logits: each value's distance above the threshold, divided by the temperature. */
    static double[] logits(Threshold threshold, double temperature, double[] values) {
        double[] logits = new double[values.length];
        threshold.logits(values, temperature, logits);
        return logits;
    }

    private static List<ExplainedColumn> gates(double threshold, double temperature, double[] values) {
        double[] logits = logits(new FixedThreshold(threshold), temperature, values);
        return List.of(
                ExplainedColumn.of(LOGIT, logits), ExplainedColumn.summed("σ((q−θ)/τ)", each(logits, Sigmoid::of)));
    }

    private static ExplainedColumn component(String title, Policy policy, double[] values) {
        return ExplainedColumn.summed(title, policy.probabilities(values));
    }

    private static double[] each(double[] numbers, DoubleUnaryOperator f) {
        return Arrays.stream(numbers).map(f).toArray();
    }
}
