package kelvin.decision;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.random.Seed;

/**
 * The id of a decision with what is derived from it alone: its random draw, and the hash under which it is found. The
 * seed keeps others from choosing names whose tags are the same.
 */
record DecisionKey(String id, Seed seed) {
    private static final int MAX_ID_CHARACTERS = 256;

    static DecisionKey of(Seed seed, String id) {
        if (id.isEmpty() || id.length() > MAX_ID_CHARACTERS) {
            throw new InvalidValue("id", id.length() + " characters", "1 to " + MAX_ID_CHARACTERS + " characters");
        }
        Require.wholeCharacters("id", id);
        return new DecisionKey(id, seed.child(id));
    }

    int tag() {
        return (int) seed.low();
    }
}
