package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {
    @ParameterizedTest
    @CsvSource({
        "REGRET,               regret,               true,  false, false, false",
        "REWARD,               reward,               true,  true,  false, true",
        "OPTIMAL_ACTION,       optimal_action,       true,  true,  true,  true",
        "SIMPLE_REGRET,        simple_regret,        false, false, false, false",
        "IDENTIFICATION_ERROR, identification_error, false, false, true,  false"
    })
    void metricsHaveTheirProperties(
            Metric metric, String key, boolean general, boolean average, boolean fraction, boolean larger) {
        assertThat(metric.key()).isEqualTo(key);
        assertThat(metric.general()).isEqualTo(general);
        assertThat(metric.average()).isEqualTo(average);
        assertThat(metric.fraction()).isEqualTo(fraction);
        assertThat(metric.larger()).isEqualTo(larger);
    }

    @ParameterizedTest
    @CsvSource({
        "PROBABILITY, probability, true",
        "VALUE,       value,       true",
        "ENTROPY,     entropy,     false",
        "TEMPERATURE, temperature, false"
    })
    void tracedQuantitiesHaveTheirs(TracedQuantity quantity, String key, boolean ofArms) {
        assertThat(quantity.key()).isEqualTo(key);
        assertThat(quantity.ofArms()).isEqualTo(ofArms);
    }

    @Test
    void unitsHaveTheirWords() {
        assertThat(new String[] {StepUnit.STEP.singular(), StepUnit.STEP.plural(), StepUnit.STEP.work()})
                .containsExactly("step", "steps", "decisions");
        assertThat(new String[] {StepUnit.EPISODE.singular(), StepUnit.EPISODE.plural(), StepUnit.EPISODE.work()})
                .containsExactly("episode", "episodes", "episodes");
    }
}
