package kelvin.cli.text;

import kelvin.numeric.Sigmoid;
import kelvin.policy.Floor;
import kelvin.policy.Gated;
import kelvin.policy.MinP;
import kelvin.policy.Nucleus;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Top;
import kelvin.policy.UniformMix;
import kelvin.policy.guard.GuardRail;
import kelvin.policy.subset.FixedThreshold;

/**
 * The sigmoid gate of each action on its own, σ((q − θ)/τ), at the temperature and threshold of a policy.
 *
 * @param temperature τ, in reward units
 * @param threshold θ, in reward units
 * @param title the formula
 * @param words the temperature and the threshold, and where they come from
 * @param derived whether the policy computes its probabilities from these gates, so that they are shown anyway
 */
record Gates(double temperature, double threshold, String title, String words, boolean derived) {
    /**
     * Returns the gates at the policy's own temperature and threshold; at temperature 1 where it has none above 0 that is finite, at
     * threshold 0 where it has none.
     */
    static Gates beside(Policy policy, double[] values) {
        boolean derived = policy instanceof SigmoidGate || policy instanceof Gated;
        double own = policy.temperatureAt(values);
        boolean tempered = own > 0 && own < Double.POSITIVE_INFINITY;
        double temperature = tempered ? own : 1;
        double threshold = threshold(policy);
        boolean shifted = derived || threshold != 0;
        String title = shifted ? "σ(" + Derivation.LOGIT + ")" : tempered ? "σ(q/τ)" : "σ(q)";
        String words = "Here σ is at "
                + (tempered
                        ? "the policy's own temperature, " + own
                        : "temperature 1, since the policy has "
                                + (Double.isNaN(own) ? "none" : "the limit " + Measures.temperature(own)))
                + ", and " + (shifted ? "its threshold, " + threshold : "threshold 0") + ".";
        return new Gates(temperature, threshold, title, words, derived);
    }

    /** Returns the probability that each gate is open. */
    double[] open(double[] values) {
        double[] open = Derivation.logits(new FixedThreshold(threshold), temperature, values);
        for (int i = 0; i < open.length; i++) {
            open[i] = Sigmoid.of(open[i]);
        }
        return open;
    }

    /** Returns the threshold of a policy, or of the one it modifies; 0 where there is none. */
    private static double threshold(Policy policy) {
        if (policy instanceof SigmoidGate gate) {
            return gate.threshold();
        } else if (policy instanceof Gated gated) {
            return gated.threshold();
        } else if (policy instanceof Floor floor) {
            return threshold(floor.policy());
        } else if (policy instanceof UniformMix mix) {
            return threshold(mix.policy());
        } else if (policy instanceof Nucleus nucleus) {
            return threshold(nucleus.policy());
        } else if (policy instanceof MinP cut) {
            return threshold(cut.policy());
        } else if (policy instanceof GuardRail guard) {
            return threshold(guard.policy());
        }
        return policy instanceof Top top ? threshold(top.policy()) : 0;
    }
}
