package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/**
 * A decision with its propensity and what identifies the state that it was drawn from. Its action is a function of the seed, the
 * id and the state: with p the policy's probabilities of the values in that state,
 *
 * <pre>
 *   NumberedStreams streams = seed.streams();
 *   streams.place(hash, 0);
 *   int action = Weights.draw(p, streams);
 * </pre>
 *
 * <p>The hash of an id of m words w₁ … wₘ (its UTF-16 characters, four to a word, the last word filled up with zeros) is hₘ, where
 *
 * <pre>
 *   h₀ = seed.high + length of the id
 *   hᵢ = (upper 64 bits of P) xor (lower 64 bits of P),  P = (hᵢ₋₁ xor wᵢ) · (seed.low | 1), a signed product of 128 bits
 * </pre>
 *
 * @param id the name it was asked for with
 * @param action the action chosen, from 0
 * @param propensity with which probability, in (0, 1]; NaN where a learner chose that has no probabilities in closed form
 * @param version which state of the values it was drawn from: how often values or arms had changed
 * @param step its number, from 1
 * @param time when it was asked for, in milliseconds since 1970
 */
@Stability(MAY_CHANGE)
public record Decision(String id, int action, double propensity, long version, long step, long time) {
    /**
     * Returns the propensity, for those who cannot do without it.
     *
     * @return a probability in (0, 1]
     * @throws InvalidValue if there is none
     */
    public double knownPropensity() {
        if (Double.isNaN(propensity)) {
            throw new InvalidValue(
                    "propensity of decision " + id,
                    "unknown",
                    "known: the learner that made the decision has no probabilities in closed form");
        }
        return propensity;
    }
}
