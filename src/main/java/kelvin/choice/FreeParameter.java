package kelvin.choice;

import java.util.function.ToDoubleFunction;

/** A parameter that may be free, in the order of the components of {@link ChoiceParameters}. */
enum FreeParameter {
    TEMPERATURE("temperature", ChoiceParameters::temperature),
    LEARNING_RATE("learning rate", ChoiceParameters::learningRate),
    LOSS_RATE("loss rate", ChoiceParameters::lossRate),
    STICKINESS("stickiness", ChoiceParameters::stickiness),
    LAPSE("lapse", ChoiceParameters::lapse),
    FORGETTING("forgetting", ChoiceParameters::forgetting),
    INITIAL_VALUE("initial value", ChoiceParameters::initialValue);

    private final String label;
    private final ToDoubleFunction<ChoiceParameters> value;

    FreeParameter(String label, ToDoubleFunction<ChoiceParameters> value) {
        this.label = label;
        this.value = value;
    }

    String label() {
        return label;
    }

    double of(ChoiceParameters parameters) {
        return value.applyAsDouble(parameters);
    }

    /** Whether its range is [0, 1]. */
    boolean isShare() {
        return switch (this) {
            case LEARNING_RATE, LOSS_RATE, LAPSE, FORGETTING -> true;
            default -> false;
        };
    }

    /** The parameters with another value of this one; of both rates where they are one. */
    ChoiceParameters with(ChoiceParameters from, double x, boolean oneRate) {
        double[] all = new double[values().length];
        for (FreeParameter each : values()) {
            boolean same = each == this || oneRate && this == LEARNING_RATE && each == LOSS_RATE;
            all[each.ordinal()] = same ? x : each.of(from);
        }
        return of(all);
    }

    /** The parameters of which each is given at its place. */
    static ChoiceParameters of(double[] all) {
        return new ChoiceParameters(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
    }
}
