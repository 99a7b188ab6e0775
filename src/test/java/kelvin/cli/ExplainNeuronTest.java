package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.chart.Profiles;
import kelvin.cli.text.ActivationCurves;
import kelvin.cli.text.ExplainedNeuron;
import kelvin.cli.text.NeuronActivation;
import kelvin.cli.text.NeuronLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainNeuronTest {
    private static String explain(String options) {
        Kelvin answer =
                Kelvin.run((Object[]) ("explain --neuron " + options).strip().split(" "));
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer.out();
    }

    /** Numbers of mpmath with 30 digits. */
    @Test
    void aSigmoidLearnsByLogLoss() {
        assertThat(explain(""))
                .containsPattern("1 +1\\.0 +0\\.8 +0\\.800000 +0\\.194680 +0\\.994680 +0\\.994680\n")
                .containsPattern("2 +0\\.5 +-0\\.3 +-0\\.150000 +0\\.097340 +-0\\.202660 +-0\\.101330\n")
                .containsPattern("threshold θ +-1\\.0 +0\\.2 +-0\\.200000 +-0\\.194680 +0\\.005320 +-0\\.005320\n")
                .containsPattern("sum z +0\\.450000 +0\\.888031\n")
                .containsPattern("output f\\(z\\) +0\\.610639 +0\\.708484\n")
                .containsPattern("derivative f′\\(z\\) +0\\.237759 +0\\.206535\n")
                .containsPattern("log-loss +0\\.493249 +0\\.344628\n")
                .contains("The error is target − output = 0.389361;", "error · f′(z) = 0.092574.");
    }

    /** z = −1.2: f = 0, whatever the weights are changed by. */
    @Test
    void aReluBelowItsThresholdLearnsNothing() {
        assertThat(explain("--weights -1,0 --activation relu"))
                .containsPattern("sum z +-1\\.200000 +-1\\.200000\n")
                .containsPattern("½ error² +0\\.500000 +0\\.500000\n")
                .endsWith(
                        "delta = error · f′(z) = 0. The derivative is 0: nothing is learnt, however wrong the output.\n");
    }

    /** z = 1·3 + 2·1 − 1 = 4, target 5: each weight moves by 0.1·1·x, z to 4 + 0.1·(1 + 4 + 1) = 4.6. */
    @Test
    void aStraightLineLearnsByItsError() {
        assertThat(explain("--inputs 1,2 --weights 3,1 --threshold 1 --activation identity --target 5 --step-size 0.1"))
                .containsPattern("sum z +4\\.000000 +4\\.600000\n")
                .containsPattern("½ error² +0\\.500000 +0\\.080000\n");
    }

    /** z = 0.45 fires; the rule of the perceptron subtracts 0.5·x: z = 0.3 − 0.275 − 0.7 = −0.675. */
    @Test
    void aStepLearnsByThePerceptronsRule() {
        assertThat(explain("--activation step --target 0"))
                .containsPattern("sum z +0\\.450000 +-0\\.675000\n")
                .containsPattern("output f\\(z\\) +1\\.000000 +0\n")
                .containsPattern("\\|z\\| if wrong +0\\.450000 +0\n")
                .contains("The neuron fires.", "the perceptron's rule");
        assertThat(explain("--activation step --target 0 --loss squared")).contains("nothing is learnt");
        assertThat(explain("--activation step --target 1"))
                .contains("rule. The output is right: nothing is learnt.")
                .doesNotContain("would be learnt");
    }

    /** The sum goes from 0.45 by 5·2.55·2.25 to 29.1375: further from the target 3 than before, on the other side. */
    @Test
    void aStepThatIsTooLargeIsSaidToBe(@TempDir Path folder) throws IOException {
        assertThat(explain("--activation identity --target 3 --step-size 5 --results " + folder))
                .contains("\nThe step is too large: it leads past the target, where the loss is larger than before.");
        assertThat(Files.readString(folder.resolve("neuron.svg")))
                .contains("A step past the target 3.0: the sum goes from 0.450000 to 29.137500. It is too large");
        assertThat(folder.resolve("neuron.svg"))
                .content()
                .satisfies(svg -> assertThat(svg.split("<circle"))
                        .as("curves of 240 points have no dots but those of the neuron")
                        .hasSizeLessThan(10));
        assertThat(explain("--activation identity --target 3 --step-size 0.1")).doesNotContain("too large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SIGMOID  | 40   | 0.999999999999999996 | 4.24835425529158899533e-18
            SIGMOID  | -745 | 2.8223507e-324       | 2.8223507e-324
            SIGMOID  | 0    | 0.5                  | 0.25
            TANH     | 20   | 1                    | 1.69934170211664417655e-17
            TANH     | 0.45 | 0.42189900525000798  | 0.822001229369053783713
            RELU     | 0    | 0                    | 0
            RELU     | 3    | 3                    | 1
            IDENTITY | -3   | -3                   | 1
            STEP     | 0    | 1                    | 0
            STEP     | -1   | 0                    | 0
            """)
    void activationsAndDerivativesAreExact(NeuronActivation f, double z, double output, double derivative) {
        assertThat(f.of(z)).isCloseTo(output, withinPercentage(1e-12));
        assertThat(f.derivative(z)).isCloseTo(derivative, withinPercentage(1e-12));
    }

    /** By squared error a neuron that is sure and wrong learns next to nothing, by log-loss all there is to learn. */
    @Test
    void logLossLearnsWhereTheSigmoidIsSure() {
        ExplainedNeuron sure = neuron(NeuronLoss.LOG);
        assertThat(sure.sum()).isEqualTo(-40);
        assertThat(sure.learnt().sum()).isCloseTo(-39, within(1e-12));
        assertThat(neuron(NeuronLoss.SQUARED).learnt().sum()).isEqualTo(-40);
    }

    private static ExplainedNeuron neuron(NeuronLoss loss) {
        return new ExplainedNeuron(new double[] {1}, new double[] {-40}, 0, NeuronActivation.SIGMOID, loss, 1, 0.5);
    }

    /** The largest derivative is ¼ of a sigmoid and 1 of tanh, both at 0; the ReLU's jumps there from 0 to 1. */
    @Test
    void derivativesAreDrawnBesideTheirActivations() {
        Profiles drawn =
                ActivationCurves.of(List.of(NeuronActivation.SIGMOID, NeuronActivation.TANH, NeuronActivation.RELU));
        assertThat(drawn.plots())
                .extracting(plot -> DoubleStream.of(plot.lines().get(1)).max().orElseThrow())
                .containsExactly(0.25, 1.0, 1.0);
        int left = drawn.x().length / 2 - 1;
        assertThat(drawn.x()[left]).isEqualTo(-Double.MIN_VALUE);
        assertThat(drawn.plots().get(2).lines().get(1)[left]).isZero();
        assertThat(drawn.plots().get(2).lines().get(1)[left + 1]).isEqualTo(1);
        assertThat(drawn.plots().get(1).lines().get(0)[0]).isEqualTo(Math.tanh(-4), within(1e-15));
    }

    @Test
    void theChartMarksTheNeuron(@TempDir Path folder) {
        assertThat(explain("--results " + folder))
                .endsWith("\n" + folder.resolve("neuron.png") + ": written\n" + folder.resolve("neuron.svg")
                        + ": written\n");
        assertThat(folder.resolve("neuron.svg")).content().contains("before", "after", "sigmoid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --neuron 1 2                              | found values beside --neuron, must be one of the two
            --neuron --policy {Greedy:{}}             | found --policy beside --neuron, must be one of the two
            1 2 --inputs 1,2                          | found --inputs without --neuron
            --neuron --inputs 1,2,3                   | --weights: found 2, must be 3, one for each of --inputs
            --neuron --weights NaN,1                  | --weights: found NaN, must be finite
            --neuron --step-size 0                    | --step-size: found 0.0, must be > 0
            --neuron --target 2                       | --target: found 2.0, must be from 0 to 1 for log-loss
            --neuron --activation step --target 0.5   | --target: found 0.5, must be 0 or 1 for a step
            --neuron --activation tanh --loss log     | --loss: found log, which goes with --activation sigmoid, not with tanh
            --neuron --loss perceptron                | --loss: found perceptron, which goes with --activation step, not with sigmoid
            --neuron --weights 1e308,1e308 --inputs 9,9 | the weighted sum overflows, must be finite before and after the step
            --neuron --activation gauss               | --activation: found 'gauss', must be one of sigmoid, tanh, relu, identity, step; see kelvin explain --help
            """)
    void whatDoesNotGoTogetherIsRefused(String options, String message) {
        Kelvin answer = Kelvin.run((Object[]) ("explain " + options).split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: " + message);
    }

    @Test
    void completionKnowsTheActivations() {
        assertThat(Kelvin.run("completion").out()).contains("--neuron", "identity", "perceptron");
    }
}
