package kelvin.model.classifier;

import kelvin.contract.InvalidValue;

/**
 * A classifier whose logits are linear in the features, computed from the distance to a centre, where large intercepts would cancel.
 *
 * @param severalAnswers whether each class has a gate of its own
 * @param weights of each class
 * @param atCentre the logit of each class at the centre
 * @param centre of the features
 */
record LinearClassifier(boolean severalAnswers, double[][] weights, double[] atCentre, double[] centre)
        implements Classifier {
    @Override
    public int classes() {
        return atCentre.length;
    }

    @Override
    public int features() {
        return centre.length;
    }

    /** Requires as many features as the classifier was fitted to. */
    static void requireLength(int features, double[] x) {
        if (x.length != features) {
            throw new InvalidValue("x", x.length + " features", features + ", as many as were fitted");
        }
    }

    @Override
    public void logits(double[] x, double[] out) {
        requireLength(centre.length, x);
        for (int c = 0; c < atCentre.length; c++) {
            double sum = 0;
            for (int j = 0; j < centre.length; j++) {
                sum += weights[c][j] * (x[j] - centre[j]);
            }
            out[c] = atCentre[c] + sum;
        }
    }

    @Override
    public boolean coefficients(int c, double[] out) {
        double intercept = 0;
        for (int j = 0; j < centre.length; j++) {
            out[j] = weights[c][j];
            intercept += weights[c][j] * centre[j];
        }
        out[centre.length] = atCentre[c] - intercept;
        return true;
    }
}
