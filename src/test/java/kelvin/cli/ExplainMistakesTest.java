package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.policy.subset.SubsetPolicy;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of {@code kelvin explain} that are out of range or do not go together, and policies that break their contract. */
class ExplainMistakesTest {
    private static final List<String> EXAMPLE = List.of("-0.5", "1.2", "-0.1", "2.4");

    private static Kelvin explain(List<String> values, String... options) {
        List<Object> words = new ArrayList<>(List.of("explain"));
        words.addAll(values);
        words.addAll(List.of(options));
        return Kelvin.run(words.toArray());
    }

    private static Kelvin explain(String... options) {
        return explain(EXAMPLE, options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --temperature 0                             | --temperature: found 0.0, must be finite and > 0
                    --temperature 1,2,3,4,5,6,7,8,9             | --temperature: found 9 of them, must be at most 8
                    --temperature 1 --policy {"Greedy":{}}      | --temperature: found Greedy[], must be a policy with a temperature to set
                    --temperature 1,2 --raise 0=1               | found --raise beside several temperatures, must be one of the two
                    --draws 5 --raise 0=1                       | found --raise beside --draws, must be one of the two
                    --draws 0                                   | --draws: found 0, must be 1 to 10,000,000
                    --raise 4=1                                 | --raise: found action 4, must be 0 to 3
                    --raise 3:1                                 | --raise: found '3:1', must be the number of an action, =, and a finite amount, such as 3=0.5
                    --raise 3=NaN                               | --raise: found '3=NaN', must be the number of an action, =, and a finite amount, such as 3=0.5
                    """)
    void whatDoesNotGoTogetherIsOneError(String options, String message) {
        Kelvin answer = explain(options.split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: " + message);
        assertThat(answer.out()).isEmpty();
    }

    /** Says that each action is in the set twice. */
    public record Twice() implements SubsetPolicy {
        @Override
        public void inclusion(double[] values, double[] out) {
            Arrays.fill(out, 2);
        }

        @Override
        public void select(double[] values, UniformRandomProvider random, boolean[] out) {
            Arrays.fill(out, true);
        }

        @Override
        public double logProbability(double[] values, boolean[] subset) {
            return 0;
        }
    }

    @Test
    void aSubsetPolicyWhoseProbabilitiesAreNoneIsRefused() {
        Kelvin answer = explain("--policy", "{" + Twice.class.getName() + ": {}}");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith(
                        "kelvin: Twice[] breaks its contract: the inclusion probability of action 0 is 2.0, must be in");
    }

    @Test
    void aClosedActionIsNotRaised() {
        assertThat(explain(List.of("1", "-inf"), "--raise", "1=1").err().strip())
                .isEqualTo("kelvin: --raise: found action 1, which is closed, must be an open one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--temperature 1", "--draws 2", "--raise 0=1", "--html x.html"})
    void optionsOfValuesAreNotForModelsOrNeurons(String option) {
        Stream<String> model = Stream.of("explain", "--model", "{Ridge: {}}", "--context", "1");
        String name = option.split(" ", -1)[0];
        assertThat(Kelvin.run(
                        Stream.concat(model, Arrays.stream(option.split(" "))).toArray()))
                .returns(2, Kelvin::code)
                .returns("kelvin: found " + name + " beside --model, must be one of the two\n", Kelvin::err);
        assertThat(Kelvin.run(Stream.concat(Stream.of("explain", "--neuron"), Arrays.stream(option.split(" ")))
                        .toArray()))
                .returns(2, Kelvin::code)
                .returns("kelvin: found " + name + " beside --neuron, must be one of the two\n", Kelvin::err);
    }
}
