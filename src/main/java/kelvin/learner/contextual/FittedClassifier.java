package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.classifier.Classifier;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A classifier that is told after each decision which actions were right, and is fitted anew to all of it as it grows: the skyline of
 * what its kind of classifier can reach. A policy chooses by its probabilities.
 *
 * <pre>
 *   value[a] = P(a | x) of the classifier fitted last,   refitted as soon as rows ≥ (1 + growth)·(rows then)
 * </pre>
 *
 * <p>The reward of each action, in [0, 1], is the weight with which it is right: all of them have to be told. The features are all
 * numbers of a context, those of each action among them. Until the first refit all actions are equally likely. With growth 0 it is
 * refitted after every row, at the cost of a fit each; with growth g the fits to n rows cost about 1 + 1/g times the last one, where a fit
 * costs as much as it has rows. {@link SupervisedGradient} costs one gradient step per row instead. Memory: every row, twice.
 *
 * @param classifier what is fitted
 * @param policy the rule from probabilities to choices; {@code Greedy} takes the likeliest action
 * @param growth the share by which rows grow between fits; finite and ≥ 0
 */
@Summary(
        "a classifier refitted to the optimum as its rows grow, and a policy over its probabilities; needs all rewards")
@Stability(MAY_CHANGE)
public record FittedClassifier(
        ClassifierSpec classifier,
        @Default("{Greedy: {}}") PolicySchedule policy,
        @Default("0.5") double growth) implements Supervised {
    public FittedClassifier {
        Require.notNegative("growth", growth);
    }

    @Override
    public Learner create(BanditTask task, UniformRandomProvider random) {
        if (task.horizon() != BanditTask.UNKNOWN) {
            Features features = task.features();
            double row = features.shared() + task.actions() * (1.0 + features.perAction());
            Require.memory("horizon", task.horizon(), 2 * Double.BYTES * row * task.horizon());
        }
        return new Student(new Growing(this, task), policy, task, random);
    }

    /** All rows so far, and the classifier fitted to most of them. */
    private record Row(double[] x, double[] targets) implements Resumable {
        @Override
        public void state(StateFields fields) {
            fields.reals("x", x);
            fields.reals("targets", targets);
        }
    }

    private static final class Growing implements Student.Subject {
        private final FittedClassifier spec;
        private final Features features;
        private final int actions;
        private double[][] x = new double[1][];
        private double[][] targets = new double[1][];
        private int rows;
        private int fittedRows;
        private @Nullable Classifier fitted;

        Growing(FittedClassifier spec, BanditTask task) {
            this.spec = spec;
            this.features = task.features();
            this.actions = task.actions();
        }

        @Override
        public void write(int view, long step, Context context, BitSet open, double[] out) {
            if (fitted == null) {
                Arrays.fill(out, 1.0 / out.length);
            } else {
                fitted.probabilities(context.numbers(), out);
            }
        }

        @Override
        public void learn(Context context, double[] rewards) {
            if (rows == x.length) {
                x = Arrays.copyOf(x, 2 * rows);
                targets = Arrays.copyOf(targets, 2 * rows);
            }
            x[rows] = context.numbers().clone();
            targets[rows] = rewards.clone();
            rows++;
            if (rows >= (1 + spec.growth) * fittedRows) {
                fit(rows);
            }
        }

        private void fit(int number) {
            fitted = spec.classifier.fit(Arrays.copyOf(x, number), Arrays.copyOf(targets, number));
            fittedRows = number;
        }

        @Override
        public void state(StateFields fields) {
            List<Row> learnt = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                learnt.add(new Row(x[i], targets[i]));
            }
            int width = features.shared() + actions * features.perAction();
            fields.list("rows", learnt, () -> new Row(new double[width], new double[actions]));
            rows = learnt.size();
            x = Arrays.copyOf(learnt.stream().map(Row::x).toArray(double[][]::new), Math.max(1, rows));
            targets = Arrays.copyOf(learnt.stream().map(Row::targets).toArray(double[][]::new), x.length);
            fittedRows = fields.whole("fittedRows", fittedRows, 0, rows);
            if (fields.loading() && fittedRows > 0) {
                fit(fittedRows);
            }
        }

        /**
         * Writes those of the logit. The intercept is that of the first feature that was 1 in every row, as the constant of a table
         * is, and left out where there is none. Where actions have features of their own they are not such weights.
         */
        @Override
        public boolean coefficients(int action, double[] out) {
            if (fitted == null || features.perAction() > 0) {
                return false;
            }
            double[] all = new double[out.length + 1];
            if (!fitted.coefficients(action, all)) {
                return false;
            }
            System.arraycopy(all, 0, out, 0, out.length);
            IntStream.range(0, out.length)
                    .filter(this::constant)
                    .findFirst()
                    .ifPresent(feature -> out[feature] += all[out.length]);
            return true;
        }

        private boolean constant(int feature) {
            return Arrays.stream(x, 0, rows).allMatch(row -> row[feature] == 1);
        }
    }
}
