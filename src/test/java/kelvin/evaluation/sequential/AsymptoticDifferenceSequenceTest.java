package kelvin.evaluation.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.evaluation.Interval;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsymptoticDifferenceSequenceTest {
    private static final double ERROR = 0.05;
    private static final double REJECTED = 1e-6;
    private static final Interval EVERYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Stream<Row> sequences() {
        return Reference.rows("asymptotic_sequences.csv");
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void intervalsAreThoseOfTheReference(Row row) {
        AsymptoticDifferenceSequence sequence =
                new AsymptoticDifferenceSequence(row.number("share"), row.number("error"));
        for (long i = 1; i <= row.number("n"); i++) {
            add(row.text("name"), i, sequence);
        }
        assertNear(row.number("mean"), sequence.mean());
        assertInterval(row, "difference", sequence.interval());
        assertInterval(row, "treatment", sequence.treatment().interval());
        assertInterval(row, "control", sequence.control().interval());
    }

    /** The rules of asymptotic_sequences.py. */
    private static void add(String name, long i, GroupSequence sequence) {
        if (name.equals("even")) {
            sequence.add(i * 37 % 20 < 5, i * i * 31 % 101 / 4.0 + 1000);
        } else {
            double root = i * i * 7 % 29;
            sequence.add(i * 37 % 20 == 0, root * root / 10);
        }
    }

    private static void assertInterval(Row row, String name, Interval found) {
        assertNear(row.number(name + "_low"), found.low());
        assertNear(row.number(name + "_high"), found.high());
    }

    /** The reference's ρ is found by a search for a flat minimum, good to half of its digits. */
    private static void assertNear(double expected, double found) {
        if (Double.isFinite(expected)) {
            assertThat(found).isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
        } else {
            assertThat(Double.valueOf(found)).isEqualTo(Double.valueOf(expected));
        }
    }

    /** Rewards with expectation 1: Gaussian, exponential, and 0 for nine of ten, as revenue is. */
    private enum Rewards {
        GAUSSIAN,
        EXPONENTIAL,
        REVENUE;

        double draw(UniformRandomProvider random) {
            return switch (this) {
                case GAUSSIAN ->
                    1 + ZigguratSampler.NormalizedGaussian.of(random).sample();
                case EXPONENTIAL -> ZigguratSampler.Exponential.of(random).sample();
                case REVENUE ->
                    random.nextDouble() < 0.1
                            ? 10 * ZigguratSampler.Exponential.of(random).sample()
                            : 0;
            };
        }
    }

    static Stream<Arguments> few() {
        return Stream.of(
                Arguments.of(Rewards.GAUSSIAN, 0.5, 200, 2000), Arguments.of(Rewards.EXPONENTIAL, 0.2, 200, 2000));
    }

    static Stream<Arguments> many() {
        return Stream.of(Rewards.values())
                .flatMap(rewards -> Stream.of(0.5, 0.2).map(share -> Arguments.of(rewards, share, 300, 20_000)));
    }

    @Tag("statistical")
    @ParameterizedTest
    @MethodSource("few")
    void theTruthIsHardlyEverExcludedAtAnyLook(Rewards rewards, double share, int runs, int looks) {
        requireCoverage(rewards, share, runs, looks);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("many")
    void theTruthIsHardlyEverExcludedAtAnyOfManyLooks(Rewards rewards, double share, int runs, int looks) {
        requireCoverage(rewards, share, runs, looks);
    }

    /**
     * The world drifts, both groups alike and apart from each other. An interval of one time for the same terms, looked at as soon as
     * there is an interval, excludes the truth at some time far too often.
     */
    private static void requireCoverage(Rewards rewards, double share, int runs, int looks) {
        int excluded = 0;
        int twins = 0;
        for (int run = 0; run < runs; run++) {
            UniformRandomProvider random = Seed.of(run)
                    .child(rewards.name())
                    .child(String.valueOf(share))
                    .generator();
            AsymptoticDifferenceSequence sequence = new AsymptoticDifferenceSequence(share, ERROR);
            double truth = 0;
            int counted = 0;
            boolean out = false;
            boolean twinOut = false;
            for (int i = 1; i <= looks; i++) {
                double untreated = 2 + Math.cos(i / 1100.0);
                double treated = untreated + 0.5 + 0.5 * Math.sin(i / 700.0);
                boolean control = random.nextDouble() < share;
                if (sequence.treatment().count() > 0 && sequence.control().count() > 0) {
                    counted++;
                    truth += treated - untreated;
                }
                sequence.add(control, (control ? untreated : treated) * rewards.draw(random));
                Interval interval = sequence.interval();
                if (interval.high() < Double.POSITIVE_INFINITY) {
                    out |= !sequence.contains(truth / counted);
                    double ratio = Math.abs(truth / counted - sequence.mean()) / (interval.high() - sequence.mean());
                    twinOut |= ratio * boundary(counted) > 1.96;
                }
            }
            excluded += out ? 1 : 0;
            twins += twinOut ? 1 : 0;
        }
        assertThat(pValue(excluded, runs)).as("%d of %d", excluded, runs).isGreaterThan(REJECTED);
        assertThat(pValue(twins, runs)).as("twin: %d of %d", twins, runs).isLessThan(REJECTED);
    }

    /** The margin at an error of 0.05 in standard errors of the mean, with u as found by hand: 8.212 = ln(9.212) − 2·ln(0.05). */
    private static double boundary(int n) {
        double u = n * 8.212 / 5000;
        return Math.sqrt((1 + 1 / u) * (Math.log(1 + u) - 2 * Math.log(0.05)));
    }

    /** The probability of at least so many errors if each run has one with the probability that is stated. */
    private static double pValue(int errors, int runs) {
        return BinomialDistribution.of(runs, ERROR).survivalProbability(errors - 1);
    }

    /** Validity at all times costs width: 1.55 times that of an interval for one time where it is narrowest, little more elsewhere. */
    @ParameterizedTest
    @CsvSource({"500, 1.95", "5000, 1.55", "50000, 1.66", "1000000, 1.87"})
    void theIntervalIsNotMuchWiderThanThatOfOneTime(int n, double times) {
        AsymptoticMeanSequence sequence = new AsymptoticMeanSequence(ERROR);
        for (int i = 0; i < n; i++) {
            sequence.add(i % 2 == 0 ? 3 : 5);
        }
        double margin = sequence.interval().high() - sequence.mean();
        assertThat(margin / (1.96 / Math.sqrt(n))).isCloseTo(times, within(0.01));
    }

    @Test
    void thereIsNoIntervalBeforeTheLeastNumberOfRewards() {
        AsymptoticMeanSequence sequence = new AsymptoticMeanSequence(ERROR);
        assertThat(sequence.mean()).isNaN();
        for (int i = 0; i < AsymptoticMeanSequence.MIN_COUNT; i++) {
            assertThat(sequence.interval()).isEqualTo(EVERYTHING);
            assertThat(sequence.contains(1e300)).isTrue();
            sequence.add(i % 2);
        }
        assertThat(sequence.interval()).isNotEqualTo(EVERYTHING);
        assertThat(sequence.contains(1e300)).isFalse();
        assertThat(sequence.contains(Double.NaN)).isFalse();
    }

    /** One reward in fifty that is not 0 has the skewness 0.96/√(0.02·0.98) = 6.86, for which 50·6.86² = 2351 rewards are needed. */
    @Test
    void skewedRewardsNeedMore() {
        AsymptoticMeanSequence sequence = new AsymptoticMeanSequence(ERROR);
        int first = 0;
        for (int i = 1; i <= 3000; i++) {
            sequence.add(i % 50 == 25 ? 1 : 0);
            first = first == 0 && !sequence.interval().equals(EVERYTHING) ? i : first;
        }
        assertThat(first).isBetween(2300, 2400);
    }

    @Test
    void equalOrHugeRewardsTellNothingOfTheirVariance() {
        for (double[] pair : new double[][] {{0, 0}, {1e308, -1e308}}) {
            AsymptoticDifferenceSequence sequence = new AsymptoticDifferenceSequence(0.5, ERROR);
            for (int i = 0; i < 1000; i++) {
                sequence.add(i % 3 == 0, pair[i % 2]);
            }
            assertThat(sequence.interval()).isEqualTo(EVERYTHING);
            assertThat(sequence.treatment().interval()).isEqualTo(EVERYTHING);
            assertThat(sequence.contains(1)).isTrue();
            assertThat(sequence.contains(Double.NaN)).isFalse();
        }
    }

    /** The scale of rewards does not matter; the number of the group that has fewer does. */
    @ParameterizedTest
    @CsvSource({"1", "1e-90", "1e90"})
    void theIntervalHasTheScaleOfTheRewards(double scale) {
        AsymptoticDifferenceSequence sequence = new AsymptoticDifferenceSequence(0.5, ERROR);
        AsymptoticDifferenceSequence plain = new AsymptoticDifferenceSequence(0.5, ERROR);
        for (int i = 0; i < 1000; i++) {
            sequence.add(i % 2 == 0, scale * (i % 7 + i % 2));
            plain.add(i % 2 == 0, i % 7 + i % 2);
        }
        assertThat(plain.interval()).isNotEqualTo(EVERYTHING);
        assertThat(sequence.interval().low() / scale).isCloseTo(plain.interval().low(), within(1e-9));
        assertThat(sequence.interval().high() / scale)
                .isCloseTo(plain.interval().high(), within(1e-9));
        assertThat(sequence.count()).isEqualTo(1000);
    }

    @Test
    void aRewardThatIsNotFiniteIsRefusedAndNothingChanges() {
        AsymptoticDifferenceSequence sequence = new AsymptoticDifferenceSequence(0.5, ERROR);
        for (double reward : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sequence.add(true, reward))
                    .withMessage("reward = " + reward + ", must be finite");
        }
        assertThat(sequence.count()).isZero();
        assertThat(sequence.mean()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.05, 'share = 0.0, must be in (0, 1)'",
        "1, 0.05, 'share = 1.0, must be in (0, 1)'",
        "0.5, 0, 'error = 0.0, must be in (0, 1)'",
        "0.5, 1, 'error = 1.0, must be in (0, 1)'",
        "0.5, NaN, 'error = NaN, must be in (0, 1)'"
    })
    void numbersOutsideTheirRangeAreRefused(double share, double error, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AsymptoticDifferenceSequence(share, error))
                .withMessage(message);
    }
}
