package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.Stability;

/**
 * A choice model: the set of parameters of a {@link ChoiceParameters softmax Q-learner} that are free; temperature and
 * learning rate always are.
 *
 * @param stickiness whether stickiness is free; else 0
 * @param lapse whether the lapse rate is free; else 0
 * @param separateRates whether losses have a learning rate of their own; else that of gains
 * @param forgetting whether the rate of forgetting is free; else 0
 * @param initialValue where values begin
 */
@Stability(MAY_CHANGE)
public record ChoiceModel(
        boolean stickiness, boolean lapse, boolean separateRates, boolean forgetting, InitialValue initialValue) {
    /** The four models with one learning rate, no forgetting and the initial value 0, from the simplest. */
    public static final List<ChoiceModel> ALL = new ChoiceModel(true, true).contained();

    /**
     * Creates a model with one learning rate, no forgetting, and values that begin at 0.
     *
     * @param stickiness whether stickiness is free; else 0
     * @param lapse whether the lapse rate is free; else 0
     */
    public ChoiceModel(boolean stickiness, boolean lapse) {
        this(stickiness, lapse, false, false, InitialValue.zero());
    }

    /**
     * Lists the models nested in this one, with the same initial value: those in which some of its free parameters are
     * fixed.
     *
     * @return 2ᵏ models for k options, from the simplest to this one
     */
    public List<ChoiceModel> contained() {
        List<ChoiceModel> models = new ArrayList<>();
        for (int options = 0; options < 16; options++) {
            ChoiceModel model = new ChoiceModel(
                    (options & 1) != 0, (options & 2) != 0, (options & 4) != 0, (options & 8) != 0, initialValue);
            if (model.union(this).equals(this)) {
                models.add(model);
            }
        }
        return List.copyOf(models);
    }

    private ChoiceModel union(ChoiceModel other) {
        return new ChoiceModel(
                stickiness || other.stickiness,
                lapse || other.lapse,
                separateRates || other.separateRates,
                forgetting || other.forgetting,
                initialValue);
    }

    /** Lists the largest models nested in this one, each with one free parameter less. */
    List<ChoiceModel> nextSimpler() {
        List<ChoiceModel> simpler = new ArrayList<>();
        for (ChoiceModel model : contained()) {
            if (model.free().size() == free().size() - 1) {
                simpler.add(model);
            }
        }
        if (initialValue instanceof InitialValue.Fitted) {
            simpler.add(from(InitialValue.zero()));
            simpler.add(from(new InitialValue.Mean()));
        }
        return simpler;
    }

    private ChoiceModel from(InitialValue start) {
        return new ChoiceModel(stickiness, lapse, separateRates, forgetting, start);
    }

    /** Returns its free parameters. */
    List<FreeParameter> free() {
        return Arrays.stream(FreeParameter.values()).filter(this::isFree).toList();
    }

    private boolean isFree(FreeParameter parameter) {
        return switch (parameter) {
            case TEMPERATURE, LEARNING_RATE -> true;
            case LOSS_RATE -> separateRates;
            case STICKINESS -> stickiness;
            case LAPSE -> lapse;
            case FORGETTING -> forgetting;
            case INITIAL_VALUE -> initialValue instanceof InitialValue.Fitted;
        };
    }

    /**
     * Returns the names of its free parameters; the learning rate is called gain rate where losses have another.
     *
     * @return two to seven names
     */
    public List<String> parameters() {
        Stream<String> names = free().stream()
                .map(each -> separateRates && each == FreeParameter.LEARNING_RATE ? "gain rate" : each.label());
        return names.toList();
    }

    /**
     * Returns the values of its free parameters.
     *
     * @param parameters all parameters
     * @return those that are free here, in the order of {@link #parameters()}
     */
    public double[] values(ChoiceParameters parameters) {
        return free().stream().mapToDouble(each -> each.of(parameters)).toArray();
    }

    /**
     * Fits this model to a sequence by maximum likelihood; see {@link #fit(List, ChoiceSequence)}.
     *
     * @param sequence what was chosen and what it gave
     * @return the best parameters found
     */
    public ChoiceFit fit(ChoiceSequence sequence) {
        return fit(List.of(this), sequence).get(0);
    }

    /**
     * Fits models to a sequence by maximum likelihood.
     *
     * <p>The likelihood has several local maxima. Nelder and Mead's simplex therefore starts from the best points of a grid of
     * temperatures (from a hundredth of the spread of the rewards) and learning rates, and from the maxima of all models that are
     * contained in the model; the best three are sought again more finely. No model is ever less likely than one it contains,
     * also where its initial value is fitted and the other's is 0 or the mean reward. Temperature is sought on the scale of its
     * logarithm, numbers in [0, 1] on that of their log-odds.
     *
     * @param models which parameters are free
     * @param sequence what was chosen and what it gave
     * @return the best parameters found for each model, in the order of the models
     */
    public static List<ChoiceFit> fit(List<ChoiceModel> models, ChoiceSequence sequence) {
        Search search = new Search(sequence);
        return models.stream().map(search::fit).toList();
    }
}
