package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;

/**
 * Counts of decisions and of the outcomes of their rewards.
 *
 * @param learned rewards that were learned from
 * @param duplicate rewards of decisions that had been rewarded
 * @param expired rewards of decisions that were too old
 * @param unknown rewards of decisions that are not remembered
 * @param forgottenByNumber decisions that left the memory without a reward because too many had been made since
 * @param forgottenByAge those that did because they were too old
 * @param forgottenByBytes those that did because all that was remembered took too many bytes
 * @param defaulted default rewards that were learned from
 * @param late rewards that came too late, after the default reward or what had been gathered was learned
 * @param gathered rewards that count together with others of the same decision
 * @param settled decisions from whose gathered rewards something was learned
 */
@Stability(MAY_CHANGE)
public record DecisionCounts(
        long learned,
        long duplicate,
        long expired,
        long unknown,
        long forgottenByNumber,
        long forgottenByAge,
        long forgottenByBytes,
        long defaulted,
        long late,
        long gathered,
        long settled) {
    /** Counts of nothing. */
    public static final DecisionCounts NONE = new DecisionCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Returns the number of decisions evicted from memory without a reward.
     *
     * @return their number, whichever bound they had met
     */
    public long forgotten() {
        return forgottenByNumber + forgottenByAge + forgottenByBytes;
    }

    /**
     * Adds counts, or takes them off.
     *
     * @param other the counts
     * @param times how many times they are added; −1 to take them off once
     * @return the sums
     */
    public DecisionCounts plus(DecisionCounts other, long times) {
        return new DecisionCounts(
                learned + times * other.learned,
                duplicate + times * other.duplicate,
                expired + times * other.expired,
                unknown + times * other.unknown,
                forgottenByNumber + times * other.forgottenByNumber,
                forgottenByAge + times * other.forgottenByAge,
                forgottenByBytes + times * other.forgottenByBytes,
                defaulted + times * other.defaulted,
                late + times * other.late,
                gathered + times * other.gathered,
                settled + times * other.settled);
    }

    DecisionCounts and(RewardOutcome outcome) {
        return new DecisionCounts(
                learned + (outcome == RewardOutcome.LEARNED ? 1 : 0),
                duplicate + (outcome == RewardOutcome.DUPLICATE ? 1 : 0),
                expired + (outcome == RewardOutcome.EXPIRED ? 1 : 0),
                unknown + (outcome == RewardOutcome.UNKNOWN ? 1 : 0),
                forgottenByNumber,
                forgottenByAge,
                forgottenByBytes,
                defaulted + (outcome == RewardOutcome.DEFAULTED ? 1 : 0),
                late + (outcome == RewardOutcome.LATE ? 1 : 0),
                gathered + (outcome == RewardOutcome.GATHERED ? 1 : 0),
                settled + (outcome == RewardOutcome.SETTLED ? 1 : 0));
    }

    DecisionCounts andForgotten(long byNumber, long byAge, long byBytes) {
        return new DecisionCounts(
                learned,
                duplicate,
                expired,
                unknown,
                forgottenByNumber + byNumber,
                forgottenByAge + byAge,
                forgottenByBytes + byBytes,
                defaulted,
                late,
                gathered,
                settled);
    }

    /** Describes by which bound how many decisions were evicted; one line for each bound that evicted any. */
    List<String> notes(Settings rules) {
        List<String> notes = new ArrayList<>();
        note(forgottenByNumber, "more than " + rules.remembered() + " were remembered (remembered)", notes);
        note(forgottenByAge, "they were older than " + rules.maxAge() + " (maxAge)", notes);
        note(forgottenByBytes, "all took more than " + rules.maxBytes() + " bytes (maxBytes)", notes);
        return notes;
    }

    private static void note(long forgotten, String bound, List<String> notes) {
        if (forgotten > 0) {
            String decisions = forgotten == 1 ? " decision" : " decisions";
            notes.add(forgotten + decisions + " forgotten without a reward, because " + bound);
        }
    }
}
