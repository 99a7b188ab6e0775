package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

/**
 * An error for a parameter outside its range, with the name kept apart so that a reader of files can point at the line.
 */
@Stability(STABLE)
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The record component or argument. */
    private final String name;

    /** The value found and the values allowed. */
    private final String problem;

    /**
     * Creates an error of the form {@code temperature = -1.0, must be finite and > 0}.
     *
     * @param name the record component or argument
     * @param found what it was
     * @param allowed what it must be, to follow "must be"
     */
    public InvalidValue(String name, Object found, String allowed) {
        this(name, " = ", found, allowed);
    }

    private InvalidValue(String name, String relation, Object found, String allowed) {
        super(name + relation + found + ", must be " + allowed);
        this.name = name;
        this.problem = "found " + found + ", must be " + allowed;
    }

    private InvalidValue(String name, String problem) {
        super(name + ": " + problem);
        this.name = name;
        this.problem = problem;
    }

    /**
     * Returns an error for a value in data, of the form {@code x.csv:3: column age: found 'old', must be a finite number}.
     *
     * @param place where the value stands
     * @param found what it was
     * @param allowed what it must be, to follow "must be"
     * @return the error
     */
    public static InvalidValue at(String place, Object found, String allowed) {
        return new InvalidValue(place, ": found ", found, allowed);
    }

    /**
     * Returns this error for a value inside something, whose path comes before the name.
     *
     * @param path the path of that which holds the value
     * @return an error with the name {@code path.name}, that was found in data
     */
    public InvalidValue within(String path) {
        return new InvalidValue(path + "." + name, problem);
    }

    /**
     * Returns the parameter's name.
     *
     * @return the name of the record component or argument that is out of range
     */
    public String name() {
        return name;
    }

    /**
     * Returns the message without the name.
     *
     * @return what was found and what is allowed
     */
    public String problem() {
        return problem;
    }
}
