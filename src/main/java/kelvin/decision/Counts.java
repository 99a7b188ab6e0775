package kelvin.decision;

/**
 * What became of decisions and rewards so far.
 *
 * @param learned rewards that were learned from
 * @param duplicate rewards of decisions that had been rewarded
 * @param expired rewards of decisions that were too old
 * @param unknown rewards of decisions that are not remembered
 * @param forgotten decisions that left the memory without a reward
 */
public record Counts(long learned, long duplicate, long expired, long unknown, long forgotten) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts and(Outcome outcome) {
        return new Counts(
                learned + (outcome == Outcome.LEARNED ? 1 : 0),
                duplicate + (outcome == Outcome.DUPLICATE ? 1 : 0),
                expired + (outcome == Outcome.EXPIRED ? 1 : 0),
                unknown + (outcome == Outcome.UNKNOWN ? 1 : 0),
                forgotten);
    }

    Counts andForgotten(long more) {
        return new Counts(learned, duplicate, expired, unknown, forgotten + more);
    }
}
