package kelvin.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceModelTest {
    private static final double[][] COINS = {{0, 0, 0, 0, 1}, {0, 1}, {0, 1, 1, 1, 1}};
    private static final ChoiceModel PLAIN = new ChoiceModel(false, false);
    private static final ChoiceModel STICKY = new ChoiceModel(true, false);

    private static ChoiceSequence choices() {
        List<Reference.Row> rows = Reference.rows("choices.csv").toList();
        return new ChoiceSequence(
                3,
                rows.stream().map(row -> Integer.valueOf(row.text("choice"))).toList(),
                rows.stream().map(row -> row.number("reward")).toList());
    }

    static Stream<Reference.Row> given() {
        return Reference.rows("choice_model.csv").filter(row -> row.text("row").equals("given"));
    }

    static Stream<Reference.Row> best() {
        return Reference.rows("choice_model.csv").filter(row -> row.text("row").startsWith("best"));
    }

    private static ChoiceParameters parameters(Reference.Row row) {
        return new ChoiceParameters(
                row.number("temperature"), row.number("learning_rate"), row.number("stickiness"), row.number("lapse"));
    }

    @ParameterizedTest
    @MethodSource({"given", "best"})
    void likelihoodsAgreeWithThoseComputedElsewhere(Reference.Row row) {
        double expected = row.number("log_likelihood");
        assertThat(parameters(row).logLikelihood(choices())).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
    }

    @ParameterizedTest
    @MethodSource("best")
    void fitsAreAsLikelyAsThoseFoundElsewhere(Reference.Row row) {
        String name = row.text("row");
        ChoiceModel model = new ChoiceModel(name.contains("stickiness"), name.contains("lapse"));
        ChoiceFit fit = model.fit(choices());
        assertThat(fit.logLikelihood()).isCloseTo(row.number("log_likelihood"), within(1e-6));
        assertThat(model.values(fit.parameters())).containsExactly(model.values(parameters(row)), within(2e-3));
    }

    @Test
    void oneChoiceIsOneSoftmax() {
        ChoiceSequence sequence = new ChoiceSequence(2, List.of(0, 0, 1), List.of(1.0, 0.5, 0.0));
        double expected = Math.log(0.5)
                + new Softmax(0.5).logProbability(new double[] {0.2, 0}, 0)
                + new Softmax(0.5).logProbability(new double[] {0.26, 0}, 1);
        assertThat(new ChoiceParameters(0.5, 0.2, 0, 0).logLikelihood(sequence)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void trueParametersLieWithinTheStandardErrorsFound() {
        ChoiceParameters truth = new ChoiceParameters(0.3, 0.25, 0, 0);
        ChoiceFit fit = PLAIN.fit(truth.simulate(COINS, 3000, Seed.of(1).generator()));
        double[] errors = fit.standardErrors();
        assertThat(errors[0]).isBetween(0.003, 0.03);
        assertThat(fit.parameters().temperature()).isCloseTo(0.3, within(4 * errors[0]));
        assertThat(fit.parameters().learningRate()).isCloseTo(0.25, within(4 * errors[1]));
        assertThat(fit.parameters().learningRate()).isNotCloseTo(0.5, within(4 * errors[1]));
    }

    @Test
    void theBayesianCriterionFindsTheModelThatChose() {
        ChoiceSequence plain = new ChoiceParameters(0.3, 0.3, 0, 0)
                .simulate(COINS, 800, Seed.of(2).generator());
        ChoiceSequence sticky = new ChoiceParameters(0.3, 0.3, 1, 0)
                .simulate(COINS, 800, Seed.of(3).generator());
        assertThat(best(plain)).isEqualTo(PLAIN);
        assertThat(best(sticky)).isEqualTo(STICKY);
    }

    private static ChoiceModel best(ChoiceSequence sequence) {
        return Stream.of(PLAIN, STICKY)
                .min(Comparator.comparingDouble(model -> model.fit(sequence).bic()))
                .orElseThrow();
    }

    @Test
    void criteriaCountFreeParameters() {
        ChoiceFit fit = new ChoiceFit(STICKY, new ChoiceParameters(1, 0.5, 0, 0), new double[3], List.of(), -100, 1000);
        assertThat(fit.aic()).isEqualTo(206);
        assertThat(fit.bic()).isCloseTo(200 + 3 * Math.log(1000), within(1e-12));
    }

    @Test
    void whatRewardsCannotTellHasNoStandardError() {
        ChoiceSequence nothing =
                new ChoiceSequence(2, List.of(0, 1, 0, 1, 1, 0), List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
        assertThat(PLAIN.fit(nothing).standardErrors()).contains(Double.NaN);
    }

    @Test
    void recoveryKnowsGoodFromBad() {
        ChoiceSequence sequence = choices();
        Recovery recovery = Recovery.of(List.of(PLAIN.fit(sequence)), List.of(sequence), 12, Seed.of(1));
        assertThat(recovery.correlation(0)).isGreaterThan(0.7);
        List<ChoiceFit> turned = new ArrayList<>(recovery.fits());
        Collections.rotate(turned, 1);
        assertThat(new Recovery(PLAIN, recovery.truths(), turned).correlation(0))
                .isLessThan(0.6);
    }

    @Test
    void aChoiceOutsideTheActionsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChoiceSequence(2, List.of(2), List.of(1.0)))
                .withMessage("choices = 2, must be in [0, 1]");
    }
}
