package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.json.JsonState;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/**
 * The contract of every learner of one action; its test supplies specs that can play rewards of 0 and 1. Those that decide by contexts
 * see one of two shared features and one per action at every step.
 */
public interface LearnerContract extends ResumableContract {
    int ACTIONS = 4;
    int LESSONS = 24;
    int PLAYERS = 4500;

    /** Returns true if the memory of players grows with every step, as it must where they return to single past rewards. */
    default boolean keepsEveryReward() {
        return false;
    }

    /** Returns how many bytes a step may allocate: fewer than the smallest object, unless the policy is another object at every step. */
    default int bytesPerStep() {
        return 4;
    }

    /** The probability reported is the probability used; players with secrets report each their own, and are counted together. */
    @Test
    default void choicesFollowTheProbabilities() {
        specs().forEach(spec -> {
            double[] p = new double[ACTIONS];
            if (taught(spec, 0).probabilities(LESSONS + 1, p)) {
                boolean alike = spec.sufficientHistory() != SufficientHistory.MORE;
                double[] expected = new double[ACTIONS];
                double[] counts = new double[ACTIONS];
                for (int i = 0; i < PLAYERS; i++) {
                    Learner player = taught(spec, i);
                    boolean reported = alike || player.probabilities(LESSONS + 1, p);
                    assertThat(reported && Math.abs(Arrays.stream(p).sum() - 1) < 1e-9)
                            .isTrue();
                    int action = player.select(LESSONS + 1);
                    assertThat(p[action]).as("%s", spec).isPositive();
                    counts[action]++;
                    Arrays.setAll(expected, a -> expected[a] + p[a] / PLAYERS);
                }
                assertThat(pValue(expected, counts)).as("%s", spec).isGreaterThan(1e-6);
                assertThat(pValue(fivePercentMoved(expected), counts))
                        .as("%s", spec)
                        .isLessThan(1e-6);
            }
        });
    }

    private static Learner taught(LearnerSpec spec, long seed) {
        Learner player = Players.create(spec, ACTIONS, 1000, Players.random(seed));
        for (int step = 1; step <= LESSONS; step++) {
            teach(player, step, step % ACTIONS);
        }
        return player;
    }

    /** Action 0 always pays, action 1 twice in three times, action 2 never, action 3 every third time. */
    private static double reward(long step, int action) {
        return switch (action) {
            case 0 -> 1;
            case 1 -> step % 3 > 0 ? 1 : 0;
            case 2 -> 0;
            default -> step % 3 > 0 ? 0 : 1;
        };
    }

    private static void teach(Learner player, long step, int action) {
        double[] rewards =
                IntStream.range(0, ACTIONS).mapToDouble(i -> reward(step, i)).toArray();
        teach(player, step, action, rewards);
    }

    private static void teach(Learner player, long step, int action, double[] rewards) {
        if (player instanceof FullInformation student) {
            student.observeAll(step, rewards);
        } else {
            player.observe(step, action, rewards[action]);
        }
    }

    private static double pValue(double[] p, double[] counts) {
        double[] expected = Arrays.stream(p).filter(x -> x > 1e-9).toArray();
        long[] observed = IntStream.range(0, p.length)
                .filter(i -> p[i] > 1e-9)
                .mapToLong(i -> (long) counts[i])
                .toArray();
        if (Arrays.stream(observed).sum() < Arrays.stream(counts).sum()) {
            return 0;
        }
        return expected.length == 1
                ? 1
                : ChiSquareTest.withDefaults().test(expected, observed).getPValue();
    }

    private static double[] fivePercentMoved(double[] p) {
        int largest = IntStream.range(0, p.length).reduce(0, (i, j) -> p[j] > p[i] ? j : i);
        double[] moved = p.clone();
        moved[largest] -= 0.05;
        moved[(largest + 1) % p.length] += 0.05;
        return moved;
    }

    @Test
    default void equalSeedsChooseEquallyWhateverIsAskedBetween() {
        specs().forEach(spec -> {
            Learner asked = Players.create(spec, ACTIONS, 1000, Players.random(3));
            Learner other = Players.create(spec, ACTIONS, 1000, Players.random(3));
            for (int step = 1; step <= 60; step++) {
                asked.probabilities(step, new double[ACTIONS]);
                asked.values(step, new double[ACTIONS]);
                asked.temperature(step);
                int action = asked.select(step);
                assertThat(other.select(step)).as("%s", spec).isEqualTo(action);
                teach(asked, step, action);
                teach(other, step, action);
            }
        });
    }

    /** Taught another's past, in its order or sorted by action and reward, a player chooses as that other would. */
    @Test
    default void aPlayerRecallsNoMoreThanItSays() {
        specs().filter(spec -> spec.sufficientHistory() != SufficientHistory.MORE)
                .forEach(spec -> {
                    Learner player = Players.create(spec, ACTIONS, 1000, Players.random(8));
                    UniformRandomProvider paying = Players.random(9);
                    List<int[]> past = new ArrayList<>();
                    for (int step = 1; step <= 60; step++) {
                        double[] p = new double[ACTIONS];
                        if (player.probabilities(step, p)) {
                            assertThat(taught(spec, past)).as("%s", spec).containsExactly(p, within(1e-9));
                        }
                        int action = player.select(step);
                        int reward = paying.nextInt(ACTIONS) >= action ? 1 : 0;
                        player.observe(step, action, reward);
                        past.add(new int[] {action, reward});
                    }
                });
    }

