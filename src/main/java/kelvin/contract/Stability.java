package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares how far a public type may change between releases. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stability(STABLE)
public @interface Stability {
    /**
     * Returns the level of the type.
     *
     * @return the level
     */
    Level value();

    /**
     * Returns the first release with the type at this level.
     *
     * @return a version, such as {@code 0.1}
     */
    String since() default "0.1";

    /** The levels of stability. */
    enum Level {
        /** Changes incompatibly with a new major version only. */
        STABLE,
        /** May change with a new minor version; the changelog says how. */
        MAY_CHANGE,
        /** Public for other packages of Kelvin alone; may change at any time. */
        INTERNAL
    }
}
