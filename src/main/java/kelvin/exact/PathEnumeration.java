package kelvin.exact;

import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;

/**
 * Enumeration of every path of actions and rewards; each node of their tree teaches a fresh player all that led there.
 */
final class PathEnumeration {
    private final BernoulliProblem problem;
    private final LearnerSpec learner;
    private final StepSums sums;
    private final int[] actions;
    private final int[] rewards;
    private final int[] plays;
    private final double[][] probabilities;

    PathEnumeration(BernoulliProblem problem, LearnerSpec learner, StepSums sums) {
        int arms = problem.means().length;
        this.problem = problem;
        this.learner = learner;
        this.sums = sums;
        this.actions = new int[problem.horizon()];
        this.rewards = new int[problem.horizon()];
        this.plays = new int[arms];
        this.probabilities = new double[problem.horizon()][arms];
    }

    void follow() {
        node(1, 1);
    }

    private void node(int step, double mass) {
        double[] next = probabilities[step - 1];
        taught(step).probabilities(step, next);
        sums.add(step, mass, plays, next);
        for (int arm = 0; arm < plays.length && step < problem.horizon(); arm++) {
            for (int reward = 0; reward <= 1; reward++) {
                double mean = problem.means()[arm];
                double weight = mass * next[arm] * (reward == 1 ? mean : 1 - mean);
                if (weight > 0) {
                    actions[step - 1] = arm;
                    rewards[step - 1] = reward;
                    plays[arm]++;
                    node(step + 1, weight);
                    plays[arm]--;
                }
            }
        }
    }

    private Learner taught(int step) {
        Learner player = problem.player(learner);
        for (int past = 1; past < step; past++) {
            player.observe(past, actions[past - 1], rewards[past - 1]);
        }
        return player;
    }
}
