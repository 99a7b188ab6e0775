package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The classes of a user's own that an experiment may name.
 *
 * @param classpath the jars and folders that hold them, as they were written; empty if there are none
 * @param fingerprint a text that differs where other classes are there, or others of the same names; empty if there are none
 */
@Stability(MAY_CHANGE)
public record OwnClasses(String classpath, String fingerprint) {
    /** No classes. */
    public static final OwnClasses NONE = new OwnClasses("", "");
}
