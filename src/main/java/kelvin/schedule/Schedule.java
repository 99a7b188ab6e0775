package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import java.io.Serializable;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;

/**
 * A schedule: a pure function from a count to a number.
 *
 * <p>For policies the count is the <em>step</em>: decisions made so far + 1, forced ones included. For step sizes it is the
 * number of rewards an action has given, the current one included. Implementations are immutable and thread-safe.
 */
@FunctionalInterface
@ShortForm(value = Constant.class, form = "number")
@Stability(STABLE)
public interface Schedule extends Serializable {
    /**
     * Returns the number at a step.
     *
     * @param step the step, from 1; smaller steps are not checked and have no meaning
     * @return the number, finite for every step from 1
     */
    double at(long step);
}
