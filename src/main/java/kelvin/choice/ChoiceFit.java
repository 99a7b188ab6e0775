package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;
import kelvin.numeric.Log;

/**
 * The result of a maximum-likelihood fit of a model to a sequence.
 *
 * @param model which parameters were free
 * @param parameters those that make the sequence likeliest
 * @param standardErrors one for each free parameter, in its own unit and in the order of {@link ChoiceModel#parameters()}, from the
 *     curvature of the likelihood (observed information); {@code NaN} where the parameter is not {@link Identification#IDENTIFIED}
 * @param identification how well each free parameter is determined, in the same order
 * @param logLikelihood ln P of the sequence
 * @param choices how many choices the likelihood has
 */
@Stability(MAY_CHANGE)
public record ChoiceFit(
        ChoiceModel model,
        ChoiceParameters parameters,
        double[] standardErrors,
        List<Identification> identification,
        double logLikelihood,
        int choices) {
    /**
     * Computes Akaike's information criterion (AIC); smaller is better.
     *
     * @return 2k − 2 ln L for k free parameters
     */
    public double aic() {
        return 2 * standardErrors.length - 2 * logLikelihood;
    }

    /**
     * Computes the Bayesian information criterion (BIC); smaller is better, and an additional parameter costs more the
     * more choices there are.
     *
     * @return k ln n − 2 ln L for k free parameters and n choices
     */
    public double bic() {
        return standardErrors.length * Log.of(choices) - 2 * logLikelihood;
    }
}
