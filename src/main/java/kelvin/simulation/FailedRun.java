package kelvin.simulation;

/** A run that could not go on: the message says which learner, repetition and step, and why. */
public final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedRun(String message, Throwable cause) {
        super(message, cause);
    }
}
