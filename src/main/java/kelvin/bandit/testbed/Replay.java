package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Plays on a log of what another player did: a decision meets the next event in which that player, choosing uniformly
 * at random, took the same action; the events before it are passed over.
 *
 * <p>For context-free logs with uniform choices, whose events are alike, what a learner goes through has the same
 * distribution as in the world that was logged. A decision uses up as many events as there are actions, on average. A
 * log that ends before the horizon fails the run: nothing is used twice.
 *
 * <p>Each repetition reads the events in another random order, the same for all learners. The true means are unknown:
 * regret is told against the averages of the log itself, so it is an estimate, and too hopeful about the best arm.
 * The log of a player that did not choose uniformly is refused.
 *
 * @param actions the action of each event, from 0; every action up to the largest occurs
 * @param paid what each event paid; finite, as many as actions
 * @param propensities with which probability the action of each event was chosen; all 1/(number of actions)
 * @see <a href="https://arxiv.org/abs/1003.5956">Li, Chu, Langford and Wang (2011), Unbiased offline evaluation of
 *     contextual-bandit-based news article recommendation algorithms</a>
 */
@Summary("plays on a log of uniform choices, passing over events of other actions")
@Stability(MAY_CHANGE)
public record Replay(List<Integer> actions, List<Double> paid, List<Double> propensities) implements Testbed {
    private static final double TOLERANCE = 1e-6;

    public Replay {
        actions = List.copyOf(actions);
        paid = List.copyOf(paid);
        propensities = List.copyOf(propensities);
        EventLog.check(actions, "actions", paid);
        int events = actions.size();
        Require.that(
                propensities.size() == events,
                "propensities",
                propensities.size() + " numbers",
                "one per event (" + events + ")");
        int count = EventLog.arms(actions);
        for (double propensity : propensities) {
            boolean uniform = Math.abs(propensity * count - 1) <= TOLERANCE;
            Require.that(
                    uniform, "propensities", propensity, "1/" + count + " at every event: a log of uniform choices");
        }
    }

    @Override
    public int size() {
        return EventLog.arms(actions);
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return paid.stream().map(Rewards::of).reduce(Rewards::or).orElseThrow();
    }

    @Override
    public boolean fullInformation() {
        return false;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        int events = actions.size();
        Require.that(
                horizon <= events, "actions", events + " events", "at least as many as the horizon (" + horizon + ")");
        return new Reader(this, seed.child("order").generator());
    }

    private static final class Reader implements Bandit {
        private final int[] actions;
        private final double[] rewards;
        private final double[] means;
        private final int[] order;
        private int next;
        private long decisions;

        Reader(Replay log, UniformRandomProvider random) {
            actions = log.actions.stream().mapToInt(action -> action).toArray();
            rewards = log.paid.stream().mapToDouble(reward -> reward).toArray();
            means = Arrays.stream(EventLog.byArm(log.actions, log.paid))
                    .mapToDouble(EventLog::average)
                    .toArray();
            order = PermutationSampler.natural(actions.length);
            PermutationSampler.shuffle(random, order);
        }

        @Override
        public int arms() {
            return means.length;
        }

        @Override
        public double mean(int arm) {
            return means[arm];
        }

        @Override
        public double pull(int arm) {
            while (next < order.length) {
                int event = order[next++];
                if (actions[event] == arm) {
                    decisions++;
                    return rewards[event];
                }
            }
            throw new IllegalStateException("the log of " + order.length + " events is used up after " + decisions
                    + " decisions, must last to the horizon: lower it");
        }
    }
}
