package kelvin.model;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Rewards;

/** A model of so many features that checks what it is asked and taught, in one place for all. */
abstract class CheckedModel implements Model {
    private final Features features;
    private final Rewards rewards;

    CheckedModel(Features features, Rewards rewards) {
        this.features = features;
        this.rewards = rewards;
    }

    @Override
    public final Features features() {
        return features;
    }

    /** Checks a context that predictions are asked for. */
    final void check(Context context) {
        context.check(actions(), features);
    }

    /** Returns what is predicted, which features that are too large make infinite or not a number. */
    static double finite(String what, int action, double number) {
        if (!Double.isFinite(number)) {
            throw new InvalidValue(
                    what + " of action " + action, number, "finite; features or rewards are too large for doubles");
        }
        return number;
    }

    /** Checks what is to be learnt; returns false if its weight is 0, so that there is nothing to learn. */
    final boolean teaches(Context context, int action, double reward, double weight) {
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
