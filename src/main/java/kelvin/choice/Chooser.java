package kelvin.choice;

import java.util.Arrays;
import kelvin.numeric.Weights;
import kelvin.policy.Softmax;
import org.apache.commons.rng.UniformRandomProvider;

/** A {@link ChoiceParameters softmax Q-learner} in the course of its trials: its values and its last choice. */
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

    /** Begins a session: nothing is learned yet, and no choice is the last one. */
    void begin() {
        Arrays.fill(values, parameters.initialValue());
        last = ChoiceSequence.MISSED;
    }

    /** Differences from the best value, so that no large value overflows at a low temperature. */
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

    /** Without a lapse the logarithm stays finite where the probability would be 0. */
    double logProbability(int choice) {
        prepare();
        double attentive = LOGITS.logProbability(logits, choice);
        double lapse = parameters.lapse();
        return lapse == 0 ? attentive : StrictMath.log((1 - lapse) * StrictMath.exp(attentive) + lapse / logits.length);
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

    /** Learns a reward, nothing where it is {@code NaN}, and forgets the values of the other actions. */
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

    /** Lets a trial without a choice pass. */
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
