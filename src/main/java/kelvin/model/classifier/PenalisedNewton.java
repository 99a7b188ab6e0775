package kelvin.model.classifier;

import kelvin.contract.InvalidValue;

/**
 * Damped Newton steps to the minimum of a penalised sum of losses of logits that are linear in features.
 *
 * <pre>
 *   f(w) = Σᵢ loss(Wxᵢ, tᵢ) + λ/2·‖w‖²,   the intercepts, if there are any, without a penalty
 * </pre>
 *
 * <p>Each step solves with the {@link SecondDerivatives} and is halved until f falls. Once the steps have become so small that the second
 * derivatives hardly change, the same ones polish the gradient down to rounding errors.
 */
final class PenalisedNewton {
    /** The change of a logit below which the next Newton step would be of the size of rounding errors. */
    private static final double SMALL = 1e-7;

    /** Steps on separable data with a tiny penalty raise margins by 1 each, up to ln(x²/λ) < 1000. */
    private static final int MAX_STEPS = 2000;

    /** The share of f below which differences are rounding errors. */
    private static final double NOISE = 1e-14;

    private static final int MAX_HALVINGS = 200;
    private static final int MAX_POLISHES = 10;

    private final TrainingRows rows;
    private final double[][] targets;
    private final OutputLoss loss;
    private final int outputs;
    private final int width;

    /** The unknowns: for each output the weights of a row's numbers, and so the gradient and the step. */
    private final double[] w;

    private final double[] gradient;
    private final double[] step;

    /** The unknowns before the last step. */
    private final double[] previous;

    /** The logits of each row, and how much a whole step changes them. */
    private final double[][] logits;

    private final double[][] change;

    /** The weight of the square of each unknown. */
    private final double[] penalties;

    private final SecondDerivatives curvature;

    private PenalisedNewton(TrainingRows rows, double[][] targets, OutputLoss loss, double penalty, boolean intercept) {
        this.rows = rows;
        this.targets = targets;
        this.loss = loss;
        this.outputs = loss.outputs();
        this.width = rows.width();
        int m = SecondDerivatives.requireUnknowns(outputs, width);
        this.w = new double[m];
        this.gradient = new double[m];
        this.step = new double[m];
        this.previous = new double[m];
        this.logits = new double[rows.size()][outputs];
        this.change = new double[rows.size()][outputs];
        this.penalties = new double[m];
        for (int i = 0; i < m; i++) {
            penalties[i] = intercept && i % width == width - 1 ? 0 : penalty;
        }
        this.curvature = new SecondDerivatives(rows, targets, loss, penalties);
    }

    /**
     * Returns the minimum.
     *
     * @param rows the numbers of each row; with intercepts the last is 1
     * @param targets of each row
     * @param loss of one row
     * @param penalty λ &gt; 0
     * @param intercept whether the last weight of each output has no penalty
     * @return the weights output by output
     */
    static double[] minimum(TrainingRows rows, double[][] targets, OutputLoss loss, double penalty, boolean intercept) {
        PenalisedNewton fit = new PenalisedNewton(rows, targets, loss, penalty, intercept);
        fit.descend();
        return fit.w;
    }

    private void descend() {
        double last = Double.POSITIVE_INFINITY;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            curvature.factor(logits);
            double fall = direction();
            double size = largestChange();
            double before = objective(0);
            boolean measurable = fall > NOISE * before;
            if (!measurable && !(fall < last)) {
                undo();
                return;
            }
            last = measurable ? Double.POSITIVE_INFINITY : fall;
            double share = measurable ? share(before, fall) : 1;
            move(share);
            if (share == 0) {
                return;
            }
            if (size <= SMALL) {
                polish(fall);
                return;
            }
        }
        throw new InvalidValue(
                "c", 1 / penalties[0], "smaller: no minimum was reached in " + MAX_STEPS + " Newton steps");
    }

    /** Computes the gradient and the step −H⁻¹g from the factor there is; returns g'H⁻¹g, twice the fall that the step promises. */
    private double direction() {
        gradient();
        for (int i = 0; i < w.length; i++) {
            step[i] = -gradient[i];
        }
        curvature.solve(step);
        double fall = 0;
        for (int i = 0; i < w.length; i++) {
            fall -= step[i] * gradient[i];
        }
        return fall;
    }

    private double largestChange() {
        apply(step, change);
        double largest = 0;
        for (double[] row : change) {
            for (double z : row) {
                largest = Math.max(largest, Math.abs(z));
            }
        }
        return largest;
    }

    /** Returns 1, or the first of ½, ¼ … of the step at which f falls; 0 where rounding errors leave nothing to gain. */
    private double share(double before, double fall) {
        double share = 1;
        for (int halvings = 0; halvings < MAX_HALVINGS; halvings++, share /= 2) {
            if (objective(share) <= before - 1e-4 * share * fall + NOISE * before) {
                return share;
            }
        }
        return 0;
    }

    /** Goes a share of the step. */
    private void move(double share) {
        for (int i = 0; i < w.length; i++) {
            previous[i] = w[i];
            w[i] += share * step[i];
        }
        apply(w, logits);
    }

    /** Goes back by the last step. */
    private void undo() {
        System.arraycopy(previous, 0, w, 0, w.length);
    }

    /** Repeats steps with the last factor for as long as the gradient becomes much smaller. */
    private void polish(double first) {
        double best = first;
        for (int i = 0; i < MAX_POLISHES; i++) {
            double fall = direction();
            if (!(fall < best / 4)) {
                return;
            }
            best = fall;
            move(1);
        }
    }

    /** Returns f at a share of the step. */
    private double objective(double share) {
        double[] z = new double[outputs];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            for (int k = 0; k < outputs; k++) {
                z[k] = logits[i][k] + share * change[i][k];
            }
            sum += loss.of(z, targets[i]);
        }
        double squares = 0;
        for (int i = 0; i < w.length; i++) {
            double weight = w[i] + share * step[i];
            squares += penalties[i] * weight * weight;
        }
        return sum + squares / 2;
    }

    /** Writes the product of weights with the numbers of every row. */
    private void apply(double[] weights, double[][] out) {
        for (int i = 0; i < out.length; i++) {
            double[] x = rows.of(i);
            for (int k = 0; k < outputs; k++) {
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    sum += weights[k * width + j] * x[j];
                }
                out[i][k] = sum;
            }
        }
    }

    private void gradient() {
        for (int i = 0; i < w.length; i++) {
            gradient[i] = penalties[i] * w[i];
        }
        double[] slope = new double[outputs];
        for (int i = 0; i < logits.length; i++) {
            loss.gradient(logits[i], targets[i], slope);
            double[] x = rows.of(i);
            for (int k = 0; k < outputs; k++) {
                for (int j = 0; j < width; j++) {
                    gradient[k * width + j] += slope[k] * x[j];
                }
            }
        }
    }
}
