package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/** The layout of a linear model's coefficients: which of them actions share. An action is described by d shared and k own features. */
@Stability(MAY_CHANGE)
public enum Layout {
    /** Each action has coefficients of its own for all d + k features: what one action pays says nothing about others. */
    DISJOINT,
    /** All actions have the same d + k coefficients: actions differ by their own features alone. */
    SHARED,
    /** The k coefficients of the actions' own features are common, the d of the shared features are each action's own. */
    HYBRID;

    /**
     * Returns how many of the d + k features that describe an action have coefficients of the action's own: the first ones. The
     * coefficients of the others are common to all actions.
     *
     * @param actions the number of actions, at least 1
     * @param features d and k
     * @return d + k if disjoint, 0 if shared, d if hybrid
     * @throws InvalidValue if the layout is shared by several actions that have no features of their own
     */
    public int own(int actions, Features features) {
        Require.that(
                this != SHARED || actions == 1 || features.perAction() > 0 || !features.any(),
                "layout",
                "shared",
                "disjoint where actions have no features of their own: all would be predicted to pay the same");
        return switch (this) {
            case DISJOINT -> features.total();
            case SHARED -> 0;
            case HYBRID -> features.shared();
        };
    }
}
