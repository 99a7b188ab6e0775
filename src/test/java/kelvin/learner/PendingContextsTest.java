package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PendingContextsTest {
    private static final Features TWO = new Features(2, 0);

    @Test
    void unansweredContextsAreRemembered() {
        PendingContexts contexts = new PendingContexts(3, TWO);
        for (int step = 1; step <= 1000; step++) {
            assertThat(contexts.add(step, Context.of(3, step, -step)).numbers()).containsExactly(step, -step);
        }
        for (int step = 1; step <= 1000; step++) {
            int place = contexts.find(step);
            assertThat(contexts.context(place).numbers()).containsExactly(step, -step);
            contexts.remove(place);
            assertThat(contexts.find(step)).isEqualTo(-1);
        }
    }

    /** Answered in any order, so that places become free before the ring grows. */
    @Test
    void freePlacesAreUsedAgain() {
        UniformRandomProvider random = Players.random(1);
        PendingContexts contexts = new PendingContexts(3, TWO);
        List<Context> waiting = new ArrayList<>();
        for (int step = 1; step <= 3000; step++) {
            Context context = Context.of(3, random.nextDouble(), step);
            contexts.add(step, context);
            waiting.add(context);
            while (random.nextDouble() < 0.6 && !waiting.isEmpty()) {
                Context answered = waiting.remove(random.nextInt(waiting.size()));
                int place = contexts.find((long) answered.numbers()[1]);
                assertThat(contexts.context(place).numbers()).isEqualTo(answered.numbers());
                contexts.remove(place);
            }
        }
    }

    @Test
    void aContextKeepsItsNumbersWhileTheRingGrows() {
        PendingContexts contexts = new PendingContexts(3, TWO);
        Context first = contexts.add(1, Context.of(3, 5, 6));
        for (int step = 2; step <= 40; step++) {
            contexts.add(step, Context.of(3, step, step));
        }
        assertThat(contexts.context(contexts.find(1))).isSameAs(first);
        assertThat(first.numbers()).containsExactly(5, 6);
    }

    @Test
    void notesStayBesideTheirContext() {
        PendingContexts contexts = new PendingContexts(3, TWO, 1);
        for (int step = 1; step <= 40; step++) {
            contexts.add(step, Context.of(3, step, step));
            assertThat(contexts.notes(contexts.find(step))).containsExactly(0);
            contexts.notes(contexts.find(step))[0] = step;
        }
        for (int step = 1; step <= 40; step++) {
            assertThat(contexts.notes(contexts.find(step))).containsExactly(step);
            contexts.remove(contexts.find(step));
        }
        contexts.add(41, Context.of(3, 41, 41));
        assertThat(contexts.notes(contexts.find(41))).containsExactly(0);
    }

    @Test
    void beyondItsRoomTheOldestAreForgotten() {
        PendingContexts contexts = new PendingContexts(1, TWO);
        Context context = Context.of(1, 1, 2);
        for (int step = 1; step <= 200_000; step++) {
            contexts.add(step, context);
        }
        assertThat(contexts.find(200_000 - 65_536)).isEqualTo(-1);
        assertThat(contexts.find(200_000 - 65_535)).isNotNegative();
    }

    @Test
    void aForgottenDecisionLeavesItsPlaceAndNoReward() {
        LinUcb spec = new LinUcb(1, 1, Layout.DISJOINT, 1);
        Learner taught = spec.create(
                new BanditTask(2, 10, new Features(1, 0)), Seed.of(1).generator());
        Learner blind = spec.create(
                new BanditTask(2, 10, new Features(1, 0)), Seed.of(1).generator());
        for (Learner each : List.of(taught, blind)) {
            each.see(1, Context.of(2, 1));
            each.select(1);
        }
        blind.forget(1);
        blind.forget(7);
        double[] before = new double[1];
        double[] after = new double[1];
        taught.observe(1, 0, 5);
        blind.observe(1, 0, 5);
        taught.coefficients(0, after);
        blind.coefficients(0, before);
        assertThat(before[0]).isZero();
        assertThat(after[0]).isNotZero();
    }
}
