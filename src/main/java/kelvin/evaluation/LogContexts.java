package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.model.Context;
import kelvin.model.Features;

/** The contexts in which the decisions of a log were made. */
@Stability(MAY_CHANGE)
public interface LogContexts {
    /** The contexts of a log in which nothing was seen. */
    LogContexts NONE = new LogContexts() {
        @Override
        public Features features() {
            return Features.NONE;
        }

        @Override
        public void read(int decision, Context out) {
            // nothing to read
        }
    };

    /**
     * Returns how many features each context has.
     *
     * @return d and k
     */
    Features features();

    /**
     * Writes the context of a decision.
     *
     * @param decision which decision of the log, from 0; the one just visited where the log is a {@link DecisionStream}
     * @param out receives all its numbers; has these {@link #features}
     */
    void read(int decision, Context out);
}
