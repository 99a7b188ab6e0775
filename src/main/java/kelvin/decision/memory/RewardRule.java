package kelvin.decision.memory;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * Rule by which several rewards of one decision count: the first, the last, or the sum of all.
 *
 * <p>The first is learned at once. For the others the rewards of a decision are gathered until a settling time after it has passed, and
 * what they amount to by then is learned as one reward, so that no learner has to take back what it has learned. A decision that has no
 * reward by then is settled by the first one that comes later. Evaluations apply the rule to all rewards in the journal, whenever they came.
 *
 * @param kind which rewards count
 * @param settledAfter the settling time after a decision, above 0; zero where the first reward counts
 */
@Stability(MAY_CHANGE)
public record RewardRule(Kind kind, Duration settledAfter) implements Serializable {
    /** The rule that the first reward of a decision counts, at once. */
    public static final RewardRule FIRST = new RewardRule(Kind.FIRST, Duration.ZERO);

    private static final Pattern TEXT = Pattern.compile("(last|sum) after (P\\S+)");

    /** Which rewards of a decision count. */
    public enum Kind {
        /** The first one; others are duplicates. */
        FIRST,
        /** The last one, such as a corrected measurement. */
        LAST,
        /** The sum of all, such as of purchases. A reward that is sent twice counts twice. */
        SUM
    }

    public RewardRule {
        Require.notNull("kind", kind);
        Require.notNull("settledAfter", settledAfter);
        Require.that(
                kind == Kind.FIRST ? settledAfter.isZero() : settledAfter.compareTo(Duration.ZERO) > 0,
                "settledAfter",
                settledAfter,
                kind == Kind.FIRST ? "zero, as the first reward is learned at once" : "> 0");
    }

    /**
     * Returns the rule that the last reward counts of those that have come after some time.
     *
     * @param settledAfter the settling time, above 0; a decision maker requires that it is below {@code maxAge}
     * @return the rule
     */
    public static RewardRule last(Duration settledAfter) {
        return new RewardRule(Kind.LAST, settledAfter);
    }

    /**
     * Returns the rule that the sum of the rewards counts that have come after some time.
     *
     * @param settledAfter the settling time, above 0; a decision maker requires that it is below {@code maxAge}
     * @return the rule
     */
    public static RewardRule sum(Duration settledAfter) {
        return new RewardRule(Kind.SUM, settledAfter);
    }

    /**
     * Returns the rule of a text, as {@link #toString} gives it.
     *
     * @param text such as {@code sum after PT24H}
     * @return the rule
     */
    public static RewardRule of(String text) {
        Matcher parts = TEXT.matcher(text);
        try {
            if (parts.matches()) {
                return new RewardRule(
                        Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), Duration.parse(parts.group(2)));
            }
        } catch (DateTimeException e) {
            throw wrong(text, e);
        }
        if (!text.equals(FIRST.toString())) {
            throw wrong(text, null);
        }
        return FIRST;
    }

    private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "rewards: found " + text + ", must be such as first or sum after PT24H", cause);
    }

    /**
     * Returns true if rewards are gathered before they are learned.
     *
     * @return false if the first is learned at once
     */
    public boolean gathers() {
        return kind != Kind.FIRST;
    }

    /**
     * Returns what a decision's rewards amount to with one more.
     *
     * @param before what those before amount to, in reward units
     * @param reward the next one, in reward units
     * @return the first, the last, or the sum
     */
    public double join(double before, double reward) {
        return switch (kind) {
            case FIRST -> before;
            case LAST -> reward;
            case SUM -> before + reward;
        };
    }

    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return gathers() ? word + " after " + settledAfter : word;
    }
}
