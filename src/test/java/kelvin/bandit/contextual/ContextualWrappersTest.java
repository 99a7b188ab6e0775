package kelvin.bandit.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.slate.Cascade;
import kelvin.bandit.slate.F1Score;
import kelvin.bandit.slate.PositionBased;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.slate.WeightedHamming;
import kelvin.bandit.testbed.Delayed;
import kelvin.bandit.testbed.Hindsight;
import kelvin.bandit.testbed.RandomSwitching;
import kelvin.bandit.testbed.Scaled;
import kelvin.bandit.testbed.Shifts;
import kelvin.bandit.testbed.Sleeping;
import kelvin.bandit.testbed.Switching;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.random.Seed;
import kelvin.yaml.ComponentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every testbed that goes around another, around one that shows contexts. */
@ParameterizedClass
@MethodSource("wrappers")
class ContextualWrappersTest implements TestbedContract {
    private static final Testbed PLAIN = new LogisticContexts(3, 2, 1, Layout.HYBRID, List.of(), 1.5, true);

    private final Testbed wrapper;

    ContextualWrappersTest(Testbed wrapper) {
        this.wrapper = wrapper;
    }

    static Stream<Testbed> wrappers() {
        return Stream.of(
                new Delayed(PLAIN, new Constant(3), 0.1),
                new Sleeping(PLAIN, 0.5, 1),
                new Shifts(PLAIN, 2, 7),
                new Scaled(PLAIN, 2.5),
                new Hindsight(PLAIN),
                new Switching(List.of(PLAIN, PLAIN), List.of(60L)),
                new RandomSwitching(PLAIN, 0.05),
                new SemiBandit(PLAIN, 0, 2, 0.3),
                new F1Score(PLAIN, 0, 2),
                new WeightedHamming(PLAIN, 0, 2, 0.3),
                new Cascade(PLAIN, 2),
                new PositionBased(PLAIN, List.of(0.9, 0.5)));
    }

    @Override
    public Testbed testbed() {
        return wrapper;
    }

    @Override
    public boolean otherBenchmark() {
        return wrapper instanceof Hindsight || wrapper.slates().most() > 1;
    }

    /** Returns false where there are phases, and means at first are averages of the first one, and for scores, which are no averages. */
    @Override
    public boolean averagesOfAllSteps() {
        return !(phases() || wrapper instanceof F1Score);
    }

    private boolean phases() {
        return wrapper instanceof Switching || wrapper instanceof RandomSwitching;
    }

    @Test
    void noWrapperIsForgotten() {
        Set<String> found = new Catalog()
                .entries(ComponentKinds.TESTBED).stream()
                        .filter(ContextualWrappersTest::holdsATestbed)
                        .map(ComponentType::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrappers().map(each -> each.getClass().getSimpleName())).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void slatesAreNotLostInAWrapper() {
        Testbed slates = new SemiBandit(PLAIN, 0, 2, 0);
        for (Supplier<Testbed> around : List.<Supplier<Testbed>>of(
                () -> new Delayed(slates, new Constant(3), 0.1),
                () -> new Sleeping(slates, 0.5, 1),
                () -> new Shifts(slates, 2, 7),
                () -> new Scaled(slates, 2.5),
                () -> new Hindsight(slates),
                () -> new Switching(List.of(PLAIN, slates), List.of(60L)),
                () -> new RandomSwitching(slates, 0.05),
                () -> new SemiBandit(slates, 0, 2, 0),
                () -> new F1Score(slates, 0, 2),
                () -> new WeightedHamming(slates, 0, 2, 0.3),
                () -> new Cascade(slates, 2),
                () -> new PositionBased(slates, List.of(0.9, 0.5)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(around::get)
                    .withMessageContaining(" = SemiBandit[")
                    .withMessageEndingWith(", must be one that takes one action at a step");
        }
    }

    private static boolean holdsATestbed(ComponentType entry) {
        return Arrays.stream(entry.type().getRecordComponents())
                .anyMatch(part -> part.getGenericType().getTypeName().contains(Testbed.class.getName()));
    }

    @Test
    void contextsAndFeaturesAreThoseOfTheTestbed() {
        assertThat(wrapper.features()).isEqualTo(new Features(2, 1));
        assertThat(wrapper.featureNames()).containsExactly("x1", "x2", "z1");
        Seed seed = phases() ? Seed.of(1).child("phase").child(0) : Seed.of(1);
        Bandit plain = PLAIN.open(seed, STEPS);
        Bandit wrapped = wrapper.open(Seed.of(1), STEPS);
        for (int step = 1; step <= 5; step++) {
            plain.advance(step);
            wrapped.advance(step);
            assertThat(wrapped.context().numbers())
                    .containsExactly(plain.context().numbers());
        }
    }

    @Test
    void groupsAreThoseOfTheTestbed() {
        Testbed wheel = new Wheel(0.5);
        for (Testbed around : List.of(
                new Scaled(wheel, 2),
                new Sleeping(wheel, 0.5, 1),
                new Switching(List.of(wheel, new Wheel(0.9)), List.of(9L)),
                new RandomSwitching(wheel, 0.1))) {
            assertThat(around.groups()).containsExactly("hub", "rim");
            Bandit bandit = around.open(Seed.of(1), 100);
            for (int step = 1; step <= 9; step++) {
                bandit.advance(step);
                double[] x = bandit.context().numbers();
                assertThat(bandit.group()).isEqualTo(Math.hypot(x[1], x[2]) > 0.5 ? 1 : 0);
            }
        }
        assertThat(new Switching(
                                List.of(
                                        wheel,
                                        new LinearContexts(
                                                5, 3, 0, Layout.DISJOINT, List.of(), 1, 0, true, new Constant(1), 1)),
                                List.of(9L))
                        .groups())
                .isEmpty();
    }
}
