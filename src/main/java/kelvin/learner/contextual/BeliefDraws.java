package kelvin.learner.contextual;

import java.util.BitSet;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.random.NumberedStreams;

/** Joint draws from what a model believes: the random numbers of a view are those of its number and the step, whoever asks how often. */
record BeliefDraws(Model model, NumberedStreams random, double scale, int count, boolean tellsProbabilities)
        implements Views {
    @Override
    public void write(int view, long step, Context context, BitSet open, double[] out) {
        random.place(view, step);
        model.sample(context, scale, random, out);
    }
}
