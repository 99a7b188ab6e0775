package kelvin.page;

import kelvin.policy.Entmax;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Floor;
import kelvin.policy.Gated;
import kelvin.policy.Greedy;
import kelvin.policy.Mellowmax;
import kelvin.policy.MinP;
import kelvin.policy.Mixture;
import kelvin.policy.Nucleus;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Sparsemax;
import kelvin.policy.Top;
import kelvin.policy.Tsallis;
import kelvin.policy.Uniform;
import kelvin.policy.UniformMix;
import kelvin.policy.gap.InverseGap;
import kelvin.policy.gap.NormalisedInverseGap;
import kelvin.policy.gap.ReweightedInverseGap;

/** The policies that the view "One decision" can choose: each has one number at most, beside the temperature, a softmax inside and defaults. */
final class Policies {
    private Policies() {}

    /** Returns a policy by its name, with the temperature of itself or of the softmax inside, and its number if it has one. */
    static Policy of(String name, double temperature, double number) {
        return switch (name) {
            case "Softmax" -> new Softmax(temperature);
            case "Sparsemax" -> new Sparsemax(temperature);
            case "Entmax" -> new Entmax(number, temperature);
            case "Tsallis" -> new Tsallis(temperature);
            case "Mellowmax" -> new Mellowmax(number);
            case "InverseGap" -> new InverseGap(number);
            case "NormalisedInverseGap" -> new NormalisedInverseGap(number);
            case "ReweightedInverseGap" -> new ReweightedInverseGap(number);
            case "SigmoidGate" -> new SigmoidGate(number, temperature);
            case "EpsilonGreedy" -> new EpsilonGreedy(number);
            case "Greedy" -> new Greedy();
            case "Uniform" -> new Uniform();
            case "Gated" -> new Gated(number, temperature, new Uniform(), new Uniform());
            case "Mixture" -> new Mixture(new Softmax(temperature), number, new Uniform());
            case "Floor" -> new Floor(new Softmax(temperature), number);
            case "UniformMix" -> new UniformMix(new Softmax(temperature), number);
            case "MinP" -> new MinP(new Softmax(temperature), number);
            case "Nucleus" -> new Nucleus(new Softmax(temperature), number);
            case "Top" -> new Top(new Softmax(temperature), whole(number));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static int whole(double number) {
        return number == Math.rint(number) ? (int) number : 0;
    }
}
