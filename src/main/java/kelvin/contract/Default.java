package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of a record component that YAML may leave out; a component without it must be written. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@Stability(STABLE)
public @interface Default {
    /**
     * Returns the default.
     *
     * @return the default as it would be written in YAML, for example {@code 0} or <code>{InverseCount: {start: 1}}</code>
     */
    String value();
}
