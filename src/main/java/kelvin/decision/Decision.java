package kelvin.decision;

import kelvin.contract.Require;

/**
 * One decision, with all that is needed to account for it.
 *
 * @param id the name it was asked for with
 * @param action the action chosen, from 0
 * @param propensity with which probability, in (0, 1]
 * @param version which state of the values it was drawn from: how often values or arms had changed
 * @param step its number, from 1
 * @param time when it was made, in milliseconds since 1970
 */
public record Decision(String id, int action, double propensity, long version, long step, long time) {
    private static final int LONGEST_ID = 256;

    static void requireId(String id) {
        Require.that(
                !id.isEmpty() && id.length() <= LONGEST_ID,
                "id",
                id.length() + " characters",
                "1 to " + LONGEST_ID + " characters");
    }
}
