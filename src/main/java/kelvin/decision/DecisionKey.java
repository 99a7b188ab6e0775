package kelvin.decision;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.random.Seed;

/**
 * What a decision is called, and what follows from that alone: its draw, and a tag to find it by. The seed keeps others from
 * choosing names whose tags are the same.
 */
record DecisionKey(String id, Seed seed) {
    private static final int LONGEST = 256;

    static DecisionKey of(Seed seed, String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            throw new InvalidValue("id", id.length() + " characters", "1 to " + LONGEST + " characters");
        }
        Require.wholeCharacters("id", id);
        return new DecisionKey(id, seed.child(id));
    }

    int tag() {
        return (int) seed.low();
    }
}
