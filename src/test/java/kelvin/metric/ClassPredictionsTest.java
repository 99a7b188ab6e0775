package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassPredictionsTest {
    private static final double[][] LOGITS = {{1, 3, 2}, {-2, -1, -1}, {800, -800, 0}, {2, 5, -4}};
    private static final int[] LABELS = {1, 2, 1, 0};
    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static final ClassPredictions SOFTMAX = new ClassPredictions(false, LOGITS);
    private static final ClassPredictions GATES = new ClassPredictions(true, LOGITS);

    @Test
    void probabilitiesOfOneAnswerSumToOneAndThoseOfSeveralNeedNot() {
        assertThat(DoubleStream.of(SOFTMAX.probabilities(0)).sum()).isCloseTo(1, within(1e-15));
        assertThat(SOFTMAX.probabilities(0)[1]).isCloseTo(1 / (1 + Math.exp(-1) + Math.exp(-2)), within(1e-15));
        assertThat(GATES.probabilities(0)[1]).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-15));
        assertThat(GATES.probabilities()).hasDimensions(4, 3);
    }

    @Test
    void lossesOfSaturatedLogitsAreExact() {
        double first = Math.log(1 + Math.exp(-1) + Math.exp(-2));
        double second = Math.log(2 + Math.exp(-1));
        double last = 3 + Math.log(1 + Math.exp(-3) + Math.exp(-9));
        assertThat(SOFTMAX.meanLoss(LABELS)).isCloseTo((first + second + 1600 + last) / 4, within(1e-12));
        assertThat(GATES.gateLoss(2, 0, 1)).isEqualTo(800);
        assertThat(GATES.gateLoss(2, 1, 1)).isEqualTo(800);
        assertThat(new ClassPredictions(true, new double[][] {{800, -800, 0}}).meanLoss(0))
                .isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void raisingOneLogitScalesAllOtherProbabilitiesAlikeAndMovesNoOtherGate() {
        double[] before = SOFTMAX.probabilities(0);
        double[] after = SOFTMAX.raised(0, 0, 2);
        double factor = (1 - after[0]) / (1 - before[0]);
        assertThat(factor).isLessThan(0.7);
        assertThat(after[0] / (1 - after[0])).isCloseTo(Math.exp(2) * before[0] / (1 - before[0]), within(1e-14));
        assertThat(after[1]).isCloseTo(factor * before[1], within(1e-15));
        assertThat(after[2]).isCloseTo(factor * before[2], within(1e-15));
        double[] gates = GATES.raised(0, 0, 2);
        assertThat(gates[0]).isGreaterThan(GATES.probabilities(0)[0]);
        assertThat(gates[1]).isEqualTo(GATES.probabilities(0)[1]);
        assertThat(gates[2]).isEqualTo(GATES.probabilities(0)[2]);
        assertThat(LOGITS[0]).containsExactly(1, 3, 2);
    }

    @Test
    void aClassWithoutItsLogOddsIsAsLikelyAsNot() {
        for (ClassPredictions predictions : List.of(SOFTMAX, GATES)) {
            for (int c = 0; c < 3; c++) {
                assertThat(predictions.raised(0, c, -predictions.logOdds(0, c))[c])
                        .isCloseTo(0.5, within(1e-15));
            }
        }
        assertThat(new ClassPredictions(false, new double[][] {{7}}).logOdds(0, 0))
                .isInfinite();
    }

    @Test
    void answersAreTheFirstOfTheLargestLogits() {
        assertThat(IntStream.range(0, 4).map(SOFTMAX::answer)).containsExactly(1, 1, 0, 1);
        assertThat(IntStream.range(0, 4).map(row -> GATES.open(row, 0.5))).containsExactly(3, 0, 2, 2);
    }

    @Test
    void confusionsAreCountedByLabelAndAnswer() {
        ConfusionMatrix matrix = SOFTMAX.confusion(CLASSES, LABELS);
        assertThat(matrix.counts()).isDeepEqualTo(new long[][] {{0, 1, 0}, {1, 1, 0}, {0, 1, 0}});
        assertThat(matrix.rows()).isEqualTo(4);
        assertThat(matrix.right()).isEqualTo(1);
        assertThat(matrix.accuracy()).isEqualTo(0.25);
        assertThat(matrix.recall(1)).isEqualTo(0.5);
        assertThat(matrix.precision(1)).isEqualTo(1 / 3.0);
        assertThat(matrix.precision(2)).isNaN();
    }

    @Test
    void probabilitiesAreSortedIntoTenBins() {
        double[][] probabilities = {{0, 1}, {0.25, 0.75}, {0.29, 0.71}, {0.1, 0.9}};
        List<ReliabilityBin> bins = ReliabilityBin.of("x", probabilities, new int[] {1, 0, 1, 0});
        assertThat(bins)
                .containsExactly(
                        new ReliabilityBin("x", Double.NEGATIVE_INFINITY, 0.1, 0, 0, 0.125),
                        new ReliabilityBin("x", 0.1, 0.2, 0.1, 1, 0.125),
                        new ReliabilityBin("x", 0.2, 0.3, 0.27, 0.5, 0.25),
                        new ReliabilityBin("x", 0.7, 0.8, 0.73, 0.5, 0.25),
                        new ReliabilityBin("x", 0.9, Double.POSITIVE_INFINITY, 0.95, 0.5, 0.25));
    }
}
