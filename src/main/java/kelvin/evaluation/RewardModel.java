package kelvin.evaluation;

import java.util.List;

/**
 * Mean rewards by action, cross-fitted: a decision of even place in the log is told by those of odd place and the other way round,
 * so no reward predicts itself.
 *
 * <pre>
 *   q̂[a] = (Σ rewards of a + r̄) / (rewards of a + 1),   r̄ = mean reward of that half
 * </pre>
 */
final class RewardModel {
    private final double[][] values = new double[2][];

    RewardModel(List<LoggedDecision> log, int actions) {
        for (int half = 0; half < 2; half++) {
            values[half] = means(log, actions, 1 - half);
        }
    }

    private static double[] means(List<LoggedDecision> log, int actions, int half) {
        double[] sums = new double[actions];
        double[] counts = new double[actions];
        double all = 0;
        int size = 0;
        for (int i = half; i < log.size(); i += 2) {
            LoggedDecision decision = log.get(i);
            sums[decision.action()] += decision.reward();
            counts[decision.action()]++;
            all += decision.reward();
            size++;
        }
        double mean = size == 0 ? 0 : all / size;
        double[] means = new double[actions];
        for (int a = 0; a < actions; a++) {
            means[a] = (sums[a] + mean) / (counts[a] + 1);
        }
        return means;
    }

    /** The values that decision was not part of; not to be changed. */
    double[] values(int index) {
        return values[index & 1];
    }
}
