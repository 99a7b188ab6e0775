package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.numeric.CrossEntropy;

/** Posteriors of discriminant analysis and naive Bayes on unscaled tables, computed elsewhere in many digits. */
final class GenerativeReference {
    private GenerativeReference() {}

    private static LabelledTable table(String name) {
        return LabelledTable.unscaled(name.substring(0, 4));
    }

    static Classifier fit(String name, ClassifierSpec spec) {
        LabelledTable table = table(name);
        return spec.fit(table.x(), table.labels(), table.classes());
    }

    /** Returns the largest errors: of the posterior, of its logarithm over its size, of the joint or its differences over its size. */
    static List<Double> errors(String name, Classifier fitted, boolean differences) {
        List<Row> rows = Reference.rows("context/generative_posteriors.csv")
                .filter(row -> row.text("case").equals(name))
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(100);
        double[][] x = table(name).x();
        double[] found = new double[3];
        double[] errors = new double[3];
        for (Row row : rows) {
            double[] here = x[(int) row.number("row")];
            fitted.probabilities(here, found);
            double[] posterior = row.numbers("posterior_hex");
            double[] logarithm = row.numbers("log_posterior_hex");
            double[] joint = row.numbers("log_joint_hex");
            double[] logits = new double[3];
            fitted.logits(here, logits);
            for (int c = 0; c < 3; c++) {
                double lost = -CrossEntropy.of(logits, c) - logarithm[c];
                double base = differences ? joint[0] - logits[0] : 0;
                errors[0] = Math.max(errors[0], Math.abs(found[c] - posterior[c]));
                errors[1] = Math.max(errors[1], Math.abs(lost) / Math.max(1, -logarithm[c]));
                errors[2] =
                        Math.max(errors[2], Math.abs(logits[c] + base - joint[c]) / Math.max(1, Math.abs(joint[c])));
            }
        }
        return Arrays.stream(errors).boxed().toList();
    }

    static List<Row> parameters(String name) {
        return Reference.rows("context/generative_parameters.csv")
                .filter(row -> row.text("case").equals(name))
                .toList();
    }
}
