package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.evaluation.ClopperPearson;
import kelvin.evaluation.Interval;
import kelvin.metric.ClassPredictions;
import kelvin.metric.ConfusionMatrix;
import kelvin.model.classifier.Classifier;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.classifier.LogisticRegression;
import kelvin.model.classifier.SoftmaxRegression;
import kelvin.numeric.NeumaierSum;

/**
 * A classifier fitted to a table, and its k-fold cross-validation: each row is also predicted by a fit to the other folds, with features
 * that are scaled by those folds alone, so that no row judges what was learnt from it.
 *
 * @param name the name of the classifier in tables and charts
 * @param spec the classifier, not fitted
 * @param table the rows
 * @param design the features of all rows, scaled by all of them
 * @param classifier the fit to all rows
 * @param fitted its logits in the rows that it was fitted to
 * @param heldOut the logits in each row of the fit that has not seen it
 */
@Stability(MAY_CHANGE)
public record CrossValidation(
        String name,
        ClassifierSpec spec,
        LabelledTable table,
        LabelledTable.Design design,
        Classifier classifier,
        ClassPredictions fitted,
        ClassPredictions heldOut) {
    private static final double ERROR_PROBABILITY = 0.05;

    /**
     * Fits a classifier once to all rows and once without each fold; the fits run in parallel and do not depend on one another.
     *
     * @param name the name of the classifier in tables and charts
     * @param spec the classifier
     * @param table the rows
     * @param fold the fold of each row, from 0
     * @return the fits
     * @throws IllegalArgumentException if the classifier cannot be fitted to so few rows
     */
    public static CrossValidation of(String name, ClassifierSpec spec, LabelledTable table, int... fold) {
        LabelledTable.Design design = table.design(table.all());
        Classifier classifier =
                spec.fit(design.x(), table.labels(table.all()), table.classes().size());
        double[][] heldOut = new double[fold.length][];
        IntStream.rangeClosed(0, Arrays.stream(fold).max().orElse(0)).parallel().forEach(held -> {
            int[] rows = LabelledTable.without(fold, held);
            double[][] x = table.design(rows).x();
            Classifier other = spec.fit(
                    Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new),
                    table.labels(rows),
                    table.classes().size());
            for (int row = 0; row < fold.length; row++) {
                if (fold[row] == held) {
                    heldOut[row] = logits(other, x[row]);
                }
            }
        });
        double[][] fitted =
                Arrays.stream(design.x()).map(x -> logits(classifier, x)).toArray(double[][]::new);
        boolean several = classifier.severalAnswers();
        return new CrossValidation(
                name,
                spec,
                table,
                design,
                classifier,
                new ClassPredictions(several, fitted),
                new ClassPredictions(several, heldOut));
    }

    /**
     * Returns the coefficients of the fit to all rows.
     *
     * @param c the class, from 0
     * @return the weight of each feature, then the intercept; empty where logits are not linear
     */
    public double[] coefficients(int c) {
        double[] weights = new double[design.names().size() + 1];
        return classifier.coefficients(c, weights) ? weights : new double[0];
    }

    /**
     * Returns the penalty of some classes, ½·Σ weight², without intercepts.
     *
     * @param classes the classes, from 0
     * @return a number ≥ 0
     */
    public double penalty(int... classes) {
        return IntStream.of(classes)
                .mapToDouble(c -> penaltyOf(coefficients(c)))
                .sum();
    }

    /**
     * Returns the penalty of some coefficients, ½·Σ weight², without the intercept.
     *
     * @param coefficients the weights, then the intercept; none for a penalty of 0
     * @return a number ≥ 0
     */
    public static double penaltyOf(double... coefficients) {
        NeumaierSum sum = new NeumaierSum();
        for (int i = 0; i < coefficients.length - 1; i++) {
            sum.add(coefficients[i] * coefficients[i] / 2);
        }
        return sum.value();
    }

    /**
     * Returns the inverse strength of the penalty.
     *
     * @return C of a penalised regression; NaN of other classifiers
     */
    public double inverse() {
        return spec instanceof SoftmaxRegression softmax
                ? softmax.c()
                : spec instanceof LogisticRegression gates ? gates.c() : Double.NaN;
    }

    /**
     * Returns the objective that a penalised regression minimises, C·Σ loss + ½·Σ weight².
     *
     * @return the objective of the fit to all rows; NaN of other classifiers
     */
    public double objective() {
        double loss = table.rows() * fitted.meanLoss(table.labels(table.all()));
        return inverse() * loss
                + penalty(IntStream.range(0, table.classes().size()).toArray());
    }

    /**
     * Returns losses and accuracies in fitted and in held-out rows.
     *
     * @return the scores
     */
    public Scores scores() {
        int[] labels = table.labels(table.all());
        ConfusionMatrix answers = heldOut.confusion(table.classes(), labels);
        Interval interval = ClopperPearson.interval(answers.right(), answers.rows(), ERROR_PROBABILITY);
        return new Scores(
                name,
                objective(),
                fitted.meanLoss(labels),
                heldOut.meanLoss(labels),
                fitted.confusion(table.classes(), labels).accuracy(),
                answers.accuracy(),
                interval.low(),
                interval.high());
    }

    /**
     * Losses and accuracies of a classifier.
     *
     * @param name the name of the classifier
     * @param objective what a penalised regression minimises; NaN of other classifiers
     * @param fittedLoss the mean loss of the rows it was fitted to
     * @param heldOutLoss the mean loss of held-out rows
     * @param fittedAccuracy the share of right answers in the rows it was fitted to
     * @param accuracy the share of right answers in held-out rows
     * @param low where the exact 95 % interval of that share begins (Clopper-Pearson), for rows drawn as these were and the fits given
     * @param high where it ends
     */
    public record Scores(
            String name,
            double objective,
            double fittedLoss,
            double heldOutLoss,
            double fittedAccuracy,
            double accuracy,
            double low,
            double high) {}

    private static double[] logits(Classifier classifier, double[] x) {
        double[] z = new double[classifier.classes()];
        classifier.logits(x, z);
        return z;
    }
}
