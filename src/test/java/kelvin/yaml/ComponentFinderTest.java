package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Schedule;
import mine.Laplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records by their names in a vocabulary of two kinds, some of them in a jar or folder of a user's own. */
class ComponentFinderTest {
    private static final ComponentKind ARM = ComponentKind.of("arm", "{Bernoulli: {p: 0.6}}", Arm.class);
    private static final ComponentKind THRESHOLD =
            ComponentKind.of("threshold", "{MeanThreshold: {}}", Threshold.class);
    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(ARM, THRESHOLD),
            VaryingForm.of(
                    Policy.class, Annealed.class, Annealed.class, "with", Schedule.class, schedule -> schedule.at(1)),
            Aliases.of(
                    "Bernoulli: coin flip\nGaussian: normal\nStudentT: heavy tails\nPoisson: rare", "p: probability"));
    private static final SourceLocation PLACE = SourceLocation.top("x");
    private static final String BUILT_IN = "Bernoulli, Beta, Binomial, Constant, Empirical, Exponential, Gamma,"
            + " Gaussian, Geometric, Mixture, Pareto, Poisson, StudentT, TruncatedGaussian, Uniform";

    @TempDir
    private Path folder;

    private static ComponentFinder finder(ClassLoader loader) {
        return new ComponentFinder(VOCABULARY, loader);
    }

    private static ComponentFinder finder() {
        return finder(ComponentFinderTest.class.getClassLoader());
    }

    private static byte[] compiled(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private Path jar(String... others) throws IOException {
        Path jar = folder.resolve("own.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : others) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("no class".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("mine/Laplace.class"));
            zip.write(compiled(Laplace.class));
        }
        return jar;
    }

    private static URLClassLoader loader(Path place) throws IOException {
        return OutsideCode.loader(new URL[] {place.toUri().toURL()}, ComponentFinderTest.class.getClassLoader());
    }

    private static List<String> names(ComponentFinder finder, ComponentKind kind) {
        return finder.entries(kind).stream().map(ComponentType::name).toList();
    }

    @Test
    void theRecordsOfAKindAreThoseOfItsPackages() {
        assertThat(String.join(", ", names(finder(), ARM))).isEqualTo(BUILT_IN);
        assertThat(finder().entries(ARM).get(0)).isEqualTo(new ComponentType("Bernoulli", ARM, Bernoulli.class));
        assertThat(finder().find("Bernoulli", List.of(THRESHOLD, ARM), PLACE).kind())
                .isEqualTo(ARM);
    }

    @Test
    void aUsersOwnFollowByTheirClassNames() throws IOException {
        Path jar = jar(
                "readme.txt", "module-info.class", "mine/Laplace$Inner.class", "Nameless.class", "mine/Broken.class");
        try (URLClassLoader loader = loader(jar)) {
            assertThat(String.join(", ", names(finder(loader), ARM))).isEqualTo(BUILT_IN + ", mine.Laplace");
            assertThat(names(finder(loader), THRESHOLD)).doesNotContain("mine.Laplace");
        }
        try (URLClassLoader loader = loader(jar)) {
            assertThatThrownBy(() -> finder(loader).find("Frobnicate", List.of(ARM), PLACE))
                    .hasMessageEndingWith(BUILT_IN + ", mine.Laplace, or the full class name of your own");
        }
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("mine"));
        Files.write(classes.resolve("mine/Laplace.class"), compiled(Laplace.class));
        try (URLClassLoader loader = loader(classes)) {
            assertThat(finder(loader).entries(ARM)).endsWith(new ComponentType("mine.Laplace", ARM, Laplace.class));
        }
    }

    @Test
    void aClassIsNamedInFull() {
        assertThat(finder().find("mine.Laplace", List.of(ARM), PLACE))
                .isEqualTo(new ComponentType("mine.Laplace", ARM, Laplace.class));
        assertThatThrownBy(() -> finder().find("mine.Laplace", List.of(THRESHOLD), PLACE))
                .hasMessage("x:1: class mine.Laplace is not a public record that implements"
                        + " kelvin.policy.subset.Threshold");
        assertThatThrownBy(() -> finder().find("mine.LaplaceTest", List.of(THRESHOLD, ARM), PLACE))
                .hasMessage("x:1: class mine.LaplaceTest is not a public record that implements"
                        + " kelvin.policy.subset.Threshold or kelvin.bandit.arm.Arm");
    }

    @Test
    void aClassThatIsNotThereOrCannotBeLoadedIsReported() throws IOException {
        Path jar = jar("acme/Broken.class");
        assertThatThrownBy(() -> finder().find("acme.Nothing", List.of(ARM), PLACE))
                .hasMessage("x:1: there is no class acme.Nothing; --classpath says where your own are");
        try (URLClassLoader loader = loader(jar)) {
            assertThatThrownBy(() -> finder(loader).find("acme.Nothing", List.of(ARM), PLACE))
                    .hasMessage("x:1: there is no class acme.Nothing in " + jar + ", where --classpath says it is");
            assertThatThrownBy(() -> finder(loader).find("acme.Broken", List.of(ARM), PLACE))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("x:1: class acme.Broken cannot be loaded: ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bernouli        | unknown arm 'Bernouli', did you mean 'Bernoulli'? Allowed: ALL
            bernoulli       | unknown arm 'bernoulli', did you mean 'Bernoulli'? kelvin list arm shows all
            BernoulliArm    | unknown arm 'BernoulliArm', did you mean 'Bernoulli'? kelvin list arm shows all
            Bernoulli(0.5)  | unknown arm 'Bernoulli(0.5)', did you mean 'Bernoulli'? kelvin list arm shows all
            coin-flip       | unknown arm 'coin-flip', did you mean 'Bernoulli'? kelvin list arm shows all
            CoinFlip{p: 1}  | unknown arm 'CoinFlip{p: 1}', did you mean 'Bernoulli'? kelvin list arm shows all
            heavytail       | unknown arm 'heavytail', did you mean 'StudentT'? Allowed: ALL
            norml           | unknown arm 'norml', did you mean 'Gaussian'? Allowed: ALL
            rarx            | unknown arm 'rarx'. Allowed: ALL
            Frobnicate      | unknown arm 'Frobnicate'. Allowed: ALL
            MeanThreshold   | MeanThreshold is a threshold, must be an arm; kelvin list arm shows all
            meanThreshold   | unknown arm 'meanThreshold': MeanThreshold is a threshold, must be an arm; kelvin list arm shows all
            p               | 'p' is a parameter, must be inside its arm: {Bernoulli: {p: …}} or another; kelvin list arm shows all
            alpha           | 'alpha' is a parameter, must be inside its arm: {Beta: {alpha: …}}; kelvin list arm shows all
            """)
    void whatWasMeantIsAsked(String name, String message) {
        assertThatThrownBy(() -> finder().find(name, List.of(ARM), PLACE))
                .isInstanceOf(BadInput.class)
                .hasMessage("x:1: " + message.replace("ALL", BUILT_IN + ", or the full class name of your own"));
    }

    @Test
    void suggestionsAreOfAnyKind() {
        List<ComponentKind> both = List.of(ARM, THRESHOLD);
        assertThat(finder().meant("normal", both)).containsExactly("Gaussian");
        assertThat(finder().meant("Mean", both)).containsExactly("MeanThreshold");
        assertThat(finder().meant("Expnential", both)).containsExactly("Exponential");
        assertThat(finder().meant("Frobnicate", both)).isEmpty();
    }
}
