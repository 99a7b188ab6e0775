package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The layout of a linear model's coefficients: which of them actions share. An action is described by d shared and k own features. */
@Stability(MAY_CHANGE)
public enum Layout {
    /** Each action has coefficients of its own for all d + k features: what one action pays says nothing about others. */
    DISJOINT,
    /** All actions have the same d + k coefficients: actions differ by their own features alone. */
    SHARED,
    /** The k coefficients of the actions' own features are common, the d of the shared features are each action's own. */
    HYBRID
}
