package kelvin.learner.gradient;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;

/** The expected step of a gradient bandit whose rewards are constant: its steps for each action, weighted by their probabilities. */
final class ExactGradient {
    private ExactGradient() {}

    static double[] step(Supplier<GradientBandit.Player> fresh, double[] preferences, double[] rewards) {
        BitSet all = new BitSet();
        all.set(0, rewards.length);
        double[] expected = new double[rewards.length];
        for (int action = 0; action < rewards.length; action++) {
            GradientBandit.Player player = fresh.get();
            System.arraycopy(preferences, 0, player.preferences, 0, preferences.length);
            player.open(all);
            double p = player.probabilities[action];
            player.observe(1, action, rewards[action]);
            Arrays.setAll(expected, i -> expected[i] + p * (player.preferences[i] - preferences[i]));
        }
        Arrays.setAll(expected, i -> expected[i] + preferences[i]);
        return expected;
    }
}
