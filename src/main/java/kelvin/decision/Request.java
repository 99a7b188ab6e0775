package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * A request for a decision, the argument of {@link DecisionMaker#decide(Request)}.
 *
 * @param id the decision's own name, 1 to 256 characters
 * @param open the arms that may be chosen, not kept and not to be changed meanwhile; null for all. Arms that are closed stay so
 * @param scores the values that the policy chooses by instead of its own estimates, one for each arm, in reward units, copied: finite,
 *     or −∞ to close the arm for this decision; null for the estimates
 * @param context what is seen before the decision, for a contextual learner, copied; null for nothing
 */
@Stability(MAY_CHANGE)
public record Request(
        String id,
        @Nullable BitSet open,
        double @Nullable [] scores,
        @Nullable Context context) {
    public Request {
        Require.notNull("id", id);
        scores = scores == null ? null : scores.clone();
        context = context == null ? null : context.copy();
        for (int i = 0; scores != null && i < scores.length; i++) {
            Require.that(
                    scores[i] < Double.POSITIVE_INFINITY,
                    "scores[" + i + "]",
                    scores[i],
                    "finite, or -Infinity to close the arm for this decision");
        }
    }

    /**
     * Returns a request for a decision among all open arms, by their estimates.
     *
     * @param id the decision's own name, 1 to 256 characters
     * @return the request
     */
    public static Request of(String id) {
        return new Request(id, null, null, null);
    }

    /**
     * Returns this request with other arms that may be chosen.
     *
     * @param arms the arms, not kept; closed ones stay so
     * @return a new request
     */
    public Request open(@Nullable BitSet arms) {
        return new Request(id, arms, scores, context);
    }

    /**
     * Returns this request with scores.
     *
     * @param values one for each arm: finite, or −∞ to close the arm for this decision; copied
     * @return a new request
     */
    public Request scores(double... values) {
        return new Request(id, open, values, context);
    }

    /**
     * Returns this request with a context.
     *
     * @param seen what is seen before the decision; copied
     * @return a new request
     */
    public Request context(Context seen) {
        return new Request(id, open, scores, seen);
    }

    /** Returns true if the decision is drawn from the estimates of all open arms. */
    boolean isPlain() {
        return open == null && scores == null;
    }

    /**
     * Writes the values that the policy chooses by.
     *
     * @param values the estimates; −∞ for closed arms
     * @return the estimates or the scores; −∞ for arms that are closed or not asked for
     */
    double[] valuesOver(double[] values) {
        double[] given = scores;
        if (given != null) {
            Require.that(
                    given.length == values.length,
                    "scores",
                    given.length + " numbers",
                    values.length + ", one for each arm");
        }
        double[] asked = values.clone();
        for (int i = 0; i < asked.length; i++) {
            if (open != null && !open.get(i)) {
                asked[i] = Double.NEGATIVE_INFINITY;
            } else if (given != null && asked[i] > Double.NEGATIVE_INFINITY) {
                asked[i] = given[i];
            }
        }
        return asked;
    }

    /** Rejects a remembered decision whose action has been closed since, or is not among those that this request allows. */
    void verifyRepeated(Decision decision, List<ActionEstimate> arms) {
        Decision.Slate slate = decision.slate();
        for (int action : slate == null ? List.of(decision.action()) : slate.actions()) {
            String reason = !arms.get(action).open()
                    ? "has been closed since"
                    : allows(action) ? "" : "is not among those allowed now, " + allowed(arms.size());
            Require.that(
                    reason.isEmpty(),
                    "id",
                    id,
                    "that of a new decision: it is remembered as a decision for action " + action + ", which "
                            + reason);
        }
    }

    /** Returns true if an action may answer this request, as far as the request says. */
    boolean allows(int action) {
        return (open == null || open.get(action))
                && (scores == null || action >= scores.length || scores[action] > Double.NEGATIVE_INFINITY);
    }

    /** Returns the arms that a recorded decision was made among; the open ones themselves where this request names none. */
    BitSet among(Decision decision, BitSet open) {
        boolean stopped = decision.group() == Decision.Group.STOPPED && decision.acted() == null;
        if (isPlain() && !stopped) {
            return open;
        }
        BitSet asked = allowed(open.length());
        asked.and(open);
        if (stopped) {
            asked.clear();
            Decision.Slate slate = decision.slate();
            asked.set(slate == null ? decision.action() : slate.actions().get(0));
        }
        return asked;
    }

    /** Returns the actions that this request allows, out of so many. */
    BitSet allowed(int arms) {
        BitSet allowed = new BitSet();
        for (int i = 0; i < arms; i++) {
            allowed.set(i, allows(i));
        }
        return allowed;
    }
}
