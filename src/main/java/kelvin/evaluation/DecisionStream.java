package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * A log of decisions that is read from its beginning, as often as wanted: it may be in files and need not fit in memory.
 *
 * <p>What is computed from a log is computed in the order of its decisions and in memory that does not grow with their number, so it has
 * the same bits whether the log is in memory, in one file or in many.
 */
@Stability(MAY_CHANGE)
public interface DecisionStream {
    /**
     * Returns the number of decisions.
     *
     * @return at least 0
     */
    int size();

    /**
     * Reads all decisions, in their order.
     *
     * @param visitor receives each
     */
    void forEach(Visitor visitor);

    /**
     * Returns the contexts in which the decisions were made.
     *
     * @return contexts, of which only that of the decision just visited may be asked for
     */
    default LogContexts contexts() {
        return LogContexts.NONE;
    }

    /** The receiver of the decisions of a log. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Receives a decision.
         *
         * @param index which decision of the log, from 0
         * @param decision the decision
         */
        void visit(int index, LoggedDecision decision);
    }

    /**
     * Returns the decisions of a list, with their contexts if they are {@link LoggedDecisions}.
     *
     * @param log the decisions, not copied
     * @return the decisions as they are when they are read
     */
    static DecisionStream of(List<LoggedDecision> log) {
        return new DecisionStream() {
            @Override
            public int size() {
                return log.size();
            }

            @Override
            public void forEach(Visitor visitor) {
                int index = 0;
                for (LoggedDecision decision : log) {
                    visitor.visit(index++, decision);
                }
            }

            @Override
            public LogContexts contexts() {
                return log instanceof LoggedDecisions columns ? columns.contexts() : LogContexts.NONE;
            }
        };
    }
}
