package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** A model made of several, whose disagreement says how sure they are; its values are the mean of theirs. */
@Stability(MAY_CHANGE)
public interface Ensemble extends Model {
    /**
     * Returns the number of members.
     *
     * @return at least 1
     */
    int members();

    /**
     * Writes the predictions of one member.
     *
     * @param member the member, in [0, members)
     * @param context what is seen
     * @param out receives the predictions, length K, finite
     */
    void values(int member, Context context, double[] out);
}
