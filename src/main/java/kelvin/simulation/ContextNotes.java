package kelvin.simulation;

import java.util.Arrays;
import kelvin.bandit.Bandit;
import kelvin.learner.Learner;

/** Records what one run tells of contexts: regret by group, reliability of predictions, and the coefficients at the end. */
final class ContextNotes {
    private final ContextLayout layout;
    private final double[] row;

    /** Returns notes that record nothing. */
    static ContextNotes none() {
        return new ContextNotes(new ContextLayout(0, 0, 0, 0, 0));
    }

    /** Notes of a run before its first step. */
    ContextNotes(ContextLayout layout) {
        this.layout = layout;
        this.row = new double[layout.length()];
    }

    /** Records a decision and what it lost. */
    void decision(int group, double gap) {
        if (layout.groups() > 0) {
            row[layout.group(group)]++;
            row[layout.group(group) + 1] += gap;
        }
    }

    /** Records predictions of what the arms pay now beside their true means; those that are no numbers are left out. */
    void predictions(double[] values, Bandit bandit) {
        for (int arm = 0; layout.bins() > 0 && arm < values.length; arm++) {
            if (Double.isFinite(values[arm])) {
                int place = layout.bin(layout.binOf(values[arm]));
                row[place]++;
                row[place + 1] += values[arm];
                row[place + 2] += bandit.mean(arm);
            }
        }
    }

    /** Returns a row that holds a trace, and after it what was recorded; {@code NaN} for coefficients that there are not. */
    double[] after(double[] trace, Learner learner) {
        if (row.length <= trace.length) {
            return trace;
        }
        System.arraycopy(trace, 0, row, 0, trace.length);
        double[] coefficients = new double[layout.features()];
        for (int action = 0; action < layout.actions(); action++) {
            if (!learner.coefficients(action, coefficients)) {
                Arrays.fill(coefficients, Double.NaN);
            }
            System.arraycopy(coefficients, 0, row, layout.coefficients(action), coefficients.length);
        }
        return row;
    }
}
