package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random calls of several threads must look as if they had happened one after the other, each at some moment between its
 * beginning and its end: some such order, played by one thread, gives every call the answer it got (Wing and Gong 1993).
 */
class LinearizabilityTest {
    private static final int THREADS = 3;
    private static final int CALLS = 4;
    private static final Settings RULES =
            new Settings(new Softmax(0.2), 3, Seed.of(5)).remembered(2).maxAge(Duration.ofDays(1));
    private static final HandClock CLOCK = new HandClock();

    /** A call with when it began and ended, and what it answered. */
    private record Call(int kind, String id, long begun, long ended, Object answer) {
        static Object ask(DecisionMaker maker, int kind, String id) {
            return switch (kind) {
                case 0 -> maker.decide(id);
                case 1 -> maker.reward(id, 1);
                default -> maker.addArm(0.5, 1);
            };
        }
    }

    private static DecisionMaker fresh() {
        return new DecisionMaker(RULES, State.initial(RULES), CLOCK);
    }

    private static List<List<Call>> history(ExecutorService threads, UniformRandomProvider random) throws Exception {
        DecisionMaker maker = fresh();
        AtomicLong now = new AtomicLong();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<List<Call>>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int[] kinds = random.ints(CALLS, 0, 9).map(kind -> kind / 4).toArray();
            String[] ids = random.ints(CALLS, 0, 3).mapToObj(String::valueOf).toArray(String[]::new);
            running.add(threads.submit(() -> {
                List<Call> calls = new ArrayList<>();
                start.await();
                for (int i = 0; i < CALLS; i++) {
                    long begun = now.incrementAndGet();
                    Object answer = Call.ask(maker, kinds[i], ids[i]);
                    calls.add(new Call(kinds[i], ids[i], begun, now.incrementAndGet(), answer));
                }
                return calls;
            }));
        }
        List<List<Call>> history = new ArrayList<>();
        for (Future<List<Call>> each : running) {
            history.add(each.get());
        }
        return history;
    }

    /** Returns true if the remaining calls can follow those placed, which a fresh decision maker replays. */
    private static boolean linearizable(List<List<Call>> history, int[] placed, List<Call> order) {
        long firstEnd = Long.MAX_VALUE;
        for (int thread = 0; thread < history.size(); thread++) {
            if (placed[thread] < history.get(thread).size()) {
                firstEnd = Math.min(
                        firstEnd, history.get(thread).get(placed[thread]).ended());
            }
        }
        for (int thread = 0; thread < history.size(); thread++) {
            List<Call> calls = history.get(thread);
            if (placed[thread] < calls.size() && calls.get(placed[thread]).begun() <= firstEnd) {
                order.add(calls.get(placed[thread]++));
                if (answersFit(order) && linearizable(history, placed, order)) {
                    return true;
                }
                order.remove(order.size() - 1);
                placed[thread]--;
            }
        }
        return firstEnd == Long.MAX_VALUE;
    }

    private static boolean answersFit(List<Call> order) {
        DecisionMaker alone = fresh();
        return order.stream()
                .allMatch(call -> Call.ask(alone, call.kind, call.id).equals(call.answer));
    }

    private static boolean linearizable(List<List<Call>> history) {
        return linearizable(history, new int[history.size()], new ArrayList<>());
    }

    private static void check(int histories, long seed) throws Exception {
        UniformRandomProvider random = Seed.of(seed).generator();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int i = 0; i < histories; i++) {
                List<List<Call>> history = history(threads, random);
                assertThat(linearizable(history)).as("%s", history).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void concurrentCallsHaveAnOrder() throws Exception {
        check(300, 1);
    }

    @Test
    @Tag("long")
    void manyConcurrentCallsHaveAnOrder() throws Exception {
        check(30_000, 2);
    }

    /** Two threads that both learned from one decision: the lost update this test is there to find. */
    @Test
    void aLostUpdateWouldBeFound() {
        Object decision = fresh().decide("a");
        List<Call> first = List.of(new Call(0, "a", 1, 2, decision), new Call(1, "a", 3, 6, RewardOutcome.LEARNED));
        List<Call> wrong = List.of(new Call(1, "a", 4, 5, RewardOutcome.LEARNED));
        List<Call> right = List.of(new Call(1, "a", 4, 5, RewardOutcome.DUPLICATE));
        assertThat(linearizable(List.of(first, right))).isTrue();
        assertThat(linearizable(List.of(first, wrong))).isFalse();
    }
}
