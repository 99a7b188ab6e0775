package kelvin.model.network;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The rule by which a weight follows its gradient g at a rate α.
 *
 * <pre>
 *   sgd:      w ← w − α·g
 *   adagrad:  G ← G + g²,   w ← w − α·g/√G;   0 where G is 0
 *   adam:     m ← 0.9·m + 0.1·α·g,   v ← 0.999·v + 0.001·g²,
 *             w ← w − (m/(1 − 0.9ᵗ))/(√(v/(1 − 0.999ᵗ)) + 10⁻⁸)
 * </pre>
 *
 * <p>An output that does not learn from an example keeps its weights, and under Adam its m, v and t too. With a constant rate Adam's m
 * is α times the usual one; with a rate that changes its sign, as that of a policy gradient does, each gradient counts at the rate it
 * came with.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer (2011), Adaptive subgradient methods for online
 *     learning and stochastic optimization</a>
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2015), Adam: a method for stochastic optimization</a>
 */
@Stability(MAY_CHANGE)
public enum Optimiser {
    /** Stochastic gradient descent with one constant rate. */
    SGD(0, 0) {
        @Override
        void step(double[] block, int parameters, int place, double[] x, double[] errors, int length, double rate) {
            int at = place;
            for (double scale : x) {
                double factor = rate * scale;
                if (factor != 0) {
                    for (int i = 0; i < length; i++) {
                        block[at + i] += factor * errors[i];
                    }
                }
                at += length;
            }
        }
    },
    /** A rate for each weight that falls with the gradients it has seen. */
    ADAGRAD(1, 0) {
        @Override
        void step(double[] block, int parameters, int place, double[] x, double[] errors, int length, double rate) {
            int at = place;
            for (double scale : x) {
                if (scale != 0) {
                    int squares = at + parameters;
                    for (int i = 0; i < length; i++) {
                        double g = scale * errors[i];
                        double sum = block[squares + i] + g * g;
                        block[squares + i] = sum;
                        block[at + i] += rate * (g / Math.sqrt(sum + MIN_SQUARE));
                    }
                }
                at += length;
            }
        }
    },
    /** Momentum, and a rate for each weight by a running average of its squared gradients. */
    ADAM(2, 2) {
        @Override
        void begin(double[] block, int parameters) {
            int corrections = 3 * parameters;
            if (parameters > 0) {
                block[corrections] = MOMENTUM * block[corrections] + (1 - MOMENTUM);
                block[corrections + 1] = MEMORY * block[corrections + 1] + (1 - MEMORY);
            }
        }

        @Override
        void step(double[] block, int parameters, int place, double[] x, double[] errors, int length, double rate) {
            double first = 1 / block[3 * parameters];
            double second = 1 / block[3 * parameters + 1];
            int at = place;
            for (double scale : x) {
                int means = at + parameters;
                int squares = means + parameters;
                for (int i = 0; i < length; i++) {
                    double g = scale * errors[i];
                    double mean = MOMENTUM * block[means + i] + (1 - MOMENTUM) * (rate * g);
                    double square = MEMORY * block[squares + i] + (1 - MEMORY) * (g * g);
                    block[means + i] = mean;
                    block[squares + i] = square;
                    block[at + i] += mean * first / (Math.sqrt(square * second) + EPSILON);
                }
                at += length;
            }
        }
    };

    /** Makes 0/√0 a 0; less than the square of any gradient that is not next to 0. */
    private static final double MIN_SQUARE = 1e-300;

    private static final double MOMENTUM = 0.9;
    private static final double MEMORY = 0.999;
    private static final double EPSILON = 1e-8;

    private final int slots;
    private final int counters;

    Optimiser(int slots, int counters) {
        this.slots = slots;
        this.counters = counters;
    }

    /** Returns the numbers of a block: its parameters, what is remembered of each, and what is remembered of all. */
    double length(double parameters) {
        return parameters == 0 ? 0 : parameters * (1 + slots) + counters;
    }

    /** Begins an example from which parameters of a block learn. */
    void begin(double[] block, int parameters) {}

    /**
     * Moves the weights of some inputs to some outputs up their gradient x·errors.
     *
     * @param block the parameters, input by input, and behind them what is remembered
     * @param parameters their number
     * @param place where the first is
     * @param x the inputs
     * @param errors the derivatives by the outputs
     * @param length the number of outputs
     * @param rate α; negative to move weights down
     */
    abstract void step(double[] block, int parameters, int place, double[] x, double[] errors, int length, double rate);
}
