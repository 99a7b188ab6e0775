package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.policy.AllSubsets;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedF1Test {
    /** Probabilities from the likeliest on: extremes, ties, and some drawn, of 1 to 8 answers. */
    static Stream<double[]> probabilities() {
        UniformRandomProvider random = Seed.of(1).child("probabilities").generator();
        Stream<double[]> drawn = IntStream.rangeClosed(1, 8)
                .mapToObj(n -> random.doubles(n).sorted().toArray())
                .map(ExpectedF1Test::reversed);
        return Stream.concat(
                Stream.of(
                        new double[] {0},
                        new double[] {0.5},
                        new double[] {1},
                        new double[] {0, 0, 0},
                        new double[] {1, 1, 0},
                        new double[] {1, 0.5},
                        new double[] {0.3, 0.3, 0.3, 0.3, 0.3},
                        new double[] {0.9, 0.9, 0.1, 0.1, 1e-300},
                        new double[] {1e-3, 1e-9, Double.MIN_VALUE, 0}),
                drawn);
    }

    private static double[] reversed(double[] ascending) {
        return IntStream.rangeClosed(1, ascending.length)
                .mapToDouble(i -> ascending[ascending.length - i])
                .toArray();
    }

    /** E F1 by all outcomes, as it is defined. */
    private static double enumerated(double[] p, boolean[] set) {
        return AllSubsets.of(p.length)
                .mapToDouble(answers -> {
                    double probability = 1;
                    boolean[] both = new boolean[p.length];
                    for (int i = 0; i < p.length; i++) {
                        probability *= answers[i] ? p[i] : 1 - p[i];
                        both[i] = answers[i] && set[i];
                    }
                    int sum = AllSubsets.size(set) + AllSubsets.size(answers);
                    return probability * (sum == 0 ? 1 : 2.0 * AllSubsets.size(both) / sum);
                })
                .sum();
    }

    /** The probabilities of a set's answers, then those of the others. */
    private static double[] setFirst(double[] p, boolean[] set) {
        return Stream.of(true, false)
                .flatMapToDouble(in ->
                        IntStream.range(0, p.length).filter(i -> set[i] == in).mapToDouble(i -> p[i]))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("probabilities")
    void everySetHasItsExpectedScore(double[] p) {
        ExpectedF1 expected = new ExpectedF1(p.length);
        AllSubsets.of(p.length)
                .forEach(set -> assertThat(expected.of(setFirst(p, set), AllSubsets.size(set)))
                        .isCloseTo(enumerated(p, set), within(1e-15)));
    }

    @ParameterizedTest
    @MethodSource("probabilities")
    void theBestPrefixIsTheBestSet(double[] p) {
        double[] prefixes = new double[p.length + 1];
        new ExpectedF1(p.length).ofPrefixes(p, prefixes);
        double best = AllSubsets.of(p.length)
                .mapToDouble(set -> enumerated(p, set))
                .max()
                .orElseThrow();
        assertThat(Arrays.stream(prefixes).max()).hasValueCloseTo(best, within(1e-15));
        for (int k = 0; k <= p.length; k++) {
            assertThat(prefixes[k]).isCloseTo(new ExpectedF1(p.length).of(p, k), within(1e-15));
        }
    }

    /** By hand; the best set has one answer, none (although two are better than one), and two. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0.3, 0.07, 0.81, 0.71",
        "0.3, 0.2, 0.56, 0.28, 0.3133333333333333",
        "0.6, 0.4, 0.24, 0.52, 0.5866666666666667"
    })
    void twoAnswers(double first, double second, double none, double one, double both) {
        double[] out = new double[3];
        new ExpectedF1(2).ofPrefixes(new double[] {first, second}, out);
        assertThat(out).containsExactly(new double[] {none, one, both}, within(1e-15));
    }

    @Test
    void oneAnswerIsWorthShowingWhereItIsRatherRightThanWrong() {
        double[] out = new double[2];
        new ExpectedF1(1).ofPrefixes(new double[] {0.25}, out);
        assertThat(out).containsExactly(0.75, 0.25);
    }

    /** Where all are alike the number right is binomial: the sum over both numbers, in 40 digits. */
    @Test
    void twoHundredAnswersKeepTheirDigits() {
        int n = 200;
        int shown = 70;
        double[] p = new double[n];
        Arrays.fill(p, 0.25);
        double[] prefixes = new double[n + 1];
        ExpectedF1 expected = new ExpectedF1(n);
        expected.ofPrefixes(p, prefixes);
        MathContext digits = new MathContext(40);
        BigDecimal[] inside = binomial(shown, digits);
        BigDecimal[] outside = binomial(n - shown, digits);
        BigDecimal sum = BigDecimal.ZERO;
        for (int h = 1; h <= shown; h++) {
            for (int o = 0; o <= n - shown; o++) {
                BigDecimal score = BigDecimal.valueOf(2L * h).divide(BigDecimal.valueOf(shown + h + o), digits);
                sum = sum.add(inside[h].multiply(outside[o], digits).multiply(score, digits), digits);
            }
        }
        assertThat(prefixes[shown]).isCloseTo(sum.doubleValue(), within(1e-14));
        assertThat(expected.of(p, shown)).isCloseTo(sum.doubleValue(), within(1e-14));
        assertThat(prefixes[0]).isCloseTo(Math.pow(0.75, n), within(1e-12 * Math.pow(0.75, n)));
    }

    private static BigDecimal[] binomial(int n, MathContext digits) {
        BigDecimal[] out = new BigDecimal[n + 1];
        out[0] = new BigDecimal("0.75").pow(n, digits);
        for (int k = 1; k <= n; k++) {
            out[k] = out[k - 1]
                    .multiply(BigDecimal.valueOf(n - k + 1), digits)
                    .divide(BigDecimal.valueOf(3L * k), digits);
        }
        return out;
    }

    /** Nothing of the answers before is left in the arrays. */
    @Test
    void equalQuestionsHaveEqualAnswers() {
        ExpectedF1 used = new ExpectedF1(3);
        double[] p = {0.7, 0.4, 0.1};
        double once = used.of(p, 2);
        used.ofPrefixes(new double[] {1, 1, 1}, new double[4]);
        used.of(new double[] {0, 0, 0}, 0);
        assertThat(used.of(p, 2)).isEqualTo(once);
    }

    @Test
    void theScoreOfASet() {
        assertThat(ExpectedF1.score(0, 0, 0)).isEqualTo(1);
        assertThat(ExpectedF1.score(0, 0, 2)).isZero();
        assertThat(ExpectedF1.score(2, 0, 0)).isZero();
        assertThat(ExpectedF1.score(3, 2, 2)).isEqualTo(0.8);
    }

    @Test
    void tooManyAnswersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedF1(4097))
                .withMessage("answers = 4097, must be from 1 to 4096");
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedF1(0));
    }
}
