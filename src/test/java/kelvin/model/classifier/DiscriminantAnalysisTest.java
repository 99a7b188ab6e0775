package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import kelvin.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscriminantAnalysisTest implements ClassifierContract {
    @Override
    public Stream<ClassifierSpec> specs() {
        return Stream.of(new DiscriminantAnalysis(false, 1e-9), new DiscriminantAnalysis(true, 1e-6));
    }

    @ParameterizedTest
    @CsvSource({"iris-lda-ml,false", "iris-lda-unbiased,true", "wine-lda-ml,false", "wine-lda-unbiased,true"})
    void theScoresAreThoseOfTheReference(String name, boolean unbiased) {
        Classifier fitted = GenerativeReference.fit(name, new DiscriminantAnalysis(unbiased, 0));
        assertThat(GenerativeReference.errors(name, fitted, true)).allMatch(error -> error < 1e-11);
        List<Row> parameters = GenerativeReference.parameters(name);
        int d = fitted.features();
        double[] base = new double[d + 1];
        double[] found = new double[d + 1];
        fitted.coefficients(0, base);
        double[] baseWeights = parameters.get(0).numbers("lda_weights_hex");
        double baseIntercept = parameters.get(0).number("lda_intercept_hex");
        for (Row row : parameters) {
            fitted.coefficients((int) row.number("class"), found);
            double[] weights = row.numbers("lda_weights_hex");
            double intercept = row.number("lda_intercept_hex");
            for (int j = 0; j < d; j++) {
                assertThat(Math.abs(found[j] - base[j] - (weights[j] - baseWeights[j])))
                        .isLessThan(1e-11 * (1 + Math.abs(weights[j])));
            }
            assertThat(Math.abs(found[d] - base[d] - (intercept - baseIntercept)))
                    .isLessThan(1e-11 * Math.abs(intercept));
        }
    }

    @Test
    void theOtherDivisorOrSomeSmoothingIsNoticed() {
        for (ClassifierSpec other : List.of(new DiscriminantAnalysis(true, 0), new DiscriminantAnalysis(false, 1e-6))) {
            List<Double> errors =
                    GenerativeReference.errors("wine-lda-ml", GenerativeReference.fit("wine-lda-ml", other), true);
            assertThat(errors).allMatch(error -> error > 1e-7);
        }
    }

    @Test
    void collinearFeaturesWithoutSmoothingAreRefused() {
        double[][] x = {{1, 2}, {2, 4}, {4, 8}, {3, 6}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscriminantAnalysis(false, 0).fit(x, new int[] {0, 1, 0, 1}, 2))
                .withMessage("smoothing = 0.0, must be larger: within classes, features are constant or collinear");
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscriminantAnalysis(false, -1));
    }
}
