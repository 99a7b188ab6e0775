package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The one sentence that {@code kelvin list} prints beside a record's header; Javadoc is gone at run time. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stability(STABLE)
public @interface Summary {
    /**
     * Returns the sentence.
     *
     * @return one sentence in plain words, with the formula where it is short
     */
    String value();
}
