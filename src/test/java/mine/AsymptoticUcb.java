package mine;

import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import org.apache.commons.rng.UniformRandomProvider;

/** UCB at the asymptotically optimal rate: mean + scale·√(2·ln(1 + t·ln²t)/n). */
@Summary("the largest mean + scale·√(2·ln(1 + t·ln²t)/n); untried arms first")
public record AsymptoticUcb(@Default("1") double scale) implements LearnerSpec {
    public AsymptoticUcb {
        Require.positive("scale", scale);
    }

    @Override
    public boolean closableArms() {
        return true; // IndexPlayer leaves out the arms that are closed
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.SUMS; // the order of past rewards does not matter
    }

    @Override
    public Learner create(BanditTask task, UniformRandomProvider random) {
        return new IndexPlayer(task.actions(), new Bounds(Estimates.sampleAverages(task.actions()), scale), random);
    }

    /** The counts and mean rewards that one player has seen, and the bounds that follow from them. */
    private record Bounds(Estimates seen, double scale) implements Index {
        @Override
        public void observe(long step, int action, double reward) {
            seen.update(action, reward);
        }

        @Override
        public void state(StateFields fields) {
            seen.state(fields);
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            double log = Log.of(step);
            double width = scale * Math.sqrt(2 * Log1p.of(step * log * log));
            for (int i = 0; i < out.length; i++) {
                long plays = seen.count(i);
                out[i] = plays == 0 ? UNKNOWN : seen.value(i) + width / Math.sqrt(plays);
            }
        }
    }
}
