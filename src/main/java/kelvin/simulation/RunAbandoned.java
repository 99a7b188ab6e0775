package kelvin.simulation;

/** Thrown where progress is told of, to end a run that nobody waits for any more. */
final class RunAbandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunAbandoned() {
        super("stopped", null, false, false);
    }

    /** Whether it is what a run ended by. */
    static boolean caused(Throwable e) {
        return e instanceof RunAbandoned || (e.getCause() != null && caused(e.getCause()));
    }
}
