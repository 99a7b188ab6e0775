package kelvin.simulation;

/** Thrown where progress is reported, to end a run that nobody waits for any more. */
final class RunAbandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunAbandoned() {
        super("abandoned", null, false, false);
    }
}
