package kelvin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kelvin.agent.AgentSpec;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Summary;
import kelvin.learner.LearnerSpec;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Schedule;
import kelvin.world.World;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules, as tests: who may import whom, and what every named record owes its readers. */
class ArchitectureTest {
    private static final JavaClasses KELVIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kelvin");

    /** Everything below {@code experiment}: it must also run where there are no files, in a browser or on a cluster. */
    private static final String[] CORE = {
        "kelvin.contract..",
        "kelvin.numeric..",
        "kelvin.random..",
        "kelvin.schedule..",
        "kelvin.policy..",
        "kelvin.audit..",
        "kelvin.evaluation..",
        "kelvin.choice..",
        "kelvin.learner..",
        "kelvin.bandit..",
        "kelvin.metric..",
        "kelvin.world..",
        "kelvin.agent..",
        "kelvin.simulation..",
        "kelvin.exact.."
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contract   | ",
                "random     | contract",
                "schedule   | contract",
                "metric     | contract numeric random",
                "policy     | contract schedule",
                "numeric    | ",
                "json       | numeric",
                "file       | ",
                "decision   | contract numeric json file random schedule policy",
                "audit      | contract policy",
                "evaluation | contract random policy",
                "choice     | contract random policy",
                "learner    | contract schedule policy",
                "bandit     | contract random",
                "world      | contract random",
                "agent      | contract schedule policy",
                "simulation | contract random metric bandit learner world agent",
                "exact      | contract random learner",
                "experiment | contract numeric random metric bandit learner schedule policy world agent simulation exact json file decision evaluation choice",
                "chart      | contract file metric",
                "report     | contract metric",
                "cli        | contract numeric file random metric audit bandit learner schedule policy world agent simulation exact experiment chart report evaluation choice decision"
            })
    void importsPointOneWay(String name, String known) {
        String[] allowed = Stream.concat(Stream.of(name), words(known))
                .map(word -> "kelvin." + word + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("kelvin." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage("kelvin..")))
                .allowEmptyShould(true)
                .check(KELVIN);
    }

    @Test
    void thereIsNoOtherPackage() {
        String[] outer = {
            "kelvin.json..",
            "kelvin.file..",
            "kelvin.decision..",
            "kelvin.experiment..",
            "kelvin.chart..",
            "kelvin.report..",
            "kelvin.cli.."
        };
        String[] all = Stream.of(CORE, outer).flatMap(Arrays::stream).toArray(String[]::new);
        classes().should().resideInAnyPackage(all).check(KELVIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("kelvin.(*)..").should().beFreeOfCycles().check(KELVIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chart      | org.knowm.. org.apache.batik.. java.awt.. javax.swing.. javax.imageio..",
                "experiment | org.snakeyaml.. org.apache.commons.csv.. java.lang.reflect..",
                "choice     | org.hipparchus..",
                "cli        | picocli.."
            })
    void onlyOnePackageKnows(String name, String libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage("kelvin." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(words(libraries).toArray(String[]::new))
                .check(KELVIN);
    }

    @Test
    void agentsNeedNothingButCommonsRng() {
        classes()
                .that()
                .resideInAnyPackage(
                        "kelvin.contract..",
                        "kelvin.random..",
                        "kelvin.schedule..",
                        "kelvin.policy..",
                        "kelvin.learner..",
                        "kelvin.json..",
                        "kelvin.file..",
                        "kelvin.decision..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("kelvin..", "java..", "org.apache.commons.rng..", "org.jspecify..")
                .check(KELVIN);
    }

    @Test
    void theCoreKnowsNoFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio..", "java.net..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(Serializable.class))))
                .check(KELVIN);
    }

    @Test
    void onlyExperimentLooksIntoClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kelvin.experiment..")
                .should(callMethodWhere(DescribedPredicate.describe("looks into a class", ArchitectureTest::reflects)))
                .check(KELVIN);
    }

    /** {@code getClass().getSimpleName()} and its like are harmless; what finds members or other classes is not. */
    private static boolean reflects(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Class.class)
                && call.getName().matches("forName|newInstance|get(Declared|Record|Method|Field|Constructor).*");
    }

    @Test
    void allRandomnessComesFromSeeds() {
        noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SplittableRandom.class, SecureRandom.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.random..", "org.apache.commons.rng.simple..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("ThreadLocalRandom")
                .check(KELVIN);
    }

    @Test
    void onlyCliPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kelvin.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(KELVIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(KELVIN.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(place -> place.isAnnotatedWith(NullMarked.class));
    }

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

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String text) {
        return text == null ? Stream.of() : Arrays.stream(text.split(" "));
    }
}
