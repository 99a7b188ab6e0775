package kelvin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.agent.AgentSpec;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.LearnerSpec;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Schedule;
import kelvin.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** House rules on records, names and sizes, as tests. */
class HouseRulesTest {
    private static final JavaClasses KELVIN = KelvinClasses.all();

    static Stream<JavaClass> namedRecords() {
        return KELVIN.stream()
                .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> Stream.of(
                                Schedule.class,
                                PolicySchedule.class,
                                SubsetPolicy.class,
                                Threshold.class,
                                LearnerSpec.class,
                                Arm.class,
                                Testbed.class,
                                World.class,
                                AgentSpec.class)
                        .anyMatch(type::isAssignableTo));
    }

    @ParameterizedTest
    @MethodSource("namedRecords")
    void everyNamedRecordHasItsSentence(JavaClass type) {
        assertThat(type.isAnnotatedWith(Summary.class)).isTrue();
        assertThat(type.getAnnotationOfType(Summary.class).value()).isNotBlank().doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("namedRecords")
    void everyNamedRecordHasATest(JavaClass type) {
        Path test = Path.of("src/test/java", type.getFullName().replace('.', '/') + "Test.java");
        assertThat(test).exists();
    }

    /** What holds for every policy is written once, in its contract: no policy's test may leave it out. */
    @ParameterizedTest
    @MethodSource("namedRecords")
    void theTestOfAPolicyOrScheduleHoldsItToItsContract(JavaClass type) throws ClassNotFoundException {
        for (Class<?> kind : List.of(Policy.class, SubsetPolicy.class, Schedule.class)) {
            if (type.isAssignableTo(kind)) {
                Class<?> test = Class.forName(type.getFullName() + "Test");
                assertThat(Class.forName(kind.getName() + "Contract")).isAssignableFrom(test);
            }
        }
    }

    @Test
    void noSourceFileIsLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(file -> lines(file) > 300))
                    .isEmpty();
        }
    }

    @Test
    void noPackageIsLarge() {
        assertThat(KELVIN.stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
                .allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(40));
    }

    @Test
    void noTwoPublicTypesShareAName() {
        Map<String, Long> names = KELVIN.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        assertThat(names.keySet().stream().filter(name -> names.get(name) > 1))
                .as("all but the names that YAML gives to records of two kinds")
                .containsExactlyInAnyOrder("Constant", "Exponential", "Mixture", "Uniform");
    }

    @Test
    void everyPublicTypeSaysHowStableItIs() {
        assertThat(KELVIN.stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.isAnnotatedWith(Stability.class))
                        .as(type.getName())
                        .isTrue());
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
