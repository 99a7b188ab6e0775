package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;

/** A model that checks what it is asked and taught, in one place for all; for authors of models. */
@Stability(MAY_CHANGE)
public abstract class CheckedModel implements Model {
    private final Features features;
    private final Rewards rewards;

    /**
     * Creates a model.
     *
     * @param features how many features its contexts have
     * @param rewards what it may be taught
     */
    protected CheckedModel(Features features, Rewards rewards) {
        this.features = features;
        this.rewards = rewards;
    }

    @Override
    public final Features features() {
        return features;
    }

    /**
     * Checks a context that predictions are asked for.
     *
     * @param context what is seen
     * @throws InvalidValue if it has other numbers of actions or features than the model
     */
    protected final void check(Context context) {
        context.check(actions(), features);
    }

    /**
     * Returns what is predicted, which features that are too large make infinite or not a number.
     *
     * @param what the name of what is predicted
     * @param action the action
     * @param number the prediction
     * @return the prediction
     * @throws InvalidValue if it is not finite
     */
    protected static double finite(String what, int action, double number) {
        if (!Double.isFinite(number)) {
            throw new InvalidValue(
                    what + " of action " + action, number, "finite; features or rewards are too large for doubles");
        }
        return number;
    }

    /**
     * Checks what is to be learnt.
     *
     * @param context what was seen
     * @param action the action taken
     * @param reward what it paid
     * @param weight how often it counts
     * @return false if the weight is 0, so that there is nothing to learn
     * @throws InvalidValue if one of them cannot be
     */
    protected final boolean teaches(Context context, int action, double reward, double weight) {
        check(context);
        if (action < 0 || action >= actions()) {
            throw new InvalidValue("action", action, "in [0, " + actions() + ")");
        }
        if (!rewards.contain(reward)) {
            throw new InvalidValue("reward", reward, "among " + rewards);
        }
        Require.notNegative("weight", weight);
        return weight > 0;
    }
}
