package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.Reference.Row;
import kelvin.model.Features;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianNaiveBayesTest implements ClassifierContract {
    @Override
    public Stream<ClassifierSpec> specs() {
        return Stream.of(new GaussianNaiveBayes(1e-9), new GaussianNaiveBayes(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"iris-gnb-0,0", "iris-gnb-1e-9,1e-9", "wine-gnb-0,0", "wine-gnb-1e-9,1e-9"})
    void theJointIsThatOfTheReference(String name, double smoothing) {
        Classifier fitted = GenerativeReference.fit(name, new GaussianNaiveBayes(smoothing));
        assertThat(GenerativeReference.errors(name, fitted, false)).allMatch(error -> error < 1e-12);
        LabelledTable table = LabelledTable.unscaled(name.substring(0, 4));
        GaussianClasses classes = new GaussianClasses(3, new Features(fitted.features(), 0), false);
        for (int i = 0; i < table.x().length; i++) {
            classes.add(table.labels()[i], table.x()[i], 1);
        }
        for (Row row : GenerativeReference.parameters(name)) {
            double[] means = new double[fitted.features()];
            double[] variances = new double[fitted.features()];
            int c = (int) row.number("class");
            classes.describe(c, classes.added(smoothing), means, variances);
            assertThat(classes.count(c) / classes.total()).isEqualTo(row.number("prior_hex"));
            double[] exactMeans = row.numbers("mean_hex");
            double[] exact = row.numbers("gnb_variances_hex");
            for (int j = 0; j < exact.length; j++) {
                assertThat(means[j] / exactMeans[j]).isCloseTo(1, within(1e-13));
                assertThat(variances[j] / exact[j]).isCloseTo(1, within(1e-13));
            }
        }
    }

    @Test
    void someSmoothingIsNoticed() {
        Classifier other = GenerativeReference.fit("wine-gnb-0", new GaussianNaiveBayes(1e-9));
        assertThat(GenerativeReference.errors("wine-gnb-0", other, false)).allMatch(error -> error > 1e-7);
    }

    @Test
    void aFeatureThatDoesNotVaryWithinAClassIsRefusedWithoutSmoothing() {
        double[][] x = {{1, 2}, {2, 5}, {1, 8}, {3, 6}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianNaiveBayes(0).fit(x, new int[] {0, 1, 0, 1}, 2))
                .withMessage("smoothing = 0.0, must be > 0: feature 0 does not vary within class 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianNaiveBayes(Double.NaN));
    }
}
