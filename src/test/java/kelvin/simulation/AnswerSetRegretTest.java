package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.contextual.LogisticContexts;
import kelvin.bandit.slate.F1Score;
import kelvin.bandit.slate.WeightedHamming;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.ContextualSubset;
import kelvin.learner.contextual.Mean;
import kelvin.metric.Metric;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.policy.AllSubsets;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.MaxExpectedF1;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** Players who know the probabilities, in worlds that measure their answers against the set of right ones. */
class AnswerSetRegretTest {
    private static final double[][] WEIGHTS = {{-1, 3}, {0, 2}, {-1.5, -1}, {0.5, -1}};
    private static final LogisticContexts ANSWERS = new LogisticContexts(
            4,
            2,
            0,
            Layout.DISJOINT,
            Stream.of(WEIGHTS)
                    .map(weights -> DoubleStream.of(weights).boxed().toList())
                    .toList(),
            0,
            true);
    private static final int HORIZON = 200;
    private static final double SHARP = 1e-12;

    private static double probability(int answer, double x) {
        return 1 / (1 + Math.exp(-WEIGHTS[answer][0] - WEIGHTS[answer][1] * x));
    }

    /** Predicts the probabilities of the world, less an error. */
    private record Truth(double error) implements ModelSpec, Model {
        @Override
        public Model create(int actions, Features features, Seed seed) {
            return this;
        }

        @Override
        public int actions() {
            return WEIGHTS.length;
        }

        @Override
        public Features features() {
            return ANSWERS.features();
        }

        @Override
        public void values(Context context, double[] out) {
            for (int answer = 0; answer < out.length; answer++) {
                out[answer] = probability(answer, context.numbers()[1]) - error;
            }
        }

        @Override
        public void learn(long decision, Context context, int action, double reward, double weight) {
            assertThat(reward).isIn(0.0, 1.0);
        }

        @Override
        public void addAction() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double[] state() {
            return new double[0];
        }

        @Override
        public void restore(double[] state) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Model snapshot() {
            return this;
        }
    }

    private static double regret(Testbed testbed, SubsetPolicy policy, double error) {
        LearnerSpec learner = new ContextualSubset(new Truth(error), policy, new Mean());
        return new Simulation(testbed, Map.of("x", learner), new long[] {HORIZON}, 1, Seed.of(1))
                .play("?", 1, decisions -> {})
                .series(Metric.REGRET)
                .get(0)
                .mean()[0];
    }

    @Test
    void whoKnowsTheProbabilitiesAndTheMeasureLosesNothing() {
        Testbed f1 = new F1Score(ANSWERS, 0, 4);
        Testbed priced = new WeightedHamming(ANSWERS, 0, 4, 0.3);
        assertThat(regret(f1, new MaxExpectedF1(), 0)).isZero();
        assertThat(regret(priced, new IndependentGates(0.3, SHARP), 0)).isZero();
        assertThat(regret(f1, new MaxExpectedF1(), 0.05)).isPositive();
        assertThat(regret(priced, new IndependentGates(0.35, SHARP), 0)).isPositive();
        assertThat(regret(f1, new IndependentGates(0.3, SHARP), 0)).isPositive();
        assertThat(regret(priced, new MaxExpectedF1(), 0)).isPositive();
    }

    /** The two likeliest answers at every step: what they lose, by all outcomes of all sets in the contexts that were met. */
    @Test
    void whatTwoAnswersLoseIsTheSumOverStepsOfTheirDistanceFromTheBestSet() {
        Bandit contexts = ANSWERS.open(Seed.of(1).child(0).child("bandit"), HORIZON);
        double expected = 0;
        for (int step = 1; step <= HORIZON; step++) {
            contexts.advance(step);
            double[] p = new double[4];
            for (int answer = 0; answer < 4; answer++) {
                p[answer] = probability(answer, contexts.context().numbers()[1]);
            }
            double best = 0;
            double two = 0;
            double most = 0;
            for (boolean[] set : AllSubsets.of(4).toList()) {
                double score = score(p, set);
                best = Math.max(best, score);
                double sum = 0;
                for (int answer = 0; answer < 4; answer++) {
                    sum += set[answer] ? p[answer] : 0;
                }
                if (AllSubsets.size(set) == 2 && sum > most) {
                    most = sum;
                    two = score;
                }
            }
            expected += best - two;
        }
        double found = regret(new F1Score(ANSWERS, 0, 4), new ExactlyM(2, SHARP), 0);
        assertThat(found).isCloseTo(expected, within(1e-11)).isGreaterThan(1);
    }

    private static double score(double[] p, boolean[] set) {
        return AllSubsets.of(p.length)
                .mapToDouble(right -> {
                    double probability = 1;
                    double hits = 0;
                    for (int i = 0; i < p.length; i++) {
                        probability *= right[i] ? p[i] : 1 - p[i];
                        hits += right[i] && set[i] ? 1 : 0;
                    }
                    int sum = AllSubsets.size(set) + AllSubsets.size(right);
                    return probability * (sum == 0 ? 1 : 2 * hits / sum);
                })
                .sum();
    }
}
