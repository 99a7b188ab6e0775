package kelvin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import org.junit.jupiter.api.Test;

/** The jar of contracts holds all that they need of Kelvin's tests, and can be used from other packages. */
class ContractsJarTest {
    private static final Path TESTS = tests();

    private static Path tests() {
        try {
            return Path.of(LearnerContract.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The files that the build packs. */
    private static List<Path> packed() throws IOException {
        List<PathMatcher> includes = Pattern.compile("<include>(kelvin/.*?\\.class)</include>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(include -> FileSystems.getDefault().getPathMatcher("glob:" + include.group(1)))
                .toList();
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> includes.stream().anyMatch(each -> each.matches(TESTS.relativize(file))))
                    .toList();
        }
    }

    private static JavaClasses classes() throws IOException {
        return new ClassFileImporter().importPaths(packed());
    }

    @Test
    void noOtherClassOfTestsIsNeeded() throws IOException {
        JavaClasses classes = classes();
        assertThat(classes.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> type.getName().startsWith("kelvin."))
                        .filter(type ->
                                Files.exists(TESTS.resolve(type.getName().replace('.', '/') + ".class")))
                        .map(JavaClass::getName))
                .isNotEmpty()
                .allMatch(classes::contain);
    }

    @Test
    void onlyThePublicLibrariesNamedInTheGuideAreNeeded() throws IOException {
        assertThat(classes().stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(type -> !type.isPrimitive())
                        .map(JavaClass::getPackageName))
                .allMatch(
                        name -> name.matches(
                                "(kelvin|java|com\\.sun\\.management|org\\.junit\\.jupiter|org\\.assertj"
                                        + "|org\\.apache\\.commons\\.rng|org\\.apache\\.commons\\.statistics\\.inference|org\\.opentest4j).*"));
    }
}
