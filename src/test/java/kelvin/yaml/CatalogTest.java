package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import kelvin.policy.SigmoidGate;
import kelvin.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.nodes.Node;

class CatalogTest {
    private static ComponentType entry(ComponentKind kind, String name) {
        return new Catalog()
                .entries(kind).stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void everyKindIsFoundWithoutARegistry() {
        assertThat(new Catalog().entries(ComponentKind.POLICY))
                .contains(new ComponentType("SigmoidGate", ComponentKind.POLICY, SigmoidGate.class));
        assertThat(new Catalog().entries(ComponentKind.SCHEDULE))
                .extracting(ComponentType::name)
                .contains("Cosine")
                .isSorted();
        assertThat(new Catalog().entries(ComponentKind.LEARNER))
                .extracting(ComponentType::name)
                .contains("Ucb1")
                .doesNotContain("Learner");
        assertThat(new Catalog().entries(ComponentKind.ARM))
                .extracting(ComponentType::name)
                .contains("Bernoulli", "Uniform");
        assertThat(new Catalog().entries(ComponentKind.TESTBED))
                .extracting(ComponentType::name)
                .contains("FixedTestbed");
    }

    static Stream<ComponentType> everyName() {
        return Stream.of(ComponentKind.values()).flatMap(kind -> new Catalog().entries(kind).stream());
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void everyRecordHasASentence(ComponentType entry) {
        assertThat(entry.summary()).isNotBlank().doesNotContain("\n");
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
            Binder binder = new Binder(new Catalog(loader));
            Node node = YamlDocument.parse("x", "{mine.Halving: {start: 3}}");
            assertThat(binder.bind(Schedule.class, node, SourceLocation.top("x"))
                            .at(1))
                    .isEqualTo(1.5);
        }
    }

    @Test
    void parametersAreTheHeader() {
        assertThat(entry(ComponentKind.LEARNER, "ValueLearner").parameters())
                .containsExactly(
                        new Parameter("policy", "policy", Optional.empty()),
                        new Parameter("initialValue", "number", Optional.of("0")),
                        new Parameter("stepSize", "number or schedule", Optional.of("{InverseCount: {start: 1}}")),
                        new Parameter("tryEachArmFirst", "true or false", Optional.of("false")));
    }

    @Test
    void typesAreSaidInPlainWords() {
        assertThat(entry(ComponentKind.SCHEDULE, "Steps").parameters())
                .extracting(Parameter::type)
                .containsExactly("list of numbers", "list of whole numbers");
        assertThat(entry(ComponentKind.LEARNER, "GradientBandit")
                        .parameters()
                        .get(1)
                        .type())
                .isEqualTo("including, excluding, none");
        assertThat(entry(ComponentKind.TESTBED, "FixedTestbed")
                        .parameters()
                        .get(0)
                        .type())
                .isEqualTo("list of arms");
        assertThat(entry(ComponentKind.POLICY, "Annealed").parameters().get(1).type())
                .isEqualTo("text");
    }
}
