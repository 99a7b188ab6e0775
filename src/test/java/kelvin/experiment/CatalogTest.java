package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import kelvin.contract.Default;
import kelvin.policy.SigmoidGate;
import kelvin.schedule.Schedule;
import kelvin.yaml.Binder;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import kelvin.yaml.Parameter;
import kelvin.yaml.YamlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    private static ComponentType entry(ComponentKind kind, String name) {
        return new Catalog()
                .entries(kind).stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Parameter> parameters(ComponentKind kind, String name) {
        return Catalog.parameters(entry(kind, name));
    }

    @Test
    void everyKindIsFoundWithoutARegistry() {
        assertThat(new Catalog().entries(ComponentKinds.POLICY))
                .contains(new ComponentType("SigmoidGate", ComponentKinds.POLICY, SigmoidGate.class));
        assertThat(new Catalog().entries(ComponentKinds.SCHEDULE))
                .extracting(ComponentType::name)
                .contains("Cosine")
                .isSorted();
        assertThat(new Catalog().entries(ComponentKinds.LEARNER))
                .extracting(ComponentType::name)
                .contains("Ucb1")
                .doesNotContain("Learner");
        assertThat(new Catalog().entries(ComponentKinds.ARM))
                .extracting(ComponentType::name)
                .contains("Bernoulli", "Uniform");
        assertThat(new Catalog().entries(ComponentKinds.TESTBED))
                .extracting(ComponentType::name)
                .contains("FixedTestbed");
    }

    static Stream<ComponentType> everyName() {
        return ComponentKinds.ALL.stream().flatMap(kind -> new Catalog().entries(kind).stream());
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void everyRecordHasASentence(ComponentType entry) {
        assertThat(entry.summary()).isNotBlank().doesNotContain("\n");
    }

    /** Components that are named themselves; numbers and words cannot be misread. */
    @ParameterizedTest
    @MethodSource("everyName")
    void everyDefaultIsUnderstood(ComponentType entry) {
        Stream.of(entry.type().getRecordComponents())
                .filter(part ->
                        part.getType().isInterface() && part.getType().getName().startsWith("kelvin."))
                .filter(part -> part.isAnnotationPresent(Default.class))
                .forEach(part -> assertThat(bound(part.getType(), part.getAnnotation(Default.class)))
                        .isInstanceOf(part.getType()));
    }

    private static Object bound(Class<?> type, Default value) {
        return new Catalog().binder().bind(type, YamlDocument.root("x", value.value()));
    }

    @Test
    void aUsersRecordIsFoundThroughTheirClassPath(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Halving.java"), """
                package mine;
                public record Halving(double start) implements kelvin.schedule.Schedule {
                    public double at(long step) { return start / 2; }
                }
                """);
        String[] arguments = {"-proc:none", "-d", folder.toString(), source.toString()};
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Binder binder = new Catalog(loader).binder();
            Schedule bound = binder.bind(Schedule.class, YamlDocument.root("x", "{mine.Halving: {start: 3}}"));
            assertThat(bound.at(1)).isEqualTo(1.5);
        }
    }

    @Test
    void parametersAreTheHeader() {
        assertThat(parameters(ComponentKinds.LEARNER, "ValueLearner"))
                .containsExactly(
                        new Parameter("policy", "policy", Optional.empty()),
                        new Parameter("initialValue", "number", Optional.of("0")),
                        new Parameter("stepSize", "number or schedule", Optional.of("{InverseCount: {start: 1}}")),
                        new Parameter("tryEachArmFirst", "true or false", Optional.of("false")));
    }

    @Test
    void typesAreSaidInPlainWords() {
        assertThat(parameters(ComponentKinds.SCHEDULE, "Steps"))
                .extracting(Parameter::type)
                .containsExactly("list of numbers", "list of whole numbers");
        assertThat(parameters(ComponentKinds.LEARNER, "GradientBandit").get(1).type())
                .isEqualTo("including, excluding, none");
        assertThat(parameters(ComponentKinds.TESTBED, "FixedTestbed").get(0).type())
                .isEqualTo("list of arms");
        assertThat(parameters(ComponentKinds.POLICY, "Annealed").get(1).type()).isEqualTo("text");
    }
}
