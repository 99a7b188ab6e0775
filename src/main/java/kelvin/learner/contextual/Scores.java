package kelvin.learner.contextual;

import java.util.BitSet;
import kelvin.model.Context;
import kelvin.model.Scorer;

/** The one view that shows the scores of a scorer as they are. */
record Scores(Scorer scorer) implements Views {
    @Override
    public int count() {
        return 1;
    }

    @Override
    public void write(int view, long step, Context context, BitSet open, double[] out) {
        scorer.scores(context, out);
    }
}
