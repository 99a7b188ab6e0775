package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCheckTest {
    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();

    private static Settings rules(PolicySchedule policy, Seed seed) {
        return new Settings(policy, 4, seed)
                .stepSize(new InverseSqrt(1))
                .remembered(50)
                .maxAge(Samples.RULES.maxAge());
    }

    private State live(Settings rules, long seed) throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, rules, clock)) {
            Samples.live(maker, clock, seed, 300);
            maker.save();
            Samples.live(maker, clock, seed + 1, 300);
            return maker.state();
        }
    }

    @Test
    void everyLoggedDecisionIsDrawnAgain() throws IOException {
        Settings rules = rules(new Softmax(0.3), Seed.of(1));
        State state = live(rules, 1);
        ReplayCheck redraw = ReplayCheck.of(folder, rules);
        assertThat(redraw.clean()).isTrue();
        assertThat(redraw.drawn()).isEqualTo(state.decisions());
        assertThat(redraw.learned()).isGreaterThan(100);
        assertThat(State.compare(redraw.state(), state)).isEmpty();
    }

    @Test
    void soIsEveryOneUnderASchedule() throws IOException {
        Settings rules = rules(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)), Seed.of(1));
        live(rules, 1);
        assertThat(ReplayCheck.of(folder, rules).clean()).isTrue();
    }

    @Test
    void decisionsOfAnotherSeedAreNotClean() throws IOException {
        live(rules(new Softmax(0.3), Seed.of(1)), 1);
        ReplayCheck redraw = ReplayCheck.of(folder, rules(new Softmax(0.3), Seed.of(2)));
        assertThat(redraw.drawn()).isZero();
        assertThat(redraw.skipped()).isGreaterThan(300);
        assertThat(redraw.clean()).isFalse();
        assertThat(redraw.differences())
                .singleElement()
                .asString()
                .contains("decisions and rewards passed over, made by {")
                .contains("Softmax[temperature=0.3]");
    }

    @Test
    void decisionsOfAnotherPolicyAreSkippedUnlessItIsGivenToo() throws IOException {
        Settings first = rules(new Softmax(0.3), Seed.of(1));
        long before = live(first, 1).decisions();
        Settings second = rules(new Softmax(0.2), Seed.of(1));
        long after = live(second, 3).decisions();
        ReplayCheck redraw = ReplayCheck.of(folder, second);
        assertThat(redraw.skipped()).isGreaterThan(before);
        assertThat(redraw.drawn()).isEqualTo(after - before);
        assertThat(redraw.clean()).isFalse();
        ReplayCheck both = ReplayCheck.of(folder, second, first);
        assertThat(both.clean()).isTrue();
        assertThat(both.drawn()).isEqualTo(after);
    }
}
