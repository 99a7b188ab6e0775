package kelvin.learner.contextual;

import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;

/** A model for tests: the mean reward of each action times the first number of the context. */
record Averages() implements ModelSpec {
    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new Sums(actions, features, new double[2 * actions]);
    }

    private record Sums(int actions, Features features, double[] state) implements Model {
        @Override
        public void values(Context context, double[] out) {
            double factor = features.any() ? context.numbers()[0] : 1;
            for (int a = 0; a < actions; a++) {
                out[a] = factor * state[a] / Math.max(1, state[actions + a]);
            }
        }

        @Override
        public void learn(long decision, Context context, int action, double reward, double weight) {
            state[action] += weight * reward * (features.any() ? context.numbers()[0] : 1);
            state[actions + action] += weight;
        }

        @Override
        public void addAction() {
            throw new UnsupportedOperationException("has as many actions as it has");
        }

        @Override
        public void restore(double[] from) {
            System.arraycopy(from, 0, state, 0, state.length);
        }

        @Override
        public Model snapshot() {
            return new Sums(actions, features, state.clone());
        }
    }
}
