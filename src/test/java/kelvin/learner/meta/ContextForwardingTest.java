package kelvin.learner.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kelvin.KelvinClasses;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learners that play other learners show them every context, at the step that these count, and say that they need one. */
class ContextForwardingTest {
    private static final Features FEATURES = new Features(1, 1);

    private static final List<Function<LearnerSpec, LearnerSpec>> PLAYERS_OF_LEARNERS =
            List.of(ContextForwardingTest::corral, ContextForwardingTest::doubling);

    private static Corral corral(LearnerSpec spec) {
        return new Corral(List.of(spec, spec), 0.1);
    }

    private static DoublingTrick doubling(LearnerSpec spec) {
        return new DoublingTrick(spec, 4);
    }

    /** Writes down what it is told, and plays action 0. */
    private record Spy(boolean contextual, List<String> heard) implements LearnerSpec {
        @Override
        public Learner create(BanditTask task, UniformRandomProvider random) {
            heard.add("created for " + task.features());
            return new Learner() {
                @Override
                public void see(long step, Context context) {
                    heard.add("sees " + context.numbers()[0] + " at " + step);
                }

                @Override
                public int select(long step) {
                    heard.add("selects at " + step);
                    return 0;
                }

                @Override
                public void observe(long step, int action, double reward) {}
            };
        }
    }

    private static List<String> heard(Function<LearnerSpec, LearnerSpec> wrap, int steps) {
        Spy spy = new Spy(true, new ArrayList<>());
        Learner player = wrap.apply(spy).create(new BanditTask(2, 20, FEATURES), Players.random(1));
        Context context = new Context(2, FEATURES);
        for (int step = 1; step <= steps; step++) {
            context.set(0, 100 + step);
            player.see(step, context);
            player.observe(step, player.select(step), 1);
        }
        return spy.heard;
    }

    @Test
    void theDoublingTrickShowsEachPlayerTheContextsOfItsEpoch() {
        String created = "created for " + FEATURES;
        assertThat(heard(ContextForwardingTest::doubling, 6))
                .containsExactly(
                        created,
                        "sees 101.0 at 1",
                        "selects at 1",
                        "sees 102.0 at 2",
                        "selects at 2",
                        "sees 103.0 at 3",
                        "selects at 3",
                        "sees 104.0 at 4",
                        "selects at 4",
                        created,
                        "sees 105.0 at 1",
                        "selects at 1",
                        "sees 106.0 at 2",
                        "selects at 2");
    }

    @Test
    void corralShowsAllItsLearnersEveryContext() {
        assertThat(heard(ContextForwardingTest::corral, 9).stream()
                        .filter(line -> line.startsWith("sees"))
                        .collect(Collectors.groupingBy(line -> line, Collectors.counting())))
                .hasSize(9)
                .allSatisfy((line, count) -> assertThat(count).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theyNeedAContextIfTheirLearnersDo(boolean contextual) {
        assertThat(PLAYERS_OF_LEARNERS)
                .allSatisfy(wrap -> assertThat(wrap.apply(new Spy(contextual, new ArrayList<>()))
                                .contextual())
                        .isEqualTo(contextual));
    }

    @Test
    void allLearnersMadeOfLearnersAreTested() {
        assertThat(KelvinClasses.all().stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(LearnerSpec.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(ContextForwardingTest::holdsLearners)
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(PLAYERS_OF_LEARNERS.stream()
                        .map(wrap -> wrap.apply(new Spy(true, new ArrayList<>()))
                                .getClass()
                                .getName())
                        .toList());
    }

    private static boolean holdsLearners(JavaClass type) {
        return type.getFields().stream()
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                .anyMatch(involved -> involved.isAssignableTo(LearnerSpec.class));
    }
}
