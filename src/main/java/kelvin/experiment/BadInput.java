package kelvin.experiment;

/** Something the user wrote is wrong: the message says where, what was found and what is allowed, and needs no stack trace. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error with its complete message.
     *
     * @param message where, what was found and what is allowed
     */
    public BadInput(String message) {
        super(message);
    }
}
