package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The regret of a learner in one group of contexts, over all steps.
 *
 * @param learner the learner's label
 * @param group the name of the group
 * @param decisions how many decisions of a run had such a context, mean over repetitions
 * @param regret what a run lost in them, mean over repetitions
 * @param standardError the standard error of that mean; {@code NaN} for a single repetition
 */
@Stability(MAY_CHANGE)
public record GroupRegret(String learner, String group, double decisions, double regret, double standardError) {}
