package kelvin.choice;

import java.util.List;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;

/**
 * The unconstrained scale on which parameters are optimised: the logarithm of the temperature, the log-odds of
 * parameters in [0, 1], the initial value in standard deviations of the rewards from their mean; stickiness unchanged.
 *
 * @param model which parameters are free
 * @param fixed the initial value where it is not free
 * @param center the mean reward
 * @param spread how far rewards lie from it; above 0
 * @param reach how far values can lie apart, by and large; at least the spread
 */
record FreeScale(ChoiceModel model, double fixed, double center, double spread, double reach) {
    /**
     * The lowest temperature, in standard deviations of the rewards; so low because the remains of earlier rewards
     * break ties between values.
     */
    private static final double MIN_TEMPERATURE_IN_SPREADS = 1e-60;
    /** The highest temperature, in ranges of the values; choosers above are uniform. */
    private static final double MAX_TEMPERATURE_IN_RANGES = 1e12;
    /**
     * The largest distance of the initial value, in standard deviations of the rewards; values beyond are not searched.
     */
    private static final double MAX_START_IN_SPREADS = 1e3;

    static FreeScale of(ChoiceModel model, List<ChoiceSequence> sequences) {
        double mean = 0;
        double spread = 0;
        for (ChoiceSequence sequence : sequences) {
            mean += sequence.meanReward() / sequences.size();
            spread += sequence.rewardSpread() / sequences.size();
        }
        double fixed = model.initialValue().in(sequences.get(0));
        double reach = Math.max(spread, Math.abs(mean - fixed));
        double unit = spread > 0 ? spread : reach > 0 ? reach : 1;
        return new FreeScale(model, fixed, mean, unit, Math.max(reach, unit));
    }

    /** Returns the same scale with the initial value that a sequence has where it is not free. */
    FreeScale of(ChoiceSequence sequence) {
        return new FreeScale(model, model.initialValue().in(sequence), center, spread, reach);
    }

    double lowest() {
        return spread * MIN_TEMPERATURE_IN_SPREADS;
    }

    double highest() {
        return reach * MAX_TEMPERATURE_IN_RANGES;
    }

    ChoiceParameters natural(double[] x) {
        List<FreeParameter> free = model.free();
        return FreeParameter.all(each -> {
            boolean shared = each == FreeParameter.LOSS_RATE && !model.separateRates();
            int place = free.indexOf(shared ? FreeParameter.LEARNING_RATE : each);
            return place >= 0 ? natural(free.get(place), x[place]) : each == FreeParameter.INITIAL_VALUE ? fixed : 0;
        });
    }

    double natural(FreeParameter parameter, double x) {
        return switch (parameter) {
            case TEMPERATURE -> Math.min(Math.max(Exp.of(x), lowest()), highest());
            case STICKINESS -> x;
            case INITIAL_VALUE -> center + spread * Math.min(Math.max(x, -MAX_START_IN_SPREADS), MAX_START_IN_SPREADS);
            case LEARNING_RATE, LOSS_RATE, LAPSE, FORGETTING -> 1 / (1 + Exp.of(-x));
        };
    }

    /** Returns a starting point, with parameters at an end of [0, 1] moved inside. */
    double[] inside(ChoiceParameters parameters, double farthest) {
        return model.free().stream()
                .mapToDouble(each -> Math.min(
                        Math.max(free(each, each.of(parameters)), limit(each, -farthest)), limit(each, farthest)))
                .toArray();
    }

    private static double limit(FreeParameter parameter, double farthest) {
        return parameter.isShare() ? farthest : Math.copySign(Double.MAX_VALUE, farthest);
    }

    private double free(FreeParameter parameter, double value) {
        return switch (parameter) {
            case TEMPERATURE -> Log.of(value);
            case STICKINESS -> value;
            case INITIAL_VALUE -> (value - center) / spread;
            case LEARNING_RATE, LOSS_RATE, LAPSE, FORGETTING -> Log.of(value / (1 - value));
        };
    }

    /** Returns the derivative of a parameter by its coordinate on this scale. */
    double slope(FreeParameter parameter, ChoiceParameters at) {
        double value = parameter.of(at);
        return switch (parameter) {
            case TEMPERATURE -> value;
            case STICKINESS -> 1;
            case INITIAL_VALUE -> spread;
            case LEARNING_RATE, LOSS_RATE, LAPSE, FORGETTING -> value * (1 - value);
        };
    }
}
