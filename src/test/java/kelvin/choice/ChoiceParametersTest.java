package kelvin.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kelvin.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceParametersTest {
    private static final double UNKNOWN = Double.NaN;
    private static final ChoiceParameters PLAIN = new ChoiceParameters(0.5, 0.4, 0, 0);
    private static final ChoiceParameters STICKY = new ChoiceParameters(0.5, 0.4, 1, 0);
    private static final ChoiceParameters FORGETFUL = new ChoiceParameters(0.5, 0.4, 0.4, 0, 0, 0.25, 0);

    static Stream<Reference.Row> variants() {
        return Reference.rows("choice_variants.csv");
    }

    private static ChoiceSequence trials() {
        List<Reference.Row> rows = Reference.rows("choice_trials.csv")
                .filter(row -> row.text("subject").equals("all"))
                .toList();
        List<Integer> choices = new ArrayList<>();
        List<Double> rewards = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Reference.Row row : rows) {
            boolean missed = row.text("choice").equals("NA");
            choices.add(missed ? ChoiceSequence.MISSED : Integer.parseInt(row.text("choice")));
            rewards.add(row.text("reward").equals("NA") ? UNKNOWN : row.number("reward"));
            if (Integer.parseInt(row.text("session")) == starts.size()) {
                starts.add(choices.size() - 1);
            }
        }
        return new ChoiceSequence(2, choices, rewards, starts);
    }

    private static ChoiceParameters parameters(Reference.Row row) {
        return new ChoiceParameters(
                row.number("temperature"),
                row.number("learning_rate"),
                row.number("loss_rate"),
                row.number("stickiness"),
                row.number("lapse"),
                row.number("forgetting"),
                row.number("initial_value"));
    }

    /** With three sessions, missed trials and unknown rewards. */
    @ParameterizedTest
    @MethodSource("variants")
    void likelihoodsAgreeWithThoseComputedElsewhere(Reference.Row row) {
        double expected = row.number("log_likelihood");
        assertThat(trials().starts()).containsExactly(0, 80, 160);
        assertThat(parameters(row).logLikelihood(trials())).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
    }

    private static ChoiceSequence sequence(List<Integer> choices, Double... rewards) {
        return new ChoiceSequence(2, choices, List.of(rewards));
    }

    @Test
    void missedTrialsAreNotInTheLikelihood() {
        ChoiceSequence missed = sequence(List.of(0, -1, 1, 0), 1.0, UNKNOWN, 0.0, 1.0);
        ChoiceSequence without = sequence(List.of(0, 1, 0), 1.0, 0.0, 1.0);
        assertThat(PLAIN.logLikelihood(missed)).isEqualTo(PLAIN.logLikelihood(without));
        assertThat(missed.made()).isEqualTo(3);
    }

    @Test
    void missedTrialsTakeTheirTime() {
        ChoiceSequence missed = sequence(List.of(0, -1, 0), 1.0, UNKNOWN, 1.0);
        ChoiceSequence without = sequence(List.of(0, 0), 1.0, 1.0);
        double forgotten = 0.4 * 0.75 / 0.5;
        assertThat(FORGETFUL.logLikelihood(missed))
                .isCloseTo(Math.log(0.5) - Math.log1p(Math.exp(-forgotten)), within(1e-14));
        assertThat(STICKY.logLikelihood(missed)).isEqualTo(PLAIN.logLikelihood(without));
        assertThat(STICKY.logLikelihood(without)).isGreaterThan(PLAIN.logLikelihood(without));
    }

    @Test
    void anUnknownRewardTeachesNothing() {
        ChoiceSequence unknown = sequence(List.of(0, 0), UNKNOWN, 1.0);
        assertThat(PLAIN.logLikelihood(unknown)).isCloseTo(2 * Math.log(0.5), within(1e-15));
        assertThat(unknown.unrewarded()).isEqualTo(1);
    }

    @Test
    void sessionsBeginAnew() {
        List<Integer> choices = List.of(0, 0, 1, 0, 1);
        List<Double> rewards = List.of(1.0, 0.0, 1.0, 1.0, 0.0);
        ChoiceSequence two = new ChoiceSequence(2, choices, rewards, List.of(0, 2));
        double apart = STICKY.logLikelihood(new ChoiceSequence(2, choices.subList(0, 2), rewards.subList(0, 2)))
                + STICKY.logLikelihood(new ChoiceSequence(2, choices.subList(2, 5), rewards.subList(2, 5)));
        assertThat(STICKY.logLikelihood(two)).isCloseTo(apart, within(1e-14));
        assertThat(STICKY.logLikelihood(new ChoiceSequence(2, choices, rewards)))
                .isNotCloseTo(apart, within(0.01));
    }

    @Test
    void sessionsStartAtTheFirstTrialAndInOrder() {
        for (List<Integer> starts : List.of(List.<Integer>of(), List.of(1), List.of(0, 0), List.of(0, 2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ChoiceSequence(2, List.of(0, 1), List.of(1.0, 0.0), starts))
                    .withMessageStartingWith("starts = " + starts);
        }
    }

    @Test
    void aSequenceHasAChoice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence(List.of(-1, -1), UNKNOWN, UNKNOWN))
                .withMessage("choices = only missed ones, must be at least one");
    }
}
