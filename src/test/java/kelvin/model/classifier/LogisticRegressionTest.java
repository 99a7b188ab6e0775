package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest implements ClassifierContract {
    @Override
    public Stream<ClassifierSpec> specs() {
        return Stream.of(new LogisticRegression(1, true), new LogisticRegression(1e6, false));
    }

    private static double[] weights(Classifier fitted, int c) {
        double[] out = new double[fitted.features() + 1];
        fitted.coefficients(c, out);
        return out;
    }

    @Test
    void theGatesOfTwoClassesAreMirrorImagesToTheBit() {
        LabelledTable cancer = LabelledTable.of("cancer");
        Classifier fitted = new LogisticRegression(1, true).fit(cancer.x(), cancer.labels(), 2);
        double[] first = weights(fitted, 0);
        double[] second = weights(fitted, 1);
        for (int j = 0; j < first.length; j++) {
            assertThat(first[j]).isEqualTo(-second[j]);
        }
        double[][] single = new double[cancer.x().length][1];
        for (int i = 0; i < single.length; i++) {
            single[i][0] = cancer.labels()[i];
        }
        assertThat(weights(new LogisticRegression(1, true).fit(cancer.x(), single), 0))
                .containsExactly(second);
    }

    /** Other answers to another question leave a gate as it is. */
    @Test
    void eachGateIsFittedOnItsOwn() {
        double[][] x = ClassifierContract.rows(30, 1);
        double[][] targets = new double[30][2];
        double[][] others = new double[30][2];
        for (int i = 0; i < 30; i++) {
            targets[i][0] = i % 3 == 0 ? 1 : 0.25;
            targets[i][1] = i % 2;
            others[i][0] = targets[i][0];
            others[i][1] = 1 - i % 3 / 2;
        }
        Classifier one = new LogisticRegression(1, true).fit(x, targets);
        Classifier other = new LogisticRegression(1, true).fit(x, others);
        assertThat(weights(one, 0)).containsExactly(weights(other, 0));
        assertThat(weights(one, 1)).isNotEqualTo(weights(other, 1));
    }

    @Test
    void aGateThatIsAlwaysOrNeverRightIsOpenOrClosed() {
        double[][] x = ClassifierContract.rows(9, 1);
        double[][] targets = new double[9][3];
        for (int i = 0; i < 9; i++) {
            targets[i] = new double[] {1, 0, i % 2};
        }
        double[] p = new double[3];
        new LogisticRegression(1, true).fit(x, targets).probabilities(x[0], p);
        assertThat(p[0]).isEqualTo(1);
        assertThat(p[1]).isZero();
        assertThat(p[2]).isBetween(0.1, 0.9);
        new LogisticRegression(1, false).fit(x, targets).probabilities(x[0], p);
        assertThat(p[0]).isBetween(0.5, 0.999);
    }

    /** With a soft target everywhere, the gate says it everywhere. */
    @Test
    void aSoftTargetIsReached() {
        double[][] x = ClassifierContract.rows(9, 1);
        double[][] targets = new double[9][1];
        for (double[] each : targets) {
            each[0] = 0.3;
        }
        double[] p = new double[1];
        new LogisticRegression(1, true).fit(x, targets).probabilities(x[4], p);
        assertThat(p[0]).isCloseTo(0.3, within(1e-15));
    }
}
