package kelvin.page;

import kelvin.bandit.Bandit;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.model.Features;
import kelvin.random.Seed;

/**
 * The games of the view "Play it yourself": the first repetition of what {@code kelvin run} plays with the same testbed, seed and labels.
 *
 * <p>Every function is pure: a game follows from its testbed, seed and the arms that were pulled.
 */
final class Play {
    private Play() {}

    /** Returns the mean of each arm. */
    static double[] means(boolean ones, int arms, int steps, int seed) {
        Bandit bandit = open(ones, arms, steps, seed);
        double[] means = new double[arms];
        for (int arm = 0; arm < arms; arm++) {
            means[arm] = bandit.mean(arm);
        }
        return means;
    }

    /** Returns what each pull pays, in order. */
    static double[] rewards(boolean ones, int arms, int steps, int seed, int[] pulls) {
        Bandit bandit = open(ones, arms, steps, seed);
        double[] rewards = new double[pulls.length];
        for (int i = 0; i < pulls.length; i++) {
            rewards[i] = bandit.pull(pulls[i]);
        }
        return rewards;
    }

    /** Returns the regret after each pull. */
    static double[] regret(boolean ones, int arms, int steps, int seed, int[] pulls) {
        Bandit bandit = open(ones, arms, steps, seed);
        double[] regret = new double[pulls.length];
        double sum = 0;
        for (int i = 0; i < pulls.length; i++) {
            sum += bandit.benchmark() - bandit.mean(pulls[i]);
            regret[i] = sum;
        }
        return regret;
    }

    /** Returns the arms that a learner pulls, by its kind, its one number and its label. */
    static int[] pulls(boolean ones, int arms, int steps, int seed, String kind, double number, String label) {
        Bandit bandit = open(ones, arms, steps, seed);
        Learner learner = TradeOff.learner(ones, kind, number)
                .create(
                        new BanditTask(arms, steps, Features.NONE),
                        game(seed).child("learner").child(label).generator());
        int[] pulls = new int[steps];
        for (int i = 0; i < steps; i++) {
            pulls[i] = learner.select(i + 1);
            learner.observe(i + 1, pulls[i], bandit.pull(pulls[i]));
        }
        return pulls;
    }

    private static Seed game(int seed) {
        return Seed.of(seed).child(0);
    }

    private static Bandit open(boolean ones, int arms, int steps, int seed) {
        return TradeOff.testbed(ones, arms).open(game(seed).child("bandit"), steps);
    }
}
