package kelvin.learner.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.json.JsonState;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.ResumableContract;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/**
 * The contract of every learner of several actions; its test supplies a spec that can play four actions with rewards of 0 and 1. One that
 * decides by contexts sees one at every step.
 */
public interface SlateLearnerContract extends ResumableContract {
    int ACTIONS = 4;

    SlateSpec spec();

    @Override
    default Stream<LearnerSpec> specs() {
        return Stream.of(spec());
    }

    private SlateLearner player(long seed) {
        return (SlateLearner) Players.create(spec(), ACTIONS, 1000, Players.random(seed));
    }

    /** Plays a step in a world in which the actions pay in turn; a cascade that hides what comes after a reward. */
    private static Slate play(SlateLearner player, long step) {
        Slate slate = new Slate(ACTIONS);
        player.select(step, slate);
        answer(player, step, slate);
        return slate;
    }

    private static void answer(SlateLearner player, long step, Slate slate) {
        double paid = 0;
        for (int place = 0; place < slate.size() && paid == 0; place++) {
            paid = (step + slate.action(place)) % 3 == 0 ? 1 : 0;
            slate.see(paid);
        }
        slate.pay(paid);
        player.observe(step, slate);
    }

    @Test
    default void actionsAreShownAsOftenAsIsReported() {
        int players = 4000;
        double[] share = new double[ACTIONS];
        for (int i = 0; i < players; i++) {
            Slate slate = new Slate(ACTIONS);
            taught(i).select(4, slate);
            for (int action = 0; action < ACTIONS; action++) {
                share[action] += slate.contains(action) ? 1.0 / players : 0;
            }
        }
        double[] inclusion = new double[ACTIONS];
        assertThat(taught(0).inclusion(4, inclusion)).isTrue();
        double allowed = 4 * Math.sqrt(0.25 / players);
        assertThat(share).containsExactly(inclusion, within(allowed));
        inclusion[3] += 0.08;
        assertThat(Math.abs(share[3] - inclusion[3])).isGreaterThan(allowed);
    }

    private SlateLearner taught(long seed) {
        SlateLearner player = player(seed);
        for (int step = 1; step <= 3; step++) {
            Slate lesson = new Slate(ACTIONS);
            lesson.add(step);
            answer(player, step, lesson);
        }
        return player;
    }

    @Test
    default void slatesHaveTheSizesPromised() {
        SlateLearner player = player(2);
        SlateSizes sizes = spec().slates(ACTIONS);
        for (int step = 1; step <= 200; step++) {
            assertThat(play(player, step).size()).isBetween(sizes.least(), sizes.most());
        }
    }

    @Test
    default void askingForInclusionChangesNothing() {
        SlateLearner asked = player(3);
        SlateLearner other = player(3);
        for (int step = 1; step <= 100; step++) {
            asked.inclusion(step, new double[ACTIONS]);
            Slate slate = play(asked, step);
            Slate same = play(other, step);
            assertThat(same.size()).isEqualTo(slate.size());
            for (int place = 0; place < slate.size(); place++) {
                assertThat(same.action(place)).isEqualTo(slate.action(place));
            }
        }
    }

    /** A third of the answers is lost, the others come 7 steps late, the latest first. */
    @Test
    default void lateLostAndDisorderedAnswersBreakNothing() {
        SlateLearner player = player(4);
        Deque<Slate> waiting = new ArrayDeque<>();
        for (int step = 1; step <= 300; step++) {
            Slate slate = new Slate(ACTIONS);
            player.select(step, slate);
            waiting.push(slate);
            if (step % 7 == 0) {
                int oldest = step - 6;
                for (int late = step; late >= oldest; late--) {
                    Slate answered = waiting.pop();
                    if (late % 3 > 0) {
                        answer(player, late, answered);
                    }
                }
            }
        }
        double[] inclusion = new double[ACTIONS];
        player.inclusion(301, inclusion);
        assertThat(Arrays.stream(inclusion)).allMatch(p -> p >= 0 && p <= 1);
    }

    @Test
    default void aClosedActionIsNeverShown() {
        assumeThat(spec().closableArms()).isTrue();
        SlateLearner player = player(5);
        UniformRandomProvider closing = Players.random(6);
        for (int step = 1; step <= 200; step++) {
            BitSet open = BitSet.valueOf(new long[] {3 + 4 * closing.nextInt(4)});
            player.open(open);
            Slate slate = play(player, step);
            for (int action = 0; action < ACTIONS; action++) {
                assertThat(slate.contains(action) && !open.get(action)).isFalse();
            }
        }
    }

    /** The news of a closed action is learnt, and changes nothing about its being closed, nor does loading. */
    @Test
    default void lateNewsDoNotReopenAClosedAction() {
        assumeThat(spec().closableArms()).isTrue();
        SlateLearner player = player(9);
        Slate slate = new Slate(ACTIONS);
        player.select(1, slate);
        player.open(BitSet.valueOf(new long[] {0b1110}));
        SlateLearner loaded = player(10);
        JsonState.load("player", JsonState.save(player), loaded);
        Slate late = new Slate(ACTIONS);
        late.add(0);
        late.see(1);
        late.pay(1);
        for (SlateLearner each : List.of(player, loaded)) {
            each.observe(1, late);
            Slate next = play(each, 2);
            double[] inclusion = new double[ACTIONS];
            each.inclusion(2, inclusion);
            assertThat(next.contains(0)).isFalse();
            assertThat(inclusion[0]).isZero();
        }
    }

    @Test
    default void itCannotPlayOneAction() {
        SlateLearner player = player(7);
        assertThatIllegalStateException().isThrownBy(() -> player.select(1));
        assertThatIllegalStateException().isThrownBy(() -> player.observe(1, 0, 1));
    }

    @Test
    default void aStepAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        SlateLearner player = player(8);
        Slate slate = new Slate(ACTIONS);
        bytes(threads, player, slate, 1, 20_000);
        assertThat(bytes(threads, player, slate, 20_001, 25_000)).isLessThan(1);
    }

    private static double bytes(ThreadMXBean threads, SlateLearner player, Slate slate, long from, long to) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (long step = from; step <= to; step++) {
            slate.clear();
            player.select(step, slate);
            answer(player, step, slate);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) (to - from + 1);
    }
}
