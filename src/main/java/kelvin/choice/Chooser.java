package kelvin.choice;

import java.util.Arrays;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Weights;
import kelvin.policy.Softmax;
import org.apache.commons.rng.UniformRandomProvider;

/** The running state of a {@link ChoiceParameters softmax Q-learner}: its values and its last choice. */
final class Chooser {
    private static final Softmax LOGITS = new Softmax(1);

    private final ChoiceParameters parameters;
    private final double[] values;
    private final double[] logits;
    private int last;

    Chooser(ChoiceParameters parameters, int actions) {
        this.parameters = parameters;
        values = new double[actions];
        logits = new double[actions];
    }

    /** Begins a session with initial values and without a last choice. */
    void begin() {
        Arrays.fill(values, parameters.initialValue());
        last = ChoiceSequence.MISSED;
    }

    /** Computes differences from the largest value, so that no large value overflows at a low temperature. */
    private void prepare() {
        double best = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            best = Math.max(best, value);
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (values[i] - best) / parameters.temperature();
        }
        if (last >= 0) {
            logits[last] += parameters.stickiness();
        }
    }

    /**
     * Returns the log-probability of a choice; without a lapse it stays finite where the probability underflows to 0.
     */
    double logProbability(int choice) {
        prepare();
        double attentive = LOGITS.logProbability(logits, choice);
        double lapse = parameters.lapse();
        return lapse == 0 ? attentive : Log.of((1 - lapse) * Exp.of(attentive) + lapse / logits.length);
    }

    int choose(UniformRandomProvider random) {
        prepare();
        LOGITS.probabilities(logits, logits);
        double lapse = parameters.lapse();
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (1 - lapse) * logits[i] + lapse / logits.length;
        }
        return Weights.draw(logits, random);
    }

    /**
     * Updates the value of the chosen action by a reward, unless it is {@code NaN}, and forgets the values of the
     * others.
     */
    void learn(int choice, double reward) {
        forget(choice);
        double error = reward - values[choice];
        if (error >= 0) {
            values[choice] += parameters.learningRate() * error;
        } else if (error < 0) {
            values[choice] += parameters.lossRate() * error;
        }
        last = choice;
    }

    /** Passes a trial without a choice. */
    void miss() {
        forget(ChoiceSequence.MISSED);
        last = ChoiceSequence.MISSED;
    }

    private void forget(int chosen) {
        if (parameters.forgetting() == 0) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            if (i != chosen) {
                values[i] += parameters.forgetting() * (parameters.initialValue() - values[i]);
            }
        }
    }
}
