package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** How {@link ThompsonDsw} makes one number of its two. */
@Stability(STABLE)
public enum Aggregate {
    /** The smaller one: careful. */
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
    /** The larger one: adventurous. */
    MAX {
        @Override
        double of(double x, double y) {
            return Math.max(x, y);
        }
    };

    abstract double of(double x, double y);
}
