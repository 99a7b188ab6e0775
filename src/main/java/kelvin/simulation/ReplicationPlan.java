package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import kelvin.contract.Require;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;
import kelvin.metric.InterimLooks;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;

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
     * Takes one interim look at the data, if playing may end by what they are.
     *
     * @param look which look it is, from 1
     * @param trials the values at the horizon of each learner and metric, with as many repetitions as the look wants
     * @param baseline the label of the learner that differences are taken to
     * @return what playing ends with if it ends here; nothing for a fixed number
     */
    default Optional<StopReport> at(int look, List<RunValues> trials, String baseline) {
        return Optional.empty();
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
