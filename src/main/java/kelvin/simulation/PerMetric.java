package kelvin.simulation;

import kelvin.metric.Metric;

/** One thing of a kind for each metric. */
record PerMetric<T>(T regret, T reward, T optimalAction) {
    T of(Metric metric) {
        return switch (metric) {
            case REGRET -> regret;
            case REWARD -> reward;
            case OPTIMAL_ACTION -> optimalAction;
        };
    }
}
