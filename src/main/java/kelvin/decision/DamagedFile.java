package kelvin.decision;

import java.io.IOException;

/** A snapshot or journal is not as it was written, or not of a format known here: the message says which, where and how. */
public final class DamagedFile extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with its complete message.
     *
     * @param message file, place, what was found and what is allowed
     */
    public DamagedFile(String message) {
        super(message);
    }
}
