package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.chart.Charts;
import kelvin.chart.Profiles;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.yaml.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's tables and pictures show what the policies do now. */
class GuideTest {
    private static final double[] VALUES = {-0.5, 1.2, -0.1, 2.4};

    @TempDir
    private Path folder;

    static Stream<String> rows() throws IOException {
        return Stream.of("which-policy.md", "one-or-several.md")
                .flatMap(GuideTest::lines)
                .filter(line -> line.startsWith("| `{"));
    }

    private static Stream<String> lines(String page) {
        try {
            return Files.readAllLines(GuideFigures.FOLDER.resolve(page)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tablesShowTheProbabilities(String row) {
        String yaml = row.substring(3, row.indexOf("`", 3));
        Object policy = new Catalog().anyPolicy("guide", yaml);
        DoubleStream numbers = policy instanceof SubsetPolicy subset
                ? DoubleStream.concat(
                        DoubleStream.of(subset.inclusion(VALUES)), DoubleStream.of(subset.expectedSize(VALUES)))
                : DoubleStream.of(((PolicySchedule) policy).at(1).probabilities(VALUES));
        assertThat(row)
                .endsWith(numbers.mapToObj(x -> String.format(Locale.ROOT, "| %.4f ", x))
                        .collect(Collectors.joining("", "` ", "|")));
    }

    /** The dots of the picture in the repository lie, to a pixel, where they would be drawn today. */
    @ParameterizedTest
    @ValueSource(strings = {"which-policy", "how-many", "activations"})
    void picturesShowTheProbabilities(String name) throws IOException {
        Charts.draw(GuideFigures.all().get(name), folder, name);
        double[] now = SvgDots.of(folder.resolve(name + ".svg"));
        assertThat(now).hasSizeGreaterThan(100);
        assertThat(SvgDots.of(GuideFigures.FOLDER.resolve(name + ".svg"))).containsExactly(now, within(1.0));
    }

    @Test
    void everyPolicyWithATemperatureIsDrawn() {
        List<String> drawn = GuideFigures.all().values().stream()
                .flatMap(figure -> figure.plots().stream().map(Profiles.Plot::title))
                .map(title -> title.replaceFirst(",.*", "").replace(" g", "G").replace(" b", "B"))
                .toList();
        assertThat(Stream.of(ComponentKinds.POLICY, ComponentKinds.SUBSET)
                        .flatMap(kind -> new Catalog().entries(kind).stream()))
                .filteredOn(entry -> Catalog.parameters(entry).stream()
                        .map(Parameter::name)
                        .anyMatch(List.of("temperature", "policy")::contains))
                .filteredOn(entry -> !entry.name().equals("Annealed"))
                .allSatisfy(entry -> assertThat(drawn).contains(entry.name()));
    }

    @Test
    void everyPolicyIsMentioned() {
        String guide = Stream.of("which-policy.md", "one-or-several.md")
                .flatMap(GuideTest::lines)
                .collect(Collectors.joining());
        assertThat(Stream.of(ComponentKinds.POLICY, ComponentKinds.SUBSET)
                        .flatMap(kind -> new Catalog().entries(kind).stream()))
                .allSatisfy(entry -> assertThat(guide).containsPattern("\\b" + entry.name() + "\\b"));
    }
}
