package kelvin.choice;

/**
 * A model fitted to a sequence.
 *
 * @param model which parameters were free
 * @param parameters those that make the sequence likeliest
 * @param standardErrors one for each free parameter, in the order of {@link ChoiceModel#parameters()}; {@code NaN} where the
 *     likelihood does not curve downwards, as at the edge of a range
 * @param logLikelihood ln P of the sequence
 * @param choices how many choices the sequence has
 */
public record ChoiceFit(
        ChoiceModel model, ChoiceParameters parameters, double[] standardErrors, double logLikelihood, int choices) {
    /**
     * Akaike's criterion: smaller is better.
     *
     * @return 2k − 2 ln L for k free parameters
     */
    public double aic() {
        return 2 * standardErrors.length - 2 * logLikelihood;
    }

    /**
     * The Bayesian criterion: smaller is better, and another parameter must earn more the more choices there are.
     *
     * @return k ln n − 2 ln L for k free parameters and n choices
     */
    public double bic() {
        return standardErrors.length * StrictMath.log(choices) - 2 * logLikelihood;
    }
}
