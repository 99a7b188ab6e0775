package kelvin.spark;

/** Thrown where the experiment was started, after a task has failed. */
final class FailedTask extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String trace;

    FailedTask(String message, int code, String trace) {
        super(message);
        this.code = code;
        this.trace = trace;
    }

    int code() {
        return code;
    }

    /** Returns the stack trace of where the task failed. */
    String trace() {
        return trace;
    }
}
