package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** The function by which {@link ThompsonDsw} combines its two draws. */
@Stability(STABLE)
public enum Aggregate {
    /** The smaller one, which is conservative. */
    MIN {
        @Override
        double of(double x, double y) {
            return Math.min(x, y);
        }
    },
    /** The average. */
    MEAN {
        @Override
        double of(double x, double y) {
            return (x + y) / 2;
        }
    },
    /** The larger one, which is optimistic. */
    MAX {
        @Override
        double of(double x, double y) {
            return Math.max(x, y);
        }
    };

    abstract double of(double x, double y);
}
