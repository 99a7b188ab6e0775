package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.Decision.Group;

/**
 * Guard rails of a {@link DecisionMaker}: the kill switch, shadow mode, and how much was explored.
 *
 * <p>Bounds on exploration are policies, in {@code kelvin.policy.guard}; a control group is one of the {@link Settings}.
 *
 * <p>Any number of threads may call anything at any time.
 */
@Stability(MAY_CHANGE)
public final class Guards {
    private final LockedState state;
    private final JournalRecord.Files files;

    /**
     * Exploration by one group, since the first decision. Decisions in shadow mode do not count, as nobody acted by them.
     *
     * @param decisions how many decisions it has made
     * @param exploring how many of them chose an action that was not the best, by the values they were drawn from
     * @param expectedLoss the sum of their expected losses against the best, Σ p[i]·(max q − q[i]) each, in reward units. Choices of a
     *     learner, whose values are its own, and slates count as neither exploring nor losing
     */
    public record Counts(long decisions, long exploring, double expectedLoss) {}

    /** Counts of the exploration of all groups, which change with every decision; used under one lock. */
    static final class Tally {
        private final Map<Group, Sums> groups = new EnumMap<>(Group.class);

        private static final class Sums {
            private long decisions;
            private long exploring;
            private double loss;
        }

        Tally(Map<Group, Counts> counted) {
            counted.forEach((group, counts) -> {
                Sums sums = sums(group);
                sums.decisions = counts.decisions;
                sums.exploring = counts.exploring;
                sums.loss = counts.expectedLoss;
            });
        }

        private Sums sums(Group group) {
            Sums known = groups.get(group);
            if (known == null) {
                known = new Sums();
                groups.put(group, known);
            }
            return known;
        }

        void add(Group group, boolean explores, double expectedLoss) {
            Sums sums = sums(group);
            sums.decisions++;
            sums.exploring += explores ? 1 : 0;
            sums.loss = Math.min(sums.loss + expectedLoss, Double.MAX_VALUE);
        }

        Counts of(Group group) {
            Sums sums = sums(group);
            return new Counts(sums.decisions, sums.exploring, sums.loss);
        }

        /** Returns the counts of the groups that have decided. */
        Map<Group, Counts> counts() {
            Map<Group, Counts> counts = new EnumMap<>(Group.class);
            for (Group group : Group.values()) {
                if (sums(group).decisions > 0) {
                    counts.put(group, of(group));
                }
            }
            return counts;
        }
    }

    Guards(LockedState state, JournalRecord.Files files) {
        this.state = state;
        this.files = files;
    }

    /**
     * Turns the kill switch on: every new decision is the baseline action, with propensity 1, or the slate of it alone,
     * until {@link #release}. It takes effect
     * at once for all threads, and holds after a restart once {@link DecisionMaker#commit} has returned. An id that is remembered
     * still gives the same decision. Rewards are learned as ever.
     *
     * @param baseline the action; it cannot be closed meanwhile, and a request that does not allow it is refused
     * @throws IllegalArgumentException if there is no such action, or it is closed
     */
    public void stop(int baseline) {
        Require.atLeast("baseline", 0, baseline);
        state.stop(baseline);
    }

    /** Turns the kill switch off: decisions are drawn from the policies again. Does nothing while it is off. */
    public void release() {
        state.stop(State.RUNNING);
    }

    /**
     * Returns the baseline action while the kill switch is on.
     *
     * @return the action that every decision is; empty while the switch is off
     */
    public OptionalInt stopped() {
        int stopped = state.underLock(MutableState::stopped);
        return stopped < 0 ? OptionalInt.empty() : OptionalInt.of(stopped);
    }

    /**
     * Decides in shadow mode, beside a system that acts, whose propensity is not known: makes and records the decision as {@link
     * DecisionMaker#decide(Request)} does, together with the action that the system took. Nobody acts by the decision, and a reward
     * of this id is learned for the action that was taken, by the estimates; a learner does not learn in shadow mode.
     *
     * @param request what to decide about
     * @param acted the action that the system took, from 0; one that is closed here may be
     * @return the decision; {@link Decision#action} is what would have been done here
     * @throws IllegalArgumentException as {@link DecisionMaker#decide(Request)} does, if there is no such action, or slates are shown
     */
    public Decision shadow(Request request, int acted) {
        return shadow(request, new Decision.Acted(acted, Double.NaN));
    }

    /**
     * Decides in shadow mode as {@link #shadow(Request, int)} does, and records the propensity of the acting system, with which other
     * policies can be evaluated on what it did.
     *
     * @param request what to decide about
     * @param acted the action that the system took, from 0
     * @param propensity with which probability it took it, in (0, 1]
     * @return the decision
     * @throws IllegalArgumentException as {@link #shadow(Request, int)} does, or if the propensity is out of range
     */
    public Decision shadow(Request request, int acted, double propensity) {
        Require.that(propensity > 0 && propensity <= 1, "propensity", propensity, "in (0, 1]");
        return shadow(request, new Decision.Acted(acted, propensity));
    }

    private Decision shadow(Request request, Decision.Acted acted) {
        Require.notNull("request", request);
        Require.that(
                state.underLock(now -> now.rules().slatePolicy() == null),
                "acted",
                acted.action(),
                "absent: there is no shadow mode where slates are shown");
        Decision decision = state.decide(request, acted);
        files.rotateIfLong();
        return decision;
    }

    /**
     * Returns the exploration by a group since the first decision, those before a restart included. Decisions of journals that
     * earlier versions wrote count as neither exploring nor losing: their lines do not tell.
     *
     * @param group what decided
     * @return the counts
     */
    public Counts counts(Group group) {
        return state.underLock(now -> now.explored().of(group));
    }
}
