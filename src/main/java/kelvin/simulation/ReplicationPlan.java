package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;
import kelvin.metric.InterimLooks;

/** How many runs each learner plays: a number, or until something is known well enough. */
@ShortForm(value = ReplicationPlan.Fixed.class, form = "whole number")
@ShortForm(value = StoppingRule.class, form = "{until: {halfWidth: …, max: …}}", word = StoppingRule.UNTIL)
@Stability(MAY_CHANGE)
public sealed interface ReplicationPlan permits ReplicationPlan.Fixed, StoppingRule {
    /**
     * After how many repetitions it may end.
     *
     * @return increasing, at least one; the last is the most there can be
     */
    int[] ends();

    /**
     * How many there can be at most.
     *
     * @return at least 1
     */
    default int most() {
        int[] ends = ends();
        return ends[ends.length - 1];
    }

    /**
     * What intervals and p-values have to be adjusted for.
     *
     * @return as many looks as there are ends
     */
    default InterimLooks looks() {
        return new InterimLooks(ends().length);
    }

    /**
     * A number of repetitions.
     *
     * @param count how many, at least 1
     */
    record Fixed(int count) implements ReplicationPlan {
        public Fixed {
            Require.atLeast("repetitions", 1, count);
        }

        @Override
        public int[] ends() {
            return new int[] {count};
        }
    }
}
