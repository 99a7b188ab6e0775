package kelvin.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters are found again, each option's too. */
class RecoveryTest {
    private static final double[][] COINS = {{0, 0, 0, 0, 1}, {0, 1}, {0, 1, 1, 1, 1}};
    /** Losses make choosers change actions, without which nobody can tell what they forget. */
    private static final double[][] GAINS_AND_LOSSES = {{-1, -1, 1}, {-1, 1}, {-1, 1, 1}};

    private static final InitialValue FITTED = new InitialValue.Fitted();

    static Stream<ChoiceModel> options() {
        return Stream.of(
                new ChoiceModel(false, false, true, false, InitialValue.zero()),
                new ChoiceModel(false, false, false, true, InitialValue.zero()));
    }

    private static Recovery recovery(ChoiceModel model) {
        ChoiceSequence sequence = new ChoiceParameters(0.2, 0.4, 0, 0)
                .simulate(GAINS_AND_LOSSES, 600, Seed.of(1).generator());
        return Recovery.of(List.of(model.fit(sequence)), List.of(sequence), 16, Seed.of(2));
    }

    @ParameterizedTest
    @Tag("long")
    @MethodSource("options")
    void parametersOfOptionsAreFoundAgain(ChoiceModel model) {
        Recovery recovery = recovery(model);
        List<ChoiceFit> turned = new ArrayList<>(recovery.fits());
        Collections.rotate(turned, 1);
        Recovery twin = new Recovery(model, recovery.truths(), turned);
        for (int i = 0; i < model.parameters().size(); i++) {
            assertThat(recovery.correlation(i)).as(model.parameters().get(i)).isGreaterThan(0.65);
            assertThat(twin.correlation(i)).as(model.parameters().get(i)).isLessThan(0.65);
        }
    }