    private static double[] taught(LearnerSpec spec, List<int[]> past) {
        Learner player = Players.create(spec, ACTIONS, 1000, Players.random(10));
        List<int[]> lessons = new ArrayList<>(past);
        if (spec.sufficientHistory() == SufficientHistory.SUMS) {
            lessons.sort(Comparator.comparingInt(lesson -> 2 * lesson[0] + lesson[1]));
        }
        for (int step = 1; step <= lessons.size(); step++) {
            player.observe(step, lessons.get(step - 1)[0], lessons.get(step - 1)[1]);
        }
        double[] p = new double[ACTIONS];
        player.probabilities(lessons.size() + 1, p);
        return p;
    }

    /** A third of the rewards is lost, the others come up to 20 steps late and in reverse. */
    @Test
    default void lateLostAndDisorderedRewardsBreakNothing() {
        specs().forEach(spec -> {
            Learner player = Players.create(spec, ACTIONS, 1000, Players.random(4));
            List<int[]> waiting = new ArrayList<>();
            for (int step = 1; step <= 400; step++) {
                int action = player.select(step);
                assertThat(action).isBetween(0, ACTIONS - 1);
                waiting.add(new int[] {step, action});
                if (step % 20 == 0) {
                    Collections.reverse(waiting);
                    waiting.stream().filter(w -> w[0] % 3 > 0).forEach(w -> teach(player, w[0], w[1]));
                    waiting.clear();
                }
            }
            assertThat(sensible(player, 401)).as("%s", spec).isTrue();
        });
    }

    private static boolean sensible(Learner player, long step) {
        double[] p = new double[ACTIONS];
        boolean known = player.probabilities(step, p);
        return !known
                || (Arrays.stream(p).allMatch(x -> x >= 0)
                        && Math.abs(Arrays.stream(p).sum() - 1) < 1e-9);
    }

    @Test
    default void aClosedActionIsNeverChosen() {
        specs().filter(LearnerSpec::closableArms).forEach(spec -> {
            Learner player = Players.create(spec, ACTIONS, 1000, Players.random(5));
            UniformRandomProvider closing = Players.random(6);
            for (int step = 1; step <= 200; step++) {
                BitSet open = BitSet.valueOf(new long[] {1 + closing.nextInt(15)});
                player.open(open);
                assertThat(sensible(player, step)).as("%s", spec).isTrue();
                int action = player.select(step);
                assertThat(open.get(action)).as("%s", spec).isTrue();
                teach(player, step, action);
            }
        });
    }

    /** A reward of an action that has closed since is learnt, and changes nothing about its being closed, nor does loading. */
    @Test
    default void aLateRewardDoesNotReopenAClosedAction() {
        specs().filter(LearnerSpec::closableArms).forEach(spec -> {
            for (int closed = 0; closed < ACTIONS; closed++) {
                Learner player = taught(spec, 11);
                player.select(LESSONS + 1);
                player.open(BitSet.valueOf(new long[] {0b1111 & ~(1 << closed)}));
                Learner loaded = Players.create(spec, ACTIONS, 1000, Players.random(14));
                if (resumable()) {
                    JsonState.load("player", JsonState.save(player), loaded);
                    staysClosed(spec, loaded, closed);
                }
                staysClosed(spec, player, closed);
            }
        });
    }

    private static void staysClosed(LearnerSpec spec, Learner player, int closed) {
        double[] rewards = {1, 1, 1, 1};
        for (int step = LESSONS + 2; step < LESSONS + 30; step++) {
            teach(player, step - LESSONS, closed, rewards);
            double[] p = new double[ACTIONS];
            player.probabilities(step, p);
            assertThat(p[closed]).as("%s", spec).isZero();
            assertThat(player.select(step)).as("%s", spec).isNotEqualTo(closed);
        }
    }

    @Test
    default void theSignOfAZeroRewardDoesNotMatter() {
        specs().forEach(spec -> {
            Learner player = Players.create(spec, ACTIONS, 1000, Players.random(12));
            Learner other = Players.create(spec, ACTIONS, 1000, Players.random(12));
            for (int step = 1; step <= 100; step++) {
                double[] rewards = new double[ACTIONS];
                rewards[step % ACTIONS] = step % 3 == 0 ? 1 : 0;
                int action = player.select(step);
                assertThat(other.select(step)).as("%s", spec).isEqualTo(action);
                teach(player, step, action, rewards);
                Arrays.setAll(rewards, i -> rewards[i] == 0 && i % 2 == 0 ? -0.0 : rewards[i]);
                teach(other, step, action, rewards);
            }
        });
    }

    /** Anything allocated at every step would be 16 bytes at least. */
    @Test
    default void aStepOfTheFirstSpecAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled() && !keepsEveryReward())
                .isTrue();
        Learner player = Players.create(specs().findFirst().orElseThrow(), ACTIONS, 20_000, Players.random(13));
        double[] rewards = new double[ACTIONS];
        assertThat(play(player, 1, 6000, rewards)).isNotNegative();
        long before = threads.getCurrentThreadAllocatedBytes();
        play(player, 6001, 9000, rewards);
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 3000.0).isLessThan(bytesPerStep());
    }

    private static int play(Learner player, long from, long to, double[] rewards) {
        int last = 0;
        for (long step = from; step <= to; step++) {
            for (int action = 0; action < ACTIONS; action++) {
                rewards[action] = reward(step, action);
            }
            last = player.select(step);
            teach(player, step, last, rewards);
        }
        return last;
    }

    @Test
    default void aSingleActionIsPlayed() {
        specs().forEach(spec -> {
            Learner player = Players.create(spec, 1, 1000, Players.random(7));
            for (int step = 1; step <= 30; step++) {
                assertThat(player.select(step)).isZero();
                teach(player, step, 0, new double[] {step % 2});
            }
        });
    }
}
