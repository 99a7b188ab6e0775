package kelvin.spark;

import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import kelvin.cli.console.FailureMessage;

/**
 * The result of a task: the nodes that it has played, or its failure.
 *
 * @param played what {@link kelvin.shard.TaskPlayer#play} returned; empty after a failure
 * @param failure one line, empty if there was none
 * @param code the exit code after a failure
 * @param trace the stack trace of the failure
 */
record TaskResult(byte[] played, String failure, int code, String trace) implements Serializable {
    static TaskResult of(byte[] played) {
        return new TaskResult(played, "", 0, "");
    }

    static TaskResult of(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        FailureMessage failure = FailureMessage.of(e);
        return new TaskResult(new byte[0], failure.message(), failure.code(), trace.toString());
    }
}
