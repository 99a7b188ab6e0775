package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.LongToIntFunction;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.PermutationSampler;

/** The order in which the rows of a table are met; random, and the same for all learners of one repetition. */
@Stability(MAY_CHANGE)
public enum RowOrder {
    /** One pass in random order; a horizon beyond the number of rows is refused. */
    ONCE,
    /** One pass after the other, each in a random order of its own. */
    CYCLED,
    /** A row drawn at every step, with replacement. */
    RESAMPLED;

    /**
     * Creates the sequence of rows of one repetition.
     *
     * @param rows the number of rows, at least 1
     * @param horizon the last step
     * @param seed decides the order
     * @return the row of each step from 1, asked for in order
     * @throws InvalidValue if the rows do not last to the horizon
     */
    LongToIntFunction sequence(int rows, long horizon, Seed seed) {
        if (this == RESAMPLED) {
            NumberedStreams streams = seed.streams();
            return step -> {
                streams.place(0, step);
                return streams.nextInt(rows);
            };
        }
        Require.that(
                this == CYCLED || horizon <= rows,
                "order",
                "once, of " + rows + " rows",
                "cycled or resampled for a horizon of " + horizon);
        int[] order = PermutationSampler.natural(rows);
        return step -> {
            int place = (int) ((step - 1) % rows);
            if (place == 0) {
                PermutationSampler.shuffle(seed.child((step - 1) / rows).generator(), order);
            }
            return order[place];
        };
    }
}
