package kelvin.simulation;

import kelvin.contract.Rewards;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.policy.Policy;
import kelvin.policy.Tsallis;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Tsallis-INF by reduced-variance estimates of losses, as its authors also have it and banditbench programs it.
 *
 * <pre>
 *   η = 4/√step,   L[i] ← L[i] + b[i] + 1[i = a]·(1 − r − b[i])/p[i],   b[i] = ½ where p[i] ≥ η², else 0
 * </pre>
 */
record ReducedVarianceTsallis() implements LearnerSpec {
    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Learner() {
            private final double[] scores = new double[problem.actions()];
            private double[] chosenBy = scores;

            @Override
            public int select(long step) {
                Policy policy = new Tsallis(Math.sqrt(step) / 4);
                chosenBy = policy.probabilities(scores);
                return policy.select(scores, random);
            }

            @Override
            public void observe(long step, int action, double reward) {
                for (int i = 0; i < scores.length; i++) {
                    double baseline = chosenBy[i] >= 16.0 / step ? 0.5 : 0;
                    double seen = i == action ? (1 - reward - baseline) / chosenBy[i] : 0;
                    scores[i] -= baseline + seen;
                }
            }
        };
    }
}
