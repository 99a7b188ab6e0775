package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.Supplier;
import kelvin.contract.Stability;

/**
 * An executor of independent pieces of work, handed to a {@link SimulationSession} from outside: threads, or the caller itself where
 * there are none, as in a browser.
 *
 * <p>Results do not depend on it: their bits are the same for any number of workers.
 */
@Stability(MAY_CHANGE)
public interface Workers {
    /** The calling thread alone: it does a piece of work when its result is asked for. */
    Workers CALLER = new Workers() {
        @Override
        public int ahead() {
            return 1;
        }

        @Override
        public <T> Supplier<T> submit(Supplier<T> work) {
            return work;
        }
    };

    /**
     * Returns the number of pieces to submit before the first result is waited for: enough to keep every worker busy, few enough to
     * keep memory small.
     *
     * @return at least 1
     */
    int ahead();

    /**
     * Submits a piece of work.
     *
     * @param work called once, from any thread
     * @param <T> the type of the result
     * @return waits for the result; called once, by the thread that submitted; throws the {@link FailedRun} that the work threw
     */
    <T> Supplier<T> submit(Supplier<T> work);
}
