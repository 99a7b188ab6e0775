package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.util.Optional;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;

/** An outlook: the values that a policy is shown of a model's predictions and of how sure they are; immutable, as a file names it. */
@Stability(MAY_CHANGE)
public interface Outlook extends Serializable {
    /**
     * Creates the views on a model.
     *
     * @param model what predicts, asked anew at every decision
     * @param seed decides what is random about them
     * @return the views
     */
    Views on(Model model, Seed seed);

    /**
     * Says which ability a model lacks.
     *
     * @param model the description of the model
     * @return what is missing, in words that follow the model's name; nothing if it will do
     */
    default Optional<String> obstacle(ModelSpec model) {
        return Optional.empty();
    }

    /**
     * Requires a model that lacks nothing.
     *
     * @param model the description of the model
     * @throws InvalidValue if it lacks something
     */
    default void check(ModelSpec model) {
        obstacle(model).ifPresent(lacking -> {
            throw new InvalidValue("model", model, "one for " + this + "; this one " + lacking);
        });
    }
}
