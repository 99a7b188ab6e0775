package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import kelvin.contract.Stability;

/** Signals a corrupt snapshot or journal, or one of an unknown format; the message says which file, where and how. */
@Stability(MAY_CHANGE)
public final class DamagedFile extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error with its complete message.
     *
     * @param message file, place, what was found and what is allowed
     */
    public DamagedFile(String message) {
        super(message);
    }
}
