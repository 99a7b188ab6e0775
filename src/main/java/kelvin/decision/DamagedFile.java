package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import kelvin.contract.Stability;

/** A snapshot or journal is not as it was written, or not of a format known here: the message says which, where and how. */
@Stability(MAY_CHANGE)
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
