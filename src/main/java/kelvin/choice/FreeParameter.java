package kelvin.choice;

import java.util.function.ToDoubleFunction;

/** A parameter that may be free, in the order of the components of {@link ChoiceParameters}. */
enum FreeParameter {
    TEMPERATURE("temperature"),
    LEARNING_RATE("learning rate"),
    LOSS_RATE("loss rate"),
    STICKINESS("stickiness"),
    LAPSE("lapse"),
    FORGETTING("forgetting"),
    INITIAL_VALUE("initial value");

    private final String label;

    FreeParameter(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    double of(ChoiceParameters parameters) {
        return switch (this) {
            case TEMPERATURE -> parameters.temperature();
            case LEARNING_RATE -> parameters.learningRate();
            case LOSS_RATE -> parameters.lossRate();
            case STICKINESS -> parameters.stickiness();
            case LAPSE -> parameters.lapse();
            case FORGETTING -> parameters.forgetting();
            case INITIAL_VALUE -> parameters.initialValue();
        };
    }

    /** Returns true if its range is [0, 1]. */
    boolean isShare() {
        return switch (this) {
            case LEARNING_RATE, LOSS_RATE, LAPSE, FORGETTING -> true;
            case TEMPERATURE, STICKINESS, INITIAL_VALUE -> false;
        };
    }

    /** Returns the parameters with another value of this one; of both learning rates where they are one. */
    ChoiceParameters with(ChoiceParameters from, double x, boolean oneRate) {
        boolean both = oneRate && this == LEARNING_RATE;
        return all(each -> each == this || (both && each == LOSS_RATE) ? x : each.of(from));
    }

    /** Returns the parameters that have the given values. */
    static ChoiceParameters all(ToDoubleFunction<FreeParameter> value) {
        return new ChoiceParameters(
                value.applyAsDouble(TEMPERATURE),
                value.applyAsDouble(LEARNING_RATE),
                value.applyAsDouble(LOSS_RATE),
                value.applyAsDouble(STICKINESS),
                value.applyAsDouble(LAPSE),
                value.applyAsDouble(FORGETTING),
                value.applyAsDouble(INITIAL_VALUE));
    }
}
