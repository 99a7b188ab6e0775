package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.contract.Rewards;
import kelvin.json.JsonState;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.contextual.ClassPosterior.Covariance;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPosteriorTest implements LearnerContract {
    private static final int FEATURES = 4;

    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                new ClassPosterior(Covariance.DIAGONAL, new Softmax(0.3), 1, 1e-9),
                new ClassPosterior(Covariance.POOLED, new Softmax(0.3), 1, 1e-9));
    }

    /** The 150 flowers in their order, 50 of each label. */
    private static List<Context> iris() throws IOException {
        return Files.readAllLines(Path.of("experiments/data/iris.csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .limit(FEATURES)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .map(x -> Context.of(3, x))
                .toList();
    }

    private static FullInformation taught(ClassPosterior spec) throws IOException {
        BanditTask task = new BanditTask(3, 1000, new Features(FEATURES, 0));
        FullInformation player = (FullInformation) spec.create(task, Players.random(1));
        List<Context> rows = iris();
        for (int i = 0; i < rows.size(); i++) {
            double[] right = new double[3];
            right[i / 50] = 1;
            player.see(i + 1, rows.get(i));
            player.observeAll(i + 1, right);
        }
        return player;
    }

    /** Twin: with another smoothing, or counts that are regularised, the posterior of some row is another. */
    @ParameterizedTest
    @CsvSource({"DIAGONAL,iris-gnb-1e-9,1e-9,1e-11", "POOLED,iris-lda-ml,1e-13,1e-9"})
    void thePosteriorIsTheSoftmaxOfTheLogJoint(Covariance covariance, String name, double smoothing, double accuracy)
            throws IOException {
        FullInformation player = taught(new ClassPosterior(covariance, new Greedy(), 0, smoothing));
        FullInformation twin = taught(new ClassPosterior(covariance, new Greedy(), 0, 1e-2));
        List<Context> rows = iris();
        double[] values = new double[3];
        double apart = 0;
        List<Reference.Row> expected = Reference.rows("context/generative_posteriors.csv")
                .filter(row -> row.text("case").equals(name))
                .toList();
        assertThat(expected).hasSizeGreaterThan(50);
        for (Reference.Row each : expected) {
            double[] posterior = each.numbers("posterior_hex");
            player.see(200, rows.get((int) each.number("row")));
            player.values(200, values);
            assertThat(values).containsExactly(posterior, within(accuracy));
            twin.see(200, rows.get((int) each.number("row")));
            twin.values(200, values);
            apart = Math.max(apart, Math.abs(values[1] - posterior[1]));
        }
        assertThat(apart).isGreaterThan(1e-3);
    }

    @Test
    void beforeAnythingIsToldAllClassesAreAsLikely() {
        BanditTask task = new BanditTask(3, 1000, new Features(2, 0));
        for (LearnerSpec spec : specs().toList()) {
            FullInformation player = (FullInformation) spec.create(task, Players.random(1));
            double[] values = new double[3];
            player.see(1, Context.of(3, 1, 2));
            player.values(1, values);
            assertThat(values).containsOnly(1.0 / 3);
        }
    }

    @Test
    void aLateRewardAnswersItsOwnContext() {
        for (LearnerSpec spec : specs().toList()) {
            FullInformation late =
                    (FullInformation) spec.create(new BanditTask(2, 1000, new Features(1, 0)), Players.random(1));
            FullInformation prompt =
                    (FullInformation) spec.create(new BanditTask(2, 1000, new Features(1, 0)), Players.random(1));
            double[][] rewards = {{1, 0}, {0, 1}, {1, 1}};
            for (int step = 1; step <= 3; step++) {
                late.see(step, Context.of(2, step * step));
                late.select(step);
                prompt.see(step, Context.of(2, step * step));
                prompt.observeAll(step, rewards[step - 1]);
            }
            for (int step = 1; step <= 3; step++) {
                late.observeAll(step, rewards[step - 1]);
            }
            double[] a = new double[2];
            double[] b = new double[2];
            late.see(4, Context.of(2, 2));
            late.values(4, a);
            prompt.see(4, Context.of(2, 2));
            prompt.values(4, b);
            assertThat(a).containsExactly(b);
        }
    }

    @Test
    void aMatrixBeyondTheLongestArrayIsRefused() {
        BanditTask task = new BanditTask(2, 1000, new Features(40_000, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ClassPosterior(Covariance.POOLED, new Greedy(), 1, 1e-9).create(task, Players.random(1)))
                .withMessageContaining("must be at most 30000 per action in all");
    }

    @Test
    void featuresBeyondTheSquaresOfDoublesAreRefused() {
        FullInformation player = (FullInformation) new ClassPosterior(Covariance.DIAGONAL, new Greedy(), 1, 1e-9)
                .create(new BanditTask(2, 1000, new Features(1, 0)), Players.random(1));
        player.see(1, Context.of(2, 1e200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.observeAll(1, new double[] {1, 0}))
                .withMessage("feature 0 = 1.0E200, must be at most 5.2e151 in size");
    }

    private static final Features SHARED = new Features(1, 0);

    private static FullInformation player(LearnerSpec spec, int actions, Features features) {
        return (FullInformation) spec.create(new BanditTask(actions, 1000, features), Players.random(1));
    }

    private static double[] values(FullInformation player, long step, Context context) {
        double[] values = new double[context.actions()];
        player.see(step, context);
        player.values(step, values);
        return values;
    }

    @Test
    void rewardsFromZeroToOneAreShares() {
        assertThat(specs().map(LearnerSpec::rewards)).containsOnly(Rewards.UNIT_INTERVAL);
    }

    @Test
    void theTemperatureIsThatOfThePolicy() {
        FullInformation player = player(specs().findFirst().orElseThrow(), 2, SHARED);
        player.see(1, Context.of(2, 1));
        assertThat(player.temperature(1)).isEqualTo(0.3);
    }

    /** Without regularisation, once others have been. */
    @Test
    void aClassThatWasNeverRightHasNoChance() {
        for (Covariance covariance : Covariance.values()) {
            FullInformation player = player(new ClassPosterior(covariance, new Greedy(), 0, 1e-9), 3, SHARED);
            assertThat(values(player, 1, Context.of(3, 1))).containsOnly(1.0 / 3);
            player.observeAll(1, new double[] {1, 0, 0});
            player.see(2, Context.of(3, 3));
            player.observeAll(2, new double[] {1, 0, 0});
            assertThat(values(player, 3, Context.of(3, 2))).containsExactly(1, 0, 0);
        }
    }

    /** Each action has its own numbers: of the first they lie about 0, of the second about 10. */
    @Test
    void anActionIsJudgedByItsOwnFeatures() {
        Features own = new Features(0, 1);
        for (LearnerSpec spec : specs().toList()) {
            FullInformation player = player(spec, 2, own);
            for (int step = 1; step <= 4; step++) {
                player.see(step, own(step % 2, 10 + step % 2));
                player.observeAll(step, new double[] {1, 1});
            }
            assertThat(values(player, 5, own(0.5, 10.5))).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
            assertThat(values(player, 6, own(0.5, 0.5))[0]).isGreaterThan(0.99);
            assertThat(values(player, 7, own(10.5, 10.5))[1]).isGreaterThan(0.99);
        }
    }

    private static Context own(double first, double second) {
        Context context = new Context(2, new Features(0, 1));
        context.set(context.place(0), first);
        context.set(context.place(1), second);
        return context;
    }

    /** A reward that comes between a context and its decision counts for the decision, also if the player has been saved since. */
    @Test
    void whatWasLearntCountsAtOnce() {
        for (LearnerSpec spec : specs().toList()) {
            FullInformation player = player(spec, 2, SHARED);
            for (int step = 1; step <= 3; step++) {
                player.see(step, Context.of(2, step));
                player.select(step);
            }
            player.see(4, Context.of(2, 1));
            double[] before = new double[2];
            double[] after = new double[2];
            player.probabilities(4, before);
            for (int step = 1; step <= 3; step++) {
                player.observeAll(step, new double[] {step % 2, 1 - step % 2});
                JsonState.save(player);
            }
            player.probabilities(4, after);
            assertThat(after[0]).isNotEqualTo(before[0]);
            FullInformation prompt = player(spec, 2, SHARED);
            for (int step = 1; step <= 3; step++) {
                prompt.see(step, Context.of(2, step));
                prompt.observeAll(step, new double[] {step % 2, 1 - step % 2});
            }
            prompt.see(4, Context.of(2, 1));
            prompt.probabilities(4, before);
            assertThat(after).containsExactly(before);
        }
    }

    @Test
    void densitiesHaveNoCoefficients() {
        double[] out = {7};
        assertThat(player(specs().findFirst().orElseThrow(), 2, SHARED).coefficients(0, out))
                .isFalse();
        assertThat(out).containsExactly(7);
    }
}
