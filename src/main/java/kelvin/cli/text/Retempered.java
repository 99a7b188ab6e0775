package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.PlackettLuce;

/** Replaces the temperature of a policy or a subset policy, or that of the policy it modifies. */
@Stability(INTERNAL)
public final class Retempered {
    private static final String NAME = "temperature";

    private Retempered() {}

    /**
     * Returns the same policy at another temperature.
     *
     * @param policy a policy or subset policy
     * @param temperature τ, in reward units; finite and &gt; 0
     * @return a new policy of the same kind
     * @throws IllegalArgumentException if it has no temperature that is a number, or this one is out of range
     */
    public static Object of(Object policy, double temperature) {
        if (policy instanceof Policy single) {
            return of(single, temperature);
        } else if (policy instanceof IndependentGates gates) {
            return new IndependentGates(gates.threshold(), temperature);
        } else if (policy instanceof ExactlyM exactly) {
            return new ExactlyM(exactly.m(), temperature);
        } else if (policy instanceof PlackettLuce inOrder) {
            return new PlackettLuce(inOrder.m(), temperature);
        }
        throw none(policy);
    }

    private static Policy of(Policy policy, double temperature) {
        for (String path = NAME; path.length() < 100; path = "policy." + path) {
            try {
                return policy.with(path, temperature);
            } catch (InvalidValue e) {
                if (!e.name().equals("parameter")) {
                    throw e;
                }
            }
        }
        throw none(policy);
    }

    private static IllegalArgumentException none(Object policy) {
        return new IllegalArgumentException(
                "--temperature: found " + policy + ", must be a policy with a temperature to set");
    }
}
