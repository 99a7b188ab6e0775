package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** A distance between two vectors of features. */
@Stability(MAY_CHANGE)
public enum Distance {
    /** The Euclidean distance √Σ(x − y)². */
    EUCLIDEAN,
    /** The Manhattan distance Σ|x − y|. */
    MANHATTAN,
    /** The cosine distance 1 − xy/(|x||y|), in [0, 2]; 1 where one of the vectors is 0. */
    COSINE;

    /**
     * Returns the distance between a vector and one that is part of an array.
     *
     * @param x the vector
     * @param many holds the other
     * @param from the place of its first number
     * @return the distance, ≥ 0
     */
    double between(double[] x, double[] many, int from) {
        return switch (this) {
            case EUCLIDEAN -> euclidean(x, many, from);
            case MANHATTAN -> manhattan(x, many, from);
            case COSINE -> cosine(x, many, from);
        };
    }

    private static double euclidean(double[] x, double[] many, int from) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = x[i] - many[from + i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static double manhattan(double[] x, double[] many, int from) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] - many[from + i]);
        }
        return sum;
    }

    private static double cosine(double[] x, double[] many, int from) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < x.length; i++) {
            double y = many[from + i];
            product += x[i] * y;
            one += x[i] * x[i];
            other += y * y;
        }
        double norms = Math.sqrt(one) * Math.sqrt(other);
        return norms > 0 ? Math.max(0, 1 - product / norms) : 1;
    }
}
