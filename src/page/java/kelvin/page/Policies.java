package kelvin.page;

import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.MinP;
import kelvin.policy.Nucleus;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Sparsemax;
import kelvin.policy.Top;
import kelvin.policy.Uniform;
import kelvin.policy.UniformMix;

/** The policies that the view "One decision" can choose: each has one number at most, beside the temperature and a softmax inside. */
final class Policies {
    private Policies() {}

    /** Returns a policy by its name, with the temperature of itself or of the softmax inside, and its number if it has one. */
    static Policy of(String name, double temperature, double number) {
        return switch (name) {
            case "Softmax" -> new Softmax(temperature);
            case "Sparsemax" -> new Sparsemax(temperature);
            case "SigmoidGate" -> new SigmoidGate(number, temperature);
            case "EpsilonGreedy" -> new EpsilonGreedy(number);
            case "Greedy" -> new Greedy();
            case "Uniform" -> new Uniform();
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
