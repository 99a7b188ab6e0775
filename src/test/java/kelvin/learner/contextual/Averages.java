package kelvin.learner.contextual;

import kelvin.model.Context;
import kelvin.model.Ensemble;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A model for tests: the mean reward of each action times the last of the shared features, with widths 1/√(n + 1), and three members,
 * one of which learns the negative rewards.
 */
record Averages() implements ModelSpec {
    @Override
    public boolean widths() {
        return true;
    }

    @Override
    public boolean samples() {
        return true;
    }

    @Override
    public boolean ensemble() {
        return true;
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new Sums(actions, features, new double[2 * actions]);
    }

    private record Sums(int actions, Features features, double[] state) implements Ensemble {
        private double factor(Context context) {
            return features.shared() > 0 ? context.numbers()[features.shared() - 1] : 1;
        }

        @Override
        public int members() {
            return 3;
        }

        @Override
        public void values(int member, Context context, double[] out) {
            double factor = factor(context) * (member == 2 ? -1 : 1);
            for (int a = 0; a < actions; a++) {
                out[a] = factor * state[a] / Math.max(1, state[actions + a]);
            }
        }

        @Override
        public void values(Context context, double[] out) {
            values(0, context, out);
        }

        @Override
        public void widths(Context context, double[] out) {
            for (int a = 0; a < actions; a++) {
                out[a] = 1 / Math.sqrt(1 + state[actions + a]);
            }
        }

        @Override
        public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
            values(context, out);
            for (int a = 0; a < actions; a++) {
                out[a] += scale * (random.nextDouble() - 0.5) / Math.sqrt(1 + state[actions + a]);
            }
        }

        @Override
        public void learn(long decision, Context context, int action, double reward, double weight) {
            state[action] += weight * reward * factor(context);
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
