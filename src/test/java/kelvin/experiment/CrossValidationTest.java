package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import kelvin.model.classifier.Classifier;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.classifier.GaussianNaiveBayes;
import kelvin.model.classifier.SoftmaxRegression;
import kelvin.model.feature.Automatic;
import kelvin.model.feature.FeatureMap;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final LabelledTable IRIS =
            LabelledTable.read(Path.of("experiments/data/iris.csv"), "species", new FeatureMap(new Automatic()));
    private static final int[] FOLD = IRIS.folds(5, Seed.of(1));

    /** A classifier that knows the label of every row that it was fitted to, and says 0 of all others. */
    private record Memory() implements ClassifierSpec {
        @Override
        public Classifier fit(double[][] x, double[][] targets) {
            return new Classifier() {
                @Override
                public int classes() {
                    return targets[0].length;
                }

                @Override
                public int features() {
                    return x[0].length;
                }

                @Override
                public boolean severalAnswers() {
                    return true;
                }

                @Override
                public void logits(double[] row, double[] out) {
                    Arrays.fill(out, 0);
                    for (int i = 0; i < x.length; i++) {
                        if (Arrays.equals(x[i], row)) {
                            Arrays.setAll(out, c -> 0);
                            out[targets[i][0] == 1 ? 0 : targets[i][1] == 1 ? 1 : 2] = 1;
                        }
                    }
                }

                @Override
                public boolean coefficients(int c, double[] out) {
                    return false;
                }
            };
        }
    }

    @Test
    void noRowJudgesWhatWasLearntFromIt() {
        CrossValidation.Scores scores =
                CrossValidation.of("memory", new Memory(), IRIS, FOLD).scores();
        assertThat(scores.fittedAccuracy()).isEqualTo(1);
        assertThat(scores.accuracy())
                .as("the answers 0 to rows not seen, and twins")
                .isBetween(0.333, 0.36);
        assertThat(scores.objective()).isNaN();
        assertThat(scores.low()).isLessThan(scores.accuracy());
        assertThat(scores.high()).isBetween(scores.accuracy(), 0.45);
    }

    @Test
    void theScaleIsFittedWithTheClassifier() {
        CrossValidation fits = CrossValidation.of("softmax", new SoftmaxRegression(1, true), IRIS, FOLD);
        int[] rows = LabelledTable.without(FOLD, FOLD[7]);
        double[][] x = IRIS.design(rows).x();
        double[] logits = new double[3];
        new SoftmaxRegression(1, true)
                .fit(Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new), IRIS.labels(rows), 3)
                .logits(x[7], logits);
        assertThat(fits.heldOut().logits()[7]).containsExactly(logits);
        assertThat(fits.fitted().logits()[7]).isNotEqualTo(logits);
    }

    @Test
    void thePenaltyCountsWeightsWithoutIntercepts() {
        assertThat(CrossValidation.penaltyOf(3, 4, 100)).isEqualTo(12.5);
        assertThat(CrossValidation.penaltyOf()).isZero();
        CrossValidation fits = CrossValidation.of("softmax", new SoftmaxRegression(2, true), IRIS, FOLD);
        double loss = fits.fitted().meanLoss(IRIS.labels(IRIS.all()));
        assertThat(fits.objective()).isCloseTo(2 * 150 * loss + fits.penalty(0, 1, 2), within(1e-12));
        double[] weights = fits.coefficients(1);
        assertThat(weights).hasSize(fits.design().names().size() + 1);
        assertThat(fits.penalty(1))
                .isEqualTo(CrossValidation.penaltyOf(weights))
                .isPositive();
        CrossValidation bayes = CrossValidation.of("bayes", new GaussianNaiveBayes(1e-9), IRIS, FOLD);
        assertThat(bayes.coefficients(0)).isEmpty();
        assertThat(bayes.penalty(0)).isZero();
    }
}
