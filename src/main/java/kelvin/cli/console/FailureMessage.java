package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.UncheckedIOException;
import java.util.Arrays;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import kelvin.simulation.FailedRun;
import kelvin.yaml.BadInput;

/**
 * The error message and exit code of a command that failed.
 *
 * @param message one line
 * @param code the exit code
 */
@Stability(INTERNAL)
public record FailureMessage(String message, int code) {
    /** The exit code of a run, an audit or a verification that failed, or of a file that cannot be read or written. */
    public static final int FAILED = 1;
    /** The exit code of bad input or usage. */
    public static final int BAD_INPUT = 2;

    private static final long MIB = 1L << 20;

    public FailureMessage {
        message = BadInput.visible(message);
    }

    /**
     * Returns the failure behind an exception or error; a fault of Kelvin's own is named so that it can be reported.
     *
     * @param e the exception or error
     * @return its message and exit code
     */
    public static FailureMessage of(Throwable e) {
        if (e instanceof BadInput) {
            return new FailureMessage(String.valueOf(e.getMessage()), BAD_INPUT);
        } else if (e instanceof FailedRun) {
            return new FailureMessage(String.valueOf(e.getMessage()), FAILED);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException io) {
                return new FailureMessage(IoMessage.of(io), FAILED);
            } else if (cause instanceof OutOfMemoryError) {
                return new FailureMessage(outOfMemory(), FAILED);
            }
        }
        return new FailureMessage(
                "this should not happen, please report it: " + e.getClass().getName() + ": " + e.getMessage(), FAILED);
    }

    /**
     * Returns the exception to throw where a policy fails: a policy from outside is named with its location, a fault of
     * Kelvin's own stays as it is.
     *
     * @param policy the policy
     * @param e the exception it threw
     * @return the exception to throw instead
     */
    public static RuntimeException of(Object policy, RuntimeException e) {
        if (e instanceof IllegalArgumentException) {
            return new BadInput(String.valueOf(e.getMessage()));
        } else if (e instanceof BadInput || policy.getClass().getName().startsWith("kelvin.policy.")) {
            return e;
        }
        String place = Arrays.stream(e.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        String why = e.getMessage() == null ? "without a message" : e.getMessage();
        return new BadInput(policy + " failed" + place + ": " + why);
    }

    private static String outOfMemory() {
        long most = Runtime.getRuntime().maxMemory();
        return "out of memory: Java may use " + most / MIB + " MiB here; set JAVA_TOOL_OPTIONS=-Xmx" + 2 * (most / MIB)
                + "m to let it use twice as much, or ask for less";
    }
}
