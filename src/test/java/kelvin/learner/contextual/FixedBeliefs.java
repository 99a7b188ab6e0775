package kelvin.learner.contextual;

import java.util.List;
import kelvin.model.Context;
import kelvin.model.Ensemble;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** A model for tests that predicts what it is told, whatever it sees: values by the member, and one width per action. */
record FixedBeliefs(List<double[]> members, double[] deviations) implements ModelSpec {
    static FixedBeliefs of(double[] values, double[] widths) {
        return new FixedBeliefs(List.of(values), widths);
    }

    @Override
    public boolean ensemble() {
        return true;
    }

    @Override
    public boolean samples() {
        return true;
    }

    @Override
    public boolean widths() {
        return true;
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new Fixed(this, features);
    }

    private record Fixed(FixedBeliefs spec, Features features) implements Ensemble {
        @Override
        public int actions() {
            return spec.deviations.length;
        }

        @Override
        public int members() {
            return spec.members.size();
        }

        @Override
        public void values(int member, Context context, double[] out) {
            System.arraycopy(spec.members.get(member), 0, out, 0, out.length);
        }

        @Override
        public void values(Context context, double[] out) {
            for (int a = 0; a < out.length; a++) {
                out[a] = 0;
                for (double[] member : spec.members) {
                    out[a] += member[a] / spec.members.size();
                }
            }
        }

        @Override
        public void widths(Context context, double[] out) {
            System.arraycopy(spec.deviations, 0, out, 0, out.length);
        }

        @Override
        public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
            values(context, out);
            for (int a = 0; a < out.length; a++) {
                double uniform = 2 * random.nextDouble() - 1;
                out[a] = Math.max(
                        -Double.MAX_VALUE, Math.min(out[a] + uniform * scale * spec.deviations[a], Double.MAX_VALUE));
            }
        }

        @Override
        public void learn(long decision, Context context, int action, double reward, double weight) {}

        @Override
        public void addAction() {
            throw new UnsupportedOperationException("has as many actions as it has");
        }

        @Override
        public double[] state() {
            return new double[0];
        }

        @Override
        public void restore(double[] from) {}

        @Override
        public Model snapshot() {
            return this;
        }
    }
}
