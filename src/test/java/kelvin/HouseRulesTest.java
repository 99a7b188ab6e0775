package kelvin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.agent.AgentContract;
import kelvin.agent.AgentSpec;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.ArmContract;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.Outlook;
import kelvin.learner.contextual.OutlookContract;
import kelvin.learner.slate.SlateLearnerContract;
import kelvin.learner.slate.SlateSpec;
import kelvin.model.ModelContract;
import kelvin.model.ModelSpec;
import kelvin.model.ScorerContract;
import kelvin.model.ScorerSpec;
import kelvin.model.classifier.ClassifierContract;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.SubsetPolicyContract;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Schedule;
import kelvin.schedule.ScheduleContract;
import kelvin.world.World;
import kelvin.world.WorldContract;
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
                                ModelSpec.class,
                                Outlook.class,
                                ScorerSpec.class,
                                ClassifierSpec.class,
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

    /** Tasks on other machines are made of such records; their components are sent with them. */
    @ParameterizedTest
    @MethodSource("namedRecords")
    void everyNamedRecordIsMadeOfWhatCanBeSent(JavaClass type) {
        assertThat(Stream.of(type.reflect().getRecordComponents()).map(RecordComponent::getGenericType))
                .allMatch(HouseRulesTest::canBeSent);
    }

    private static boolean canBeSent(Type type) {
        if (type instanceof ParameterizedType container) {
            boolean collection = List.of(List.class, Map.class, Set.class).contains(container.getRawType());
            return (collection || canBeSent(container.getRawType()))
                    && Stream.of(container.getActualTypeArguments()).allMatch(HouseRulesTest::canBeSent);
        }
        return type instanceof Class<?> plain
                && (plain.isPrimitive()
                        || (plain.isArray()
                                ? canBeSent(plain.componentType())
                                : Serializable.class.isAssignableFrom(plain)));
    }

    /** The battery of tests that each kind of record is held to, the narrowest kind first. */
    private static Map<Class<?>, Class<?>> contracts() {
        Map<Class<?>, Class<?>> contracts = new LinkedHashMap<>();
        contracts.put(Schedule.class, ScheduleContract.class);
        contracts.put(Policy.class, PolicyContract.class);
        contracts.put(SubsetPolicy.class, SubsetPolicyContract.class);
        contracts.put(SlateSpec.class, SlateLearnerContract.class);
        contracts.put(LearnerSpec.class, LearnerContract.class);
        contracts.put(ModelSpec.class, ModelContract.class);
        contracts.put(Outlook.class, OutlookContract.class);
        contracts.put(ScorerSpec.class, ScorerContract.class);
        contracts.put(ClassifierSpec.class, ClassifierContract.class);
        contracts.put(Arm.class, ArmContract.class);
        contracts.put(Testbed.class, TestbedContract.class);
        contracts.put(World.class, WorldContract.class);
        contracts.put(AgentSpec.class, AgentContract.class);
        return contracts;
    }

    /** The test of a record implements the contract of its kind, where the promises of all such records are tested. */
    @ParameterizedTest
    @MethodSource("namedRecords")
    void theTestOfARecordHoldsItToTheContractOfItsKind(JavaClass type) throws ClassNotFoundException {
        Class<?> test = Class.forName(type.getFullName() + "Test");
        contracts().entrySet().stream()
                .filter(entry -> type.isAssignableTo(entry.getKey()))
                .limit(1)
                .forEach(entry -> assertThat(entry.getValue()).isAssignableFrom(test));
    }

    @Test
    void everyKindHasRecordsThatAreHeldToItsContract() {
        assertThat(contracts().keySet())
                .allSatisfy(kind -> assertThat(namedRecords()).anyMatch(type -> type.isAssignableTo(kind)));
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
