package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.classifier.Classifier;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.classifier.GaussianNaiveBayes;
import kelvin.model.classifier.LabelledTable;
import kelvin.model.classifier.LogisticRegression;
import kelvin.model.classifier.SoftmaxRegression;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FittedClassifierTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                new FittedClassifier(new GaussianNaiveBayes(1e-3), new Softmax(0.3), 3),
                new FittedClassifier(new LogisticRegression(0.1, true), new Softmax(0.2), LESSONS - 1));
    }

    @Override
    public boolean keepsEveryReward() {
        return true;
    }

    private static FullInformation player(ClassifierSpec classifier, int actions, Features features, double growth) {
        FittedClassifier spec = new FittedClassifier(classifier, new Greedy(), growth);
        return (FullInformation) spec.create(new BanditTask(actions, 1000, features), Players.random(1));
    }

    private static void teach(FullInformation player, LabelledTable table) {
        for (int i = 0; i < table.x().length; i++) {
            double[] right = new double[table.classes()];
            right[table.labels()[i]] = 1;
            player.see(i + 1, Context.of(table.classes(), table.x()[i]));
            player.observeAll(i + 1, right);
        }
    }

    /** The second fit is to all rows; that of the twin, to fewer, is another. */
    @ParameterizedTest
    @CsvSource({"softmax-iris-C1.0-b,iris", "gates-iris-C0.1-b,iris", "softmax-wine-C10.0-nob,wine"})
    void taughtToTheEndItsCoefficientsAreTheOptimum(String name, String data) {
        LabelledTable table = LabelledTable.of(data);
        Reference.Row row = Reference.rows("context/optima.csv")
                .filter(each -> each.text("case").equals(name))
                .findFirst()
                .orElseThrow();
        double c = row.number("C");
        boolean intercept = row.text("intercept").equals("yes");
        ClassifierSpec classifier =
                name.startsWith("softmax") ? new SoftmaxRegression(c, intercept) : new LogisticRegression(c, intercept);
        int d = table.x()[0].length;
        FullInformation exact = player(classifier, table.classes(), new Features(d, 0), table.x().length - 1);
        FullInformation early = player(classifier, table.classes(), new Features(d, 0), 9);
        teach(exact, table);
        teach(early, table);
        double apart = 0;
        for (Reference.Row each : Reference.rows("context/optima_coefficients.csv")
                .filter(line -> line.text("case").equals(name))
                .toList()) {
            double[] expected = each.numbers("weights_then_intercept_hex");
            double[] found = new double[d];
            assertThat(exact.coefficients((int) each.number("output"), found)).isTrue();
            for (int j = 0; j < d; j++) {
                assertThat(found[j]).isCloseTo(expected[j], within(1e-9));
            }
            early.coefficients((int) each.number("output"), found);
            apart = Math.max(apart, Math.abs(found[0] - expected[0]));
        }
        assertThat(apart).isGreaterThan(1e-4);
    }

    /** The penalty leaves the constant's own weight at 0, and the intercept is free; a feature that is 1 in most rows has no part of it. */
    @Test
    void theInterceptIsTheCoefficientOfAConstant() {
        double[][] rows = {{0.5, 1, 1}, {-1, 1, 1}, {2, 1, 1}, {-0.3, 0, 1}, {1.1, 1, 1}};
        ClassifierSpec free = new LogisticRegression(1, true);
        FullInformation player = player(free, 2, new Features(3, 0), 0);
        int[] labels = {1, 0, 1, 1, 0};
        for (int i = 0; i < rows.length; i++) {
            player.see(i + 1, Context.of(2, rows[i]));
            player.observeAll(i + 1, new double[] {1 - labels[i], labels[i]});
        }
        double[] expected = new double[4];
        free.fit(rows, labels, 2).coefficients(1, expected);
        double[] found = new double[3];
        assertThat(player.coefficients(1, found)).isTrue();
        assertThat(found).containsExactly(expected[0], expected[1], expected[2] + expected[3]);
        assertThat(Math.abs(expected[3])).isGreaterThan(0.1);
    }

    /** Fits after rows 1, 2, 3, 5, 8, 12, …: each half as many again. */
    @Test
    void itIsFittedAnewWhenItsRowsHaveGrownByTheShare() {
        FullInformation player = player(new SoftmaxRegression(1, true), 2, new Features(1, 0), 0.5);
        StringBuilder fits = new StringBuilder();
        double[] before = new double[2];
        double[] after = new double[2];
        for (int step = 1; step <= 12; step++) {
            Context context = Context.of(2, step % 3 - 1 + 0.1 * step);
            player.see(step, context);
            player.values(step, before);
            player.observeAll(step, step % 2 == 0 ? new double[] {1, 0} : new double[] {0, 1});
            player.values(step, after);
            fits.append(before[0] == after[0] ? "" : step + " ");
        }
        assertThat(fits).hasToString("1 2 3 5 8 12 ");
    }

    @Test
    void beforeAnythingIsToldAllActionsAreAsLikely() {
        FullInformation player = player(new LogisticRegression(1, true), 4, new Features(2, 0), 0);
        double[] values = new double[4];
        player.see(1, Context.of(4, 1, 2));
        player.values(1, values);
        assertThat(values).containsOnly(0.25);
        assertThat(player.coefficients(0, new double[2])).isFalse();
    }

    /** The features are those of all actions together. */
    @Test
    void featuresOfTheActionsCountForAll() {
        Features features = new Features(1, 1);
        FullInformation player = player(new GaussianNaiveBayes(0.1), 2, features, 0);
        double[][] x = {{1, 2, 3}, {2, 0, 1}, {0, 1, 5}};
        for (int i = 0; i < 3; i++) {
            player.see(i + 1, context(features, x[i]));
            player.observeAll(i + 1, i == 1 ? new double[] {0, 1} : new double[] {1, 0});
        }
        Classifier expected = new GaussianNaiveBayes(0.1).fit(x, new int[] {0, 1, 0}, 2);
        double[] p = new double[2];
        double[] values = new double[2];
        expected.probabilities(new double[] {1, 1, 2}, p);
        player.see(4, context(features, 1, 1, 2));
        player.values(4, values);
        assertThat(values).containsExactly(p);
        assertThat(player.coefficients(0, new double[2])).isFalse();
    }

    private static Context context(Features features, double... numbers) {
        Context context = new Context(2, features);
        for (int i = 0; i < numbers.length; i++) {
            context.set(i, numbers[i]);
        }
        return context;
    }

    @Test
    void aLateRewardAnswersItsOwnContext() {
        FullInformation late = player(new GaussianNaiveBayes(0.1), 2, new Features(1, 0), 0);
        FullInformation prompt = player(new GaussianNaiveBayes(0.1), 2, new Features(1, 0), 0);
        double[][] rewards = {{1, 0}, {0, 1}, {1, 1}};
        for (int step = 1; step <= 3; step++) {
            late.see(step, Context.of(2, step * step));
            late.select(step);
            prompt.see(step, Context.of(2, step * step));
            prompt.observeAll(step, rewards[step - 1]);
        }
        for (int step = 1; step <= 3; step++) {
            late.observeAll(step, rewards[step - 1]);
            late.observeAll(step, rewards[step - 1]);
        }
        double[] a = new double[2];
        double[] b = new double[2];
        late.see(4, Context.of(2, 2));
        prompt.see(4, Context.of(2, 2));
        late.values(4, a);
        prompt.values(4, b);
        assertThat(a).containsExactly(b);
    }

    @Test
    void aClosedActionKeepsItsProbabilityAndIsNotTaken() {
        FullInformation player = player(new LogisticRegression(1, true), 2, new Features(1, 0), 0);
        player.see(1, Context.of(2, 1));
        player.observeAll(1, new double[] {1, 0});
        player.open(BitSet.valueOf(new long[] {2}));
        player.see(2, Context.of(2, 1));
        double[] values = new double[2];
        player.values(2, values);
        assertThat(values).containsExactly(1, 0);
        assertThat(player.select(2)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aGrowthThatIsNoShareIsRefused(double growth) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FittedClassifier(new GaussianNaiveBayes(0.1), new Greedy(), growth))
                .withMessage("growth = " + growth + ", must be finite and >= 0");
    }

    @Test
    void moreRowsThanFitIntoMemoryAreRefused() {
        FittedClassifier spec = new FittedClassifier(new GaussianNaiveBayes(0.1), new Greedy(), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> spec.create(new BanditTask(2, 1_000_000_000_000L, new Features(3, 1)), Players.random(1)))
                .withMessageStartingWith("horizon = 1000000000000, must be fewer: they take 104,308.1 GiB");
        assertThat(spec.create(new BanditTask(2, BanditTask.UNKNOWN, new Features(3, 1)), Players.random(1)))
                .isNotNull();
    }

    @Test
    void rewardsThatAreNoWeightsAreRefused() {
        FullInformation player = player(new LogisticRegression(1, true), 2, new Features(1, 0), 0);
        player.see(1, Context.of(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.observeAll(1, new double[] {0, 2}))
                .withMessage("targets[0][1] = 2.0, must be in [0, 1]");
    }
}
