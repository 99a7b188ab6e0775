package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few repetitions of the experiments with learnt features give what their comments and the guide tell of them. */
@Tag("long")
class NeuralLinearPageTest {
    private static Results play(String name, int repetitions) {
        return ExperimentFile.read(Path.of("experiments", name), new Catalog(), new Overrides(null, repetitions, null))
                .experiment()
                .play(2, decisions -> {});
    }

    @Test
    void learntFeaturesAreRightMoreOftenThanPixels() {
        Map<String, Double> right = play("neural-linear-digits.yaml", 3).series(Metric.REGRET).stream()
                .collect(Collectors.toMap(
                        MetricCurve::learner, curve -> 1 - curve.mean()[curve.mean().length - 1] / 1797));
        assertThat(right.get("learnt features, UCB")).isCloseTo(0.84, within(0.02));
        assertThat(right.get("pixels, UCB")).isCloseTo(0.81, within(0.02));
        assertThat(right.get("random features, UCB")).isCloseTo(0.79, within(0.03));
        assertThat(right.get("network, softmax")).isCloseTo(0.78, within(0.05));
        assertThat(right.get("five networks, softmax")).isCloseTo(0.76, within(0.06));
    }

    /** Losses per decision; a line gives up the hub for the rim. */
    @Test
    void learntFeaturesBendAtTheRadiusAndTakeLongerToBeSure() {
        Map<String, Double> lost = play("neural-linear.yaml", 4).contexts().groups().stream()
                .collect(Collectors.toMap(
                        group -> group.learner() + ", " + group.group(), group -> group.regret() / group.decisions()));
        assertThat(lost.get("ridge, UCB, hub")).isCloseTo(0.14, within(0.02));
        assertThat(lost.get("random features, UCB, hub")).isCloseTo(0.11, within(0.02));
        assertThat(lost.get("learnt features, UCB, hub")).isCloseTo(0.05, within(0.02));
        assertThat(lost.get("learnt features, UCB, rim")).isGreaterThan(1.2 * lost.get("ridge, UCB, rim"));
    }
}
