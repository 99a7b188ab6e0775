package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kelvin.policy.SigmoidGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    private static Entry entry(Kind kind, String name) {
        return new Catalog()
                .entries(kind).stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void everyKindIsFoundWithoutARegistry() {
        assertThat(new Catalog().entries(Kind.POLICY))
                .contains(new Entry("SigmoidGate", Kind.POLICY, SigmoidGate.class));
        assertThat(new Catalog().entries(Kind.SCHEDULE))
                .extracting(Entry::name)
                .contains("Cosine")
                .isSorted();
        assertThat(new Catalog().entries(Kind.LEARNER))
                .extracting(Entry::name)
                .contains("Ucb1")
                .doesNotContain("Learner");
        assertThat(new Catalog().entries(Kind.ARM)).extracting(Entry::name).containsExactly("Bernoulli", "Gaussian");
        assertThat(new Catalog().entries(Kind.TESTBED)).extracting(Entry::name).contains("FixedTestbed");
    }

    @ParameterizedTest
    @MethodSource("kelvin.experiment.TreeTest#everyName")
    void everyRecordHasASentence(Entry entry) {
        assertThat(entry.summary()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void parametersAreTheHeader() {
        assertThat(entry(Kind.LEARNER, "ValueLearner").parameters())
                .containsExactly(
                        new Parameter("policy", "policy", Optional.empty()),
                        new Parameter("initialValue", "number", Optional.of("0")),
                        new Parameter("stepSize", "number or schedule", Optional.of("{InverseCount: {start: 1}}")),
                        new Parameter("tryEachArmFirst", "true or false", Optional.of("false")));
    }

    @Test
    void typesAreSaidInPlainWords() {
        assertThat(entry(Kind.SCHEDULE, "Steps").parameters())
                .extracting(Parameter::type)
                .containsExactly("list of numbers", "list of whole numbers");
        assertThat(entry(Kind.LEARNER, "GradientBandit").parameters().get(1).type())
                .isEqualTo("including, excluding, none");
        assertThat(entry(Kind.TESTBED, "FixedTestbed").parameters().get(0).type())
                .isEqualTo("list of arms");
        assertThat(entry(Kind.POLICY, "Annealed").parameters().get(1).type()).isEqualTo("text");
    }
}
