package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

/** A parameter outside its range, with its name kept apart so that a reader of files can point at the line. */
@Stability(STABLE)
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The record component or argument. */
    private final String name;

    /** What was found and what is allowed. */
    private final String problem;

    /**
     * Says what was found and what is allowed: {@code temperature = -1.0, must be finite and > 0}.
     *
     * @param name the record component or argument
     * @param found what it was
     * @param allowed what it must be, to follow "must be"
     */
    public InvalidValue(String name, Object found, String allowed) {
        super(name + " = " + found + ", must be " + allowed);
        this.name = name;
        this.problem = "found " + found + ", must be " + allowed;
    }

    /**
     * The parameter's name.
     *
     * @return the name of the record component or argument that is out of range
     */
    public String name() {
        return name;
    }

    /**
     * The message without the name.
     *
     * @return what was found and what is allowed
     */
    public String problem() {
        return problem;
    }
}
