package kelvin.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Is what is found the maximum, and never below the maximum of a model that is contained? */
class ChoiceSearchTest {
    private static final double[][] COINS = {{0, 0, 0, 0, 1}, {0, 1, 1, 1, 1}};

    static Stream<Reference.Row> maxima() {
        return Reference.rows("choice_maxima.csv");
    }

    private static ChoiceSequence trials(String subject) {
        List<Reference.Row> rows = Reference.rows("choice_trials.csv")
                .filter(row -> row.text("subject").equals(subject))
                .toList();
        return new ChoiceSequence(
                2,
                rows.stream().map(row -> Integer.valueOf(row.text("choice"))).toList(),
                rows.stream().map(row -> row.number("reward")).toList());
    }

    @ParameterizedTest
    @MethodSource("maxima")
    void nothingLikelierIsFoundFromAThousandStarts(Reference.Row row) {
        ChoiceModel model =
                new ChoiceModel(Boolean.parseBoolean(row.text("stickiness")), Boolean.parseBoolean(row.text("lapse")));
        assertThat(model.fit(trials(row.text("subject"))).logLikelihood())
                .isGreaterThan(row.number("log_likelihood") - 0.02);
    }

    /** Choosers of all kinds: greedy and uniform ones, attentive and not, who like to repeat or to alternate. */
    private static ChoiceSequence chooser(int i, int length) {
        UniformRandomProvider random = Seed.of(71).child(i).generator();
        ChoiceParameters parameters = new ChoiceParameters(
                StrictMath.exp(-5 + 6 * random.nextDouble()),
                random.nextDouble(),
                random.nextDouble(),
                3 * random.nextDouble() - 1.5,
                random.nextInt(2) * random.nextDouble(),
                random.nextInt(2) * random.nextDouble(),
                random.nextDouble() - 0.5);
        return parameters.simulate(COINS, length, random);
    }

    private static long violations(ChoiceModel largest, ChoiceSequence sequence) {
        List<ChoiceModel> models = new ArrayList<>(largest.contained());
        if (largest.initialValue() instanceof InitialValue.Fitted) {
            for (InitialValue start : List.of(InitialValue.zero(), new InitialValue.Mean())) {
                models.addAll(with(largest, start).contained());
            }
        }
        List<ChoiceFit> fits = ChoiceModel.fit(models, sequence);
        return models.stream()
                .flatMap(model -> model.nextSimpler().stream().map(simpler -> violated(fits, model, simpler)))
                .filter(violated -> violated)
                .count();
    }

    private static ChoiceModel with(ChoiceModel model, InitialValue start) {
        return new ChoiceModel(model.stickiness(), model.lapse(), model.separateRates(), model.forgetting(), start);
    }

    private static boolean violated(List<ChoiceFit> fits, ChoiceModel model, ChoiceModel simpler) {
        return logLikelihood(fits, simpler) > logLikelihood(fits, model);
    }

    private static double logLikelihood(List<ChoiceFit> fits, ChoiceModel model) {
        return fits.stream()
                .filter(fit -> fit.model().equals(model))
                .mapToDouble(ChoiceFit::logLikelihood)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSimplerModelNeverFitsBetterThanOneThatContainsIt() {
        ChoiceModel largest = new ChoiceModel(true, true);
        assertThat(IntStream.range(0, 8).mapToLong(i -> violations(largest, chooser(i, 60))))
                .containsOnly(0L);
    }

    @Test
    @Tag("long")
    void norDoesItAmongManySubjects() {
        ChoiceModel largest = new ChoiceModel(true, true);
        assertThat(IntStream.range(12, 150).mapToLong(i -> violations(largest, chooser(i, 60))))
                .containsOnly(0L);
    }

    @Test
    @Tag("long")
    void norDoesItWithEveryOption() {
        ChoiceModel largest = new ChoiceModel(true, true, true, true, new InitialValue.Fitted());
        assertThat(IntStream.range(0, 12).mapToLong(i -> violations(largest, chooser(i, 60))))
                .containsOnly(0L);
    }

    @Test
    void aSimplerModelCanFitWorse() {
        ChoiceSequence sticky = new ChoiceParameters(0.5, 0.3, 1.5, 0)
                .simulate(COINS, 100, Seed.of(1).generator());
        double plain = new ChoiceModel(false, false).fit(sticky).logLikelihood();
        assertThat(new ChoiceModel(true, false).fit(sticky).logLikelihood()).isGreaterThan(plain + 2);
    }

    @Test
    void modelsContainAllWithFewerFreeParameters() {
        assertThat(ChoiceModel.ALL).hasSize(4);
        assertThat(new ChoiceModel(true, false, true, false, InitialValue.zero()).contained())
                .extracting(ChoiceModel::parameters)
                .containsExactly(
                        List.of("temperature", "learning rate"),
                        List.of("temperature", "learning rate", "stickiness"),
                        List.of("temperature", "gain rate", "loss rate"),
                        List.of("temperature", "gain rate", "loss rate", "stickiness"));
    }
}
