package kelvin.experiment;

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
        assertThat(new Catalog().entries(Kind.ARM)).extracting(Entry::name).contains("Bernoulli", "Uniform");
        assertThat(new Catalog().entries(Kind.TESTBED)).extracting(Entry::name).contains("FixedTestbed");
    }

    static Stream<Entry> everyName() {
        return Stream.of(Kind.values()).flatMap(kind -> new Catalog().entries(kind).stream());
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void everyRecordHasASentence(Entry entry) {
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
            Node node = Document.parse("x", "{mine.Halving: {start: 3}}");
            assertThat(binder.bind(Schedule.class, node, Place.top("x")).at(1)).isEqualTo(1.5);
        }
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
