package kelvin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The descriptor of the plain jar exports what can be used on the module path. */
class ModuleDescriptorTest {
    private static final Path SOURCE = Path.of("src/main/module/module-info.java");

    /** Packages for programs on the class path: their libraries are no modules. */
    private static final Pattern CLASS_PATH = Pattern.compile("kelvin\\.(choice|cli|chart(?!\\.style)).*");

    private static List<String> exports() throws IOException {
        return Pattern.compile("exports ([a-z.]+);")
                .matcher(Files.readString(SOURCE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static boolean isInternal(String name) {
        try {
            return Files.readString(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                    .contains("Stability: internal");
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    @Test
    void everyPackageIsExportedThatIsNeitherInternalNorForTheClassPath() throws IOException {
        assertThat(exports())
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(KelvinClasses.all().stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> !CLASS_PATH.matcher(name).matches() && !isInternal(name))
                        .toList());
    }

    @Test
    void noExportedPackageNeedsALibraryThatIsNoModule() throws IOException {
        List<String> exports = exports();
        assertThat(KelvinClasses.all().stream()
                        .filter(type -> exports.contains(type.getPackageName()))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .isNotEmpty()
                .noneMatch(name -> name.matches(
                        "(org\\.knowm|org\\.apache\\.(batik|pdfbox)|de\\.rototor|org\\.hipparchus|picocli).*"));
    }
}
