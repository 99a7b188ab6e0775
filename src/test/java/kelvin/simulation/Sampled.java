package kelvin.simulation;

import kelvin.learner.contextual.Outlook;
import kelvin.learner.contextual.Views;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** One draw of the predictions per decision. */
record Sampled(double scale) implements Outlook {
    @Override
    public Views on(Model model, Seed seed) {
        UniformRandomProvider random = seed.generator();
        return new Views() {
            @Override
            public int count() {
                return 1;
            }

            @Override
            public void write(int view, long step, Context context, double[] out) {
                model.sample(context, scale, random, out);
            }
        };
    }
}
