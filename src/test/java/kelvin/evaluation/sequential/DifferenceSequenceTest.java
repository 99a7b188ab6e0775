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
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceSequenceTest {
    private static final int RUNS = 120;
    private static final int LOOKS = 10_000;
    private static final double ERROR = 0.05;
    private static final double REJECTED = 1e-6;

    static Stream<Row> sequences() {
        return Reference.rows("confidence_sequences.csv");
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void intervalsAreThoseOfTheReference(Row row) {
        DifferenceSequence sequence =
                new DifferenceSequence(row.number("low"), row.number("high"), row.number("share"), row.number("error"));
        for (long i = 1; i <= row.number("n"); i++) {
            add(row.text("name"), i, sequence);
        }
        double near = 1e-11 * (row.number("high") - row.number("low"));
        assertThat(sequence.mean()).isCloseTo(row.number("mean"), within(near));
        assertInterval(row, "difference", sequence.interval(), near);
        assertInterval(row, "treatment", sequence.treatment().interval(), near);
        assertInterval(row, "control", sequence.control().interval(), near);
    }

    /** The rules of confidence_sequences.py. */
    private static void add(String name, long i, DifferenceSequence sequence) {
        switch (name) {
            case "coins" -> sequence.add(i % 4 == 0, i * i * 7 % 11 % 2);
            case "fifths" -> sequence.add(i * 37 % 20 == 0, i * i * 31 % 101 / 20.0 - 2);
            default -> sequence.add(i % 2 == 0, i % 10 == 0 ? 4 : 3);
        }
    }

    private static void assertInterval(Row row, String name, Interval found, double near) {
        assertThat(found.low()).isCloseTo(row.number(name + "_low"), within(near));
        assertThat(found.high()).isCloseTo(row.number(name + "_high"), within(near));
    }

    /**
     * Policies learn and the world drifts: the chances of a reward swing, and those of the groups apart from each other. An
     * interval of one time, looked at after every reward from the hundredth on, excludes the truth at some time far too often.
     */
    @Tag("statistical")
    @ParameterizedTest
    @CsvSource({"0.5", "0.1"})
    void theTruthIsHardlyEverExcludedAtAnyOfTenThousandLooks(double share) {
        int excluded = 0;
        int twins = 0;
        for (int run = 0; run < RUNS; run++) {
            UniformRandomProvider random = Seed.of(run).child("looks").generator();
            DifferenceSequence sequence = new DifferenceSequence(0, 1, share, ERROR);
            FixedSampleTwin twin = new FixedSampleTwin();
            double truth = 0;
            boolean out = false;
            boolean twinOut = false;
            for (int i = 1; i <= LOOKS; i++) {
                double treated = 0.5 + 0.3 * Math.sin(i / 700.0);
                double untreated = 0.4 + 0.3 * Math.cos(i / 1100.0);
                boolean control = random.nextDouble() < share;
                int reward = random.nextDouble() < (control ? untreated : treated) ? 1 : 0;
                truth += treated - untreated;
                sequence.add(control, reward);
                twin.add(control ? -reward / share : reward / (1 - share));
                out |= !sequence.contains(truth / i);
                twinOut |= i >= 100 && !twin.contains(truth / i);
            }
            excluded += out ? 1 : 0;
            twins += twinOut ? 1 : 0;
        }
        assertThat(pValue(excluded)).isGreaterThan(REJECTED);
        assertThat(excluded).isLessThanOrEqualTo((int) (ERROR * RUNS));
        assertThat(pValue(twins)).isLessThan(REJECTED);
        assertThat(twins).isGreaterThan(RUNS / 3);
    }

    /** The probability of at least so many errors if each run has one with the probability that is stated. */
    private static double pValue(int errors) {
        return BinomialDistribution.of(RUNS, ERROR).survivalProbability(errors - 1);
    }

    /** The interval of a fixed sample: mean ± 1.96 standard errors. */
    private static final class FixedSampleTwin {
        private double sum;
        private double squares;
        private int n;

        void add(double x) {
            sum += x;
            squares += x * x;
            n++;
        }

        boolean contains(double mean) {
            double error = Math.sqrt((squares / n - sum / n * sum / n) / n);
            return Math.abs(sum / n - mean) <= 1.96 * error;
        }
    }

    /** Validity at all times costs width: some twice that of the interval that holds at one time. */
    @Test
    void aDifferenceIsFoundAndTheIntervalIsNotMuchWiderThanThatOfOneTime() {
        UniformRandomProvider random = Seed.of(3).generator();
        DifferenceSequence sequence = new DifferenceSequence(0, 1, 0.5, ERROR);
        FixedSampleTwin twin = new FixedSampleTwin();
        for (int i = 1; i <= LOOKS; i++) {
            boolean control = random.nextBoolean();
            int reward = random.nextDouble() < (control ? 0.5 : 0.6) ? 1 : 0;
            sequence.add(control, reward);
            twin.add(control ? -2 * (reward - 0.5) : 2 * (reward - 0.6));
        }
        assertThat(sequence.contains(0.1)).isTrue();
        assertThat(sequence.contains(0)).isFalse();
        double oneTime = 2 * 1.96 * Math.sqrt(twin.squares / LOOKS / LOOKS);
        double width = sequence.interval().high() - sequence.interval().low();
        assertThat(width / oneTime).isBetween(1.5, 2.3);
    }

    @Test
    void anIntervalHoldsWhatItsTestHolds() {
        DifferenceSequence sequence = new DifferenceSequence(-2, 3, 0.05, 0.01);
        for (int i = 1; i <= 3000; i++) {
            add("fifths", i, sequence);
        }
        Interval interval = sequence.interval();
        for (double inside : new double[] {interval.low() + 1e-9, sequence.mean(), interval.high() - 1e-9}) {
            assertThat(sequence.contains(inside)).isTrue();
        }
        for (double outside : new double[] {interval.low() - 1e-9, interval.high() + 1e-9, 6, Double.NaN}) {
            assertThat(sequence.contains(outside)).isFalse();
        }
    }

    /** The groups exchanged, with the share of the other: the same interval with the other sign, and at the same ends of the bounds. */
    @Test
    void aGroupMayBeTheLargerOne() {
        DifferenceSequence few = new DifferenceSequence(-2, 3, 0.05, 0.05);
        DifferenceSequence most = new DifferenceSequence(-2, 3, 0.95, 0.05);
        for (int i = 1; i <= 500; i++) {
            few.add(i % 20 == 0, i % 6 - 2);
            most.add(i % 20 != 0, i % 6 - 2);
        }
        assertThat(most.interval().low()).isCloseTo(-few.interval().high(), within(1e-12));
        assertThat(most.interval().high()).isCloseTo(-few.interval().low(), within(1e-12));
    }

    @Test
    void withoutRewardsNothingIsKnown() {
        DifferenceSequence sequence = new DifferenceSequence(2, 5, 0.5, 0.05);
        assertThat(sequence.mean()).isNaN();
        assertThat(sequence.interval()).isEqualTo(new Interval(-3, 3));
        assertThat(sequence.control().interval()).isEqualTo(new Interval(2, 5));
        assertThat(sequence.treatment().count()).isZero();
    }

    @Test
    void aRewardOutsideOfTheBoundsIsRefusedAndNothingChanges() {
        DifferenceSequence sequence = new DifferenceSequence(0, 1, 0.5, 0.05);
        for (double reward : new double[] {-0.1, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sequence.add(true, reward))
                    .withMessage("reward = " + reward + ", must be between the bounds given, 0.0 and 1.0");
        }
        assertThat(sequence.control().count()).isZero();
        assertThat(sequence.mean()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0.05, 'share = 0.0, must be in (0, 1)'",
        "0, 1, 1, 0.05, 'share = 1.0, must be in (0, 1)'",
        "0, 1, 0.5, 0, 'error = 0.0, must be in (0, 1)'",
        "0, 1, 0.5, 1, 'error = 1.0, must be in (0, 1)'",
        "1, 1, 0.5, 0.05, 'high = 1.0, must be above low = 1.0'",
        "-1e308, 1e308, 0.5, 0.05, 'high = 1.0E308, must be above low = -1.0E308 by a finite amount'",
        "NaN, 1, 0.5, 0.05, 'low = NaN, must be finite'",
        "0, Infinity, 0.5, 0.05, 'high = Infinity, must be finite'"
    })
    void numbersOutsideTheirRangeAreRefused(double low, double high, double share, double error, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceSequence(low, high, share, error))
                .withMessage(message);
    }
}
