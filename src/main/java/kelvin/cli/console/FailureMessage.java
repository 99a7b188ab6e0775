package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.UncheckedIOException;
import kelvin.contract.ContractViolation;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import kelvin.simulation.FailedRun;
import kelvin.yaml.BadInput;
import kelvin.yaml.OutsideCode;

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
    private static final String TRACE = "; --debug prints the whole trace";

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
        } else if (e instanceof ContractViolation) {
            return new FailureMessage(String.valueOf(e.getMessage()), FAILED);
        } else if (e instanceof FailedRun run) {
            String message = OutsideCode.thrown(e)
                    .filter(thrown -> !run.player().isEmpty())
                    .map(thrown -> run.player() + ": " + thrown + ", in " + run.when() + TRACE)
                    .orElse(String.valueOf(e.getMessage()));
            return new FailureMessage(message, FAILED);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException io) {
                return new FailureMessage(IoMessage.of(io), FAILED);
            } else if (cause instanceof OutOfMemoryError) {
                return new FailureMessage(outOfMemory(), FAILED);
            }
        }
        String message = OutsideCode.thrown(e)
                .orElse("this should not happen, please report it: "
                        + e.getClass().getName() + ": " + e.getMessage());
        return new FailureMessage(message + TRACE, FAILED);
    }

    /**
     * Returns what to throw where input was refused: the refusal in its own words, or, where a user's own class threw it, the
     * exception itself, which names the class.
     *
     * @param e the refusal
     * @return the exception to throw instead
     */
    public static RuntimeException refused(IllegalArgumentException e) {
        return OutsideCode.thrown(e).isPresent() ? e : new BadInput(String.valueOf(e.getMessage()));
    }

    private static String outOfMemory() {
        long most = Runtime.getRuntime().maxMemory();
        return "out of memory: Java may use " + most / MIB + " MiB here; set JAVA_TOOL_OPTIONS=-Xmx" + 2 * (most / MIB)
                + "m to let it use twice as much, or ask for less";
    }
}
