package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** Thrown when a run fails; the message says which learner, repetition and step, and why. */
@Stability(MAY_CHANGE)
public final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedRun(String message, Throwable cause) {
        super(message, cause);
    }
}
