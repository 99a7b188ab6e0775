package kelvin.exact;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.learner.slate.SlateSpec;
import kelvin.numeric.Pow;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A Bernoulli bandit with few arms and a short horizon, small enough to compute a learner's expected regret exactly.
 *
 * <pre>
 *   E[R(t)] = Σ over s ≤ t, states h before step s, arms a:  P(h)·P(a | h)·(μ* − μ[a])
 * </pre>
 *
 * <p>For learners that recall sums ({@link SufficientHistory#SUMS}) the states are the numbers of 1 and of 0 that each arm has given, of which
 * K arms have C(T − 1 + 2K, 2K) before step T: two arms up to step 122, three up to 41. For learners that recall their
 * history they are all paths, (2K)ᵗ⁻¹ before step t: two arms up to step 12, three up to 9. Time and memory grow with the states: 8 bytes and
 * two or three decisions each.
 *
 * @param means μ, the probability that each arm pays 1; at least two, each in [0, 1]
 * @param horizon T, the last step, at least 1
 */
@Stability(MAY_CHANGE)
public record BernoulliProblem(double[] means, int horizon) {
    /** The largest number of states followed, 80 MB. */
    static final long MAX_STATES = 10_000_000;

    public BernoulliProblem {
        Require.that(means.length >= 2, "means", means.length, "at least two");
        for (double mean : means) {
            Require.probability("means", mean);
        }
        Require.atLeast("horizon", 1, horizon);
        means = means.clone();
    }

    /**
     * Returns the reason why a learner cannot be followed, if there is one.
     *
     * @param learner the learner
     * @return the reason, in words, or nothing
     */
    public Optional<String> obstacle(LearnerSpec learner) {
        if (learner instanceof SlateSpec) {
            return Optional.of("answers with several actions, here it is one at a step");
        } else if (learner.fullInformation()) {
            return Optional.of("needs the rewards of all arms at every step, here it sees that of the pulled arm");
        } else if (!learner.rewards().include(Rewards.BINARY)) {
            return Optional.of("needs " + learner.rewards() + ", here they are 0 or 1");
        } else if (learner.sufficientHistory() == SufficientHistory.MORE) {
            return Optional.of("its choices depend on more than the actions and rewards before");
        } else if (!reports(player(learner))) {
            return Optional.of("does not report the probabilities of its choices");
        }
        long states = states(learner.sufficientHistory());
        return states <= MAX_STATES
                ? Optional.empty()
                : Optional.of("horizon " + horizon + " has "
                        + (learner.sufficientHistory() == SufficientHistory.SUMS
                                ? "states of counts and sums"
                                : "paths of actions and rewards")
                        + " beyond " + MAX_STATES + "; it can be followed up to step "
                        + longest(learner.sufficientHistory()));
    }

    /** Returns whether choices are reported after every arm has paid. */
    private boolean reports(Learner player) {
        for (int arm = 0; arm < means.length; arm++) {
            player.observe(arm + 1, arm, 1);
        }
        return player.probabilities(means.length + 1, new double[means.length]);
    }

    private int longest(SufficientHistory recall) {
        return IntStream.iterate(horizon, steps -> steps - 1)
                .filter(steps -> new BernoulliProblem(means, steps).states(recall) <= MAX_STATES)
                .findFirst()
                .orElse(0);
    }

    /** Returns the number of states up to the horizon, or one more than may be. */
    private long states(SufficientHistory recall) {
        double states = 1;
        if (recall == SufficientHistory.SUMS) {
            for (int i = 1; i <= 2 * means.length; i++) {
                states *= (double) (horizon - 1 + i) / i;
            }
        } else {
            states = Pow.of(2 * means.length, horizon - 1);
        }
        return (long) Math.min(states, MAX_STATES + 1.0);
    }

    /**
     * Computes the exact expectation of a learner by following it through every possible history.
     *
     * @param learner the learner
     * @return its expected regret, the spread of it, and its choices, each relative to itself to about 10⁻¹³
     * @throws IllegalArgumentException if it cannot be followed; the message says why
     */
    public Expectation expectation(LearnerSpec learner) {
        Optional<String> obstacle = obstacle(learner);
        Require.that(obstacle.isEmpty(), "learner", learner, obstacle.orElse(""));
        StepSums sums = new StepSums(means, horizon);
        if (learner.sufficientHistory() == SufficientHistory.SUMS) {
            new CountStates(this, learner, sums).follow();
        } else {
            new PathEnumeration(this, learner, sums).follow();
        }
        return sums.expectation();
    }

    /** Creates a fresh player. What it would draw does not matter: it is only taught and asked. */
    Learner player(LearnerSpec learner) {
        UniformRandomProvider random = Seed.of(0).generator();
        return learner.create(new BanditTask(means.length, horizon), random);
    }
}