    /** Coins of 0.8 and 0.2 that change places every 25 trials; both parameters vary as those of people do. */
    @Test
    @Tag("long")
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        UniformRandomProvider random = Seed.of(5).generator();
        ChoiceModel model = new ChoiceModel(false, false);
        double[] held = new double[2];
        double heldWithinStandardErrors = 0;
        int identified = 0;
        for (int chooser = 0; chooser < 600; chooser++) {
            double rate = 0.1 + 0.7 * random.nextDouble();
            double temperature = 0.15 * (1 << random.nextInt(3));
            ChoiceFit fit = model.fit(reversals(temperature, rate, random));
            double[] truth = {temperature, rate};
            if (fit.identification().equals(List.of(Identification.IDENTIFIED, Identification.IDENTIFIED))) {
                identified++;
                for (int i = 0; i < truth.length; i++) {
                    double[] interval = fit.interval(i);
                    held[i] += interval[0] <= truth[i] && truth[i] <= interval[1] ? 1 : 0;
                }
                double distance = fit.parameters().learningRate() - rate;
                heldWithinStandardErrors += Math.abs(distance) <= 1.96 * fit.standardErrors()[1] ? 1 : 0;
            }
        }
        assertThat(identified).isGreaterThan(500);
        assertThat(held[0] / identified).isBetween(0.93, 0.97);
        assertThat(held[1] / identified).isBetween(0.93, 0.97);
        assertThat(heldWithinStandardErrors / identified).isLessThan(0.93);
    }

    private static ChoiceSequence reversals(double temperature, double rate, UniformRandomProvider random) {
        double[] values = new double[2];
        List<Integer> choices = new ArrayList<>();
        List<Double> rewards = new ArrayList<>();
        for (int trial = 0; trial < 150; trial++) {
            int action = new Softmax(temperature).select(values, random);
            double reward = random.nextDouble() < (action == trial / 25 % 2 ? 0.8 : 0.2) ? 1 : 0;
            values[action] += rate * (reward - values[action]);
            choices.add(action);
            rewards.add(reward);
        }
        return new ChoiceSequence(2, choices, rewards);
    }

    @Test
    void intervalsAreThoseOfNormalLogarithmsAndLogOdds() {
        ChoiceParameters parameters = new ChoiceParameters(0.5, 0.8, 0.7, 0);
        List<Identification> all = Collections.nCopies(3, Identification.IDENTIFIED);
        ChoiceFit fit =
                new ChoiceFit(new ChoiceModel(true, false), parameters, new double[] {0.1, 0.04, 0.5}, all, -1, 100);
        double z = 1.959963984540054;
        assertThat(fit.interval(0))
                .containsExactly(new double[] {0.5 * Math.exp(-0.2 * z), 0.5 * Math.exp(0.2 * z)}, within(1e-15));
        double odds = Math.log(4);
        assertThat(fit.interval(1))
                .containsExactly(
                        new double[] {1 / (1 + Math.exp(-odds + 0.25 * z)), 1 / (1 + Math.exp(-odds - 0.25 * z))},
                        within(1e-15));
        assertThat(fit.interval(2)).containsExactly(new double[] {0.7 - 0.5 * z, 0.7 + 0.5 * z}, within(1e-15));
    }

    /** Only the first trials of a session know of it, so there are many sessions. */
    @Test
    void initialValuesAreFoundAgain() {
        List<Integer> starts = IntStream.range(0, 60).map(i -> 10 * i).boxed().toList();
        ChoiceSequence trials =
                new ChoiceSequence(3, Collections.nCopies(600, 0), Collections.nCopies(600, 0.0), starts);
        ChoiceModel model = new ChoiceModel(false, false, false, false, FITTED);
        for (double start : new double[] {-1, 0.5, 2}) {
            ChoiceParameters truth = new ChoiceParameters(0.3, 0.4, 0.4, 0, 0, 0, start);
            ChoiceSequence simulated = truth.simulate(COINS, trials, Seed.of(3).generator());
            ChoiceFit fit = model.fit(simulated);
            double distance = (fit.parameters().initialValue() - start) / fit.standardErrors()[2];
            assertThat(distance).isBetween(-3.0, 3.0);
            assertThat(fit.standardErrors()[2]).isLessThan(0.3);
        }
    }

    /** Expectations that begin at the mean are a different chooser: a fit from 0 finds too high a temperature. */
    @Test
    void aWrongInitialValueSpoilsTheTemperature() {
        double[][] points = {{45, 45, 55}, {45, 55, 55}};
        ChoiceParameters truth = new ChoiceParameters(3, 0.4, 0.4, 0, 0, 0, 50);
        ChoiceSequence sequence = truth.simulate(points, 600, Seed.of(4).generator());
        ChoiceModel mean = new ChoiceModel(false, false, false, false, new InitialValue.Mean());
        assertThat(mean.fit(sequence).parameters().temperature()).isBetween(2.4, 3.6);
        assertThat(new ChoiceModel(false, false).fit(sequence).parameters().temperature())
                .isGreaterThan(3.6);
    }

    @Test
    void recoveryCoversAllSubjects() {
        ChoiceModel plain = new ChoiceModel(false, false);
        List<ChoiceSequence> sequences = Stream.of(0.02, 2.0)
                .map(t -> new ChoiceParameters(t, 0.4, 0, 0)
                        .simulate(COINS, 200, Seed.of(6).generator()))
                .toList();
        Recovery recovery = Recovery.of(sequences.stream().map(plain::fit).toList(), sequences, 6, Seed.of(7));
        double[] truths = recovery.truth(0);
        assertThat(truths).hasSize(6);
        assertThat(Math.max(truths[0], Math.max(truths[2], truths[4])))
                .isLessThan(Math.min(truths[1], Math.min(truths[3], truths[5])));
    }

    /** Log temperatures with mean ln 0.3 and standard deviation 0.4, log-odds of learning rates with −0.5 and 0.8. */
    private static List<ChoiceParameters> group() {
        UniformRandomProvider random = Seed.of(8).generator();
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        return IntStream.range(0, 30)
                .mapToObj(i -> new ChoiceParameters(
                        0.3 * StrictMath.exp(0.4 * normal.sample()),
                        1 / (1 + StrictMath.exp(0.5 - 0.8 * normal.sample())),
                        0,
                        0))
                .toList();
    }

    private static double error(List<ChoiceParameters> truths, List<ChoiceFit> fits) {
        return IntStream.range(0, truths.size())
                .mapToDouble(i -> StrictMath.log(
                        fits.get(i).parameters().temperature() / truths.get(i).temperature()))
                .map(x -> x * x)
                .average()
                .orElseThrow();
    }

    @Test
    void aHierarchicalFitIsNearerToTheTruthThanOneByOne() {
        ChoiceModel plain = new ChoiceModel(false, false);
        List<ChoiceParameters> truths = group();
        List<ChoiceSequence> sequences = IntStream.range(0, truths.size())
                .mapToObj(i ->
                        truths.get(i).simulate(COINS, 40, Seed.of(9).child(i).generator()))
                .toList();
        List<ChoiceFit> single = sequences.stream().map(plain::fit).toList();
        HierarchicalFit fit = HierarchicalFit.of(single, sequences);
        assertThat(fit.converged()).isTrue();
        assertThat(error(truths, fit.subjects())).isLessThan(0.9 * error(truths, single));
        assertThat(fit.median().temperature()).isBetween(0.23, 0.39);
        double deviation =
                StrictMath.log(fit.high().temperature() / fit.median().temperature());
        assertThat(deviation).isBetween(0.2, 0.65);
        assertThat(fit.integratedBic()).isGreaterThan(-2 * fit.logEvidence());
        List<ChoiceFit> turned = new ArrayList<>(fit.subjects());
        Collections.rotate(turned, 1);
        assertThat(error(truths, turned)).isGreaterThan(error(truths, fit.subjects()));
    }
}
