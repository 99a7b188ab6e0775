package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import org.jspecify.annotations.Nullable;

/** An output stream that keeps its first error, which print streams swallow. */
@Stability(INTERNAL)
public final class CheckedOutput extends FilterOutputStream {
    private @Nullable IOException error;

    /**
     * Wraps a stream.
     *
     * @param out receives everything
     */
    public CheckedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            throw kept(e);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw kept(e);
        }
    }

    /**
     * Returns true if a write failed.
     *
     * @return true from the first failure on
     */
    public boolean failed() {
        return error != null;
    }

    /**
     * Throws the first error, if a write failed.
     *
     * @throws IOException that error
     */
    public void check() throws IOException {
        if (error != null) {
            throw error;
        }
    }

    /**
     * Returns the error message.
     *
     * @return one line; empty where a reader such as {@code head} has closed the pipe
     */
    public Optional<String> complaint() {
        return Optional.ofNullable(error)
                .map(IoMessage::of)
                .filter(reason -> !reason.equals("Broken pipe"))
                .map(reason -> "kelvin: cannot write to standard output: " + reason);
    }

    private IOException kept(IOException e) {
        error = error == null ? e : error;
        return e;
    }
}
