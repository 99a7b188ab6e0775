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
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on packages, as tests: the direction of imports, the libraries that each may know, the sources of randomness. */
class ArchitectureTest {
    private static final JavaClasses KELVIN = KelvinClasses.all();

    /** Everything below {@code yaml}: it must also run where there are no files, in a browser or on a cluster. */
    private static final String[] CORE = {
        "kelvin.contract..",
        "kelvin.numeric..",
        "kelvin.random..",
        "kelvin.schedule..",
        "kelvin.policy..",
        "kelvin.model..",
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
                "numeric    | contract",
                "random     | contract",
                "schedule   | contract numeric",
                "policy     | contract numeric schedule",
                "model      | contract numeric random",
                "learner    | contract numeric random schedule policy model",
                "bandit     | contract numeric random model",
                "world      | contract random",
                "agent      | contract numeric schedule policy",
                "audit      | contract policy",
                "metric     | contract numeric random",
                "evaluation | contract numeric random policy model",
                "choice     | contract numeric random policy",
                "exact      | contract numeric random learner",
                "simulation | contract numeric random metric model bandit learner world agent",
                "json       | contract numeric",
                "file       | contract",
                "decision   | contract numeric json file random schedule policy model learner",
                "yaml       | contract file numeric",
                "experiment | contract json file numeric random metric schedule policy model learner bandit world agent simulation choice evaluation decision yaml chart.style",
                "chart.style | contract",
                "report     | contract metric",
                "results    | contract json file numeric random metric bandit simulation exact yaml experiment report chart.style",
                "comparison | contract json metric simulation yaml experiment results report",
                "chart      | contract file metric report",
                "shard      | contract json file random metric simulation yaml experiment results",
                "cli        | contract json numeric file random metric audit model bandit learner schedule policy world agent simulation exact yaml experiment results comparison shard chart report evaluation choice decision"
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
            "kelvin.yaml..",
            "kelvin.experiment..",
            "kelvin.results..",
            "kelvin.comparison..",
            "kelvin.shard..",
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
        slices().matching("kelvin.(**)").should().beFreeOfCycles().check(KELVIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chart      | org.knowm.. org.apache.batik.. org.apache.pdfbox.. de.rototor.. java.awt.. javax.swing.. javax.imageio..",
                "yaml       | java.lang.reflect..",
                "yaml       | org.snakeyaml..",
                "yaml results | org.apache.commons.csv..",
                "choice     | org.hipparchus..",
                "cli        | picocli.."
            })
    void fewPackagesKnow(String names, String libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        words(names).map(name -> "kelvin." + name + "..").toArray(String[]::new))
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
                        "kelvin.numeric..",
                        "kelvin.random..",
                        "kelvin.schedule..",
                        "kelvin.policy..",
                        "kelvin.model..",
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
    void onlyYamlLooksIntoClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kelvin.yaml..")
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

    /** Java's own elementary functions may differ in the last bit between machines and versions; charts do without equal bits. */
    @Test
    void resultsHangOnElementaryFunctionsOfOurOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kelvin.chart..")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("an elementary function of Java", ArchitectureTest::isElementary))
                .check(KELVIN);
    }

    private static boolean isElementary(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(StrictMath.class)
                || (access.getTargetOwner().isEquivalentTo(Math.class)
                        && access.getName().matches("a?(sin|cos|tan)h?|atan2|cbrt|exp(m1)?|hypot|log(10|1p)?|pow"));
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

    private static Stream<String> words(String text) {
        return text == null ? Stream.of() : Arrays.stream(text.split(" "));
    }

    /** Only the CSV library's report of a damaged file is caught as an illegal state. */
    @Test
    void exceptionsThatSteerHaveTypesOfTheirOwn() {
        assertThat(KELVIN.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> unit.getTryCatchBlocks().stream()
                                .flatMap(block -> block.getCaughtThrowables().stream())
                                .anyMatch(caught -> caught.isEquivalentTo(IllegalStateException.class)))
                        .map(unit -> unit.getOwner().getName()))
                .containsOnly("kelvin.yaml.CsvTable", "kelvin.results.CsvFile");
    }
}
