package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;
import kelvin.metric.InterimLooks;

/** The number of repetitions each learner plays: fixed, or ended by a {@link StoppingRule}. */
@ShortForm(value = ReplicationPlan.Fixed.class, form = "whole number")
@ShortForm(value = StoppingRule.class, form = "{until: {halfWidth: …, max: …}}", word = StoppingRule.UNTIL)
@Stability(MAY_CHANGE)
public sealed interface ReplicationPlan permits ReplicationPlan.Fixed, StoppingRule {
    /**
     * The numbers of repetitions after which playing may end.
     *
     * @return increasing, at least one; the last is the most there can be
     */
    int[] ends();

    /**
     * The largest number of repetitions.
     *
     * @return at least 1
     */
    default int most() {
        int[] ends = ends();
        return ends[ends.length - 1];
    }

    /**
     * The interim looks that intervals and p-values have to be adjusted for.
     *
     * @return as many looks as there are ends
     */
    default InterimLooks looks() {
        return new InterimLooks(ends().length);
    }

    /**
     * A fixed number of repetitions.
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
