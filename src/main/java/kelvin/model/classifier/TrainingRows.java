package kelvin.model.classifier;

import kelvin.contract.InvalidValue;
import kelvin.model.GaussianClass;

/** Checked rows that a classifier is fitted to, with the mean of each feature taken away. */
final class TrainingRows {
    private final double[][] x;
    private final double[] centre;

    /**
     * Checks and copies rows.
     *
     * @param x the features, n × d
     * @param targets the weight with which each class is right, n × K
     * @param centred whether the mean of each feature is taken away
     * @param extra how many numbers of 1 each row ends with
     */
    TrainingRows(double[][] x, double[][] targets, boolean centred, int extra) {
        check(x, targets);
        int d = x[0].length;
        this.centre = new double[d];
        for (int i = 0; centred && i < x.length; i++) {
            for (int j = 0; j < d; j++) {
                centre[j] += (x[i][j] - centre[j]) / (i + 1);
            }
        }
        this.x = new double[x.length][d + extra];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < d + extra; j++) {
                this.x[i][j] = j < d ? x[i][j] - centre[j] : 1;
            }
        }
    }

    /** Requires rows of as many finite numbers each as the first, and as many weights. */
    static void check(double[][] x, double[][] targets) {
        if (x.length == 0) {
            throw new InvalidValue("x", "no rows", "at least one");
        }
        same("x", "rows, as many as targets", x.length, targets.length);
        same("targets[0]", "classes or more", Math.max(1, targets[0].length), targets[0].length);
        for (int i = 0; i < x.length; i++) {
            same("x[" + i + "]", "features", x[0].length, x[i].length);
            same("targets[" + i + "]", "classes", targets[0].length, targets[i].length);
            for (int j = 0; j < x[i].length; j++) {
                if (!(Math.abs(x[i][j]) <= GaussianClass.MAX_FEATURE)) {
                    throw new InvalidValue("x[" + i + "][" + j + "]", x[i][j], "finite and at most 5.2e151 in size");
                }
            }
            for (int c = 0; c < targets[i].length; c++) {
                if (!(targets[i][c] >= 0 && targets[i][c] <= 1)) {
                    throw new InvalidValue("targets[" + i + "][" + c + "]", targets[i][c], "in [0, 1]");
                }
            }
        }
    }

    private static void same(String name, String what, int wanted, int found) {
        if (wanted != found) {
            throw new InvalidValue(name, found, "of " + wanted + " " + what);
        }
    }

    /** Returns the number of rows. */
    int size() {
        return x.length;
    }

    /** Returns how many numbers a row has, those of 1 included. */
    int width() {
        return x[0].length;
    }

    /** Returns the numbers of a row. */
    double[] of(int row) {
        return x[row];
    }

    /** Returns what was taken away from each feature. */
    double[] centre() {
        return centre;
    }
}
