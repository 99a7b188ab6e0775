package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A short form in which YAML writes a record where the annotated interface is expected.
 *
 * <p>Without a {@link #word} it is the value of the record's only component: a number, or a list. With a word it is the word alone
 * where the record has no components, and else <code>{word: {…components…}}</code>.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ShortForm.All.class)
@Stability(STABLE)
public @interface ShortForm {
    /**
     * The record.
     *
     * @return a record that implements the annotated interface
     */
    Class<? extends Record> value();

    /**
     * The form in words, for error messages.
     *
     * @return for example {@code whole number}
     */
    String form();

    /**
     * The word that tells the form from others.
     *
     * @return a word; empty where the value of the only component stands for the record
     */
    String word() default "";

    /** All short forms of one interface. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        /**
         * The forms.
         *
         * @return in the order in which errors name them
         */
        ShortForm[] value();
    }
}
