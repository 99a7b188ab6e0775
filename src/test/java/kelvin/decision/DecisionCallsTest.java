package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Single calls of a decision maker: their ranges, what they tell, and that they let go of its lock. */
class DecisionCallsTest {
    private final DecisionMaker maker = new DecisionMaker(new Settings(new Softmax(1), 3, Seed.of(1)).remembered(2));

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void armsAreThoseThatThereAre() {
        for (int wrong : new int[] {-1, 3}) {
            refused(() -> maker.setOpen(wrong, true), "action = " + wrong + ", must be in [0, 2]");
        }
        refused(() -> maker.guards().stop(3), "baseline = 3, must be in [0, 2]");
        refused(() -> maker.guards().shadow(Request.of("a"), 3), "acted = 3, must be in [0, 2]");
        refused(() -> maker.guards().shadow(Request.of("a"), -1), "acted = -1, must be >= 0");
        refused(() -> maker.reward("a", -1, 0.5), "action = -1, must be >= 0");
        maker.setOpen(0, false);
        maker.setOpen(2, false);
        assertThat(maker.probabilities()).containsExactly(0, 1, 0);
        refused(() -> maker.setOpen(1, false), "action = 1, must be one that is not the last open arm");
        refused(() -> maker.guards().stop(0), "baseline = 0, must be an open arm");
        maker.setOpen(0, true);
        maker.guards().stop(1);
        assertThat(maker.guards().stopped()).hasValue(1);
        refused(
                () -> maker.setOpen(1, false),
                "action = 1, must be another than the one that decisions have been stopped at");
        long version = maker.state().version();
        maker.guards().stop(1);
        refused(() -> maker.guards().stop(-1), "baseline = -1, must be >= 0");
        assertThat(maker.guards().stopped()).hasValue(1);
        assertThat(maker.state().version()).isEqualTo(version);
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void whatIsNotGivenIsNamed() {
        refused(() -> maker.decide((Request) null), "request = null, must be given");
        refused(() -> maker.decide("a", (double[]) null, null), "scores = null, must be given");
        refused(() -> maker.decide("a", (Context) null), "context = null, must be given");
        refused(() -> maker.addArm(null, 0.5, 1), "name = null, must be given");
        refused(() -> maker.erase(null), "ids = null, must be given");
        Settings rules = new Settings(new Softmax(1), 3, Seed.of(1));
        refused(() -> DecisionMaker.open(null, rules), "folder = null, must be given");
        refused(() -> new DecisionMaker(null, maker.state()), "rules = null, must be given");
        refused(() -> new DecisionMaker(rules, (State) null), "state = null, must be given");
        refused(() -> new DecisionMaker(rules, maker.state(), null), "clock = null, must be given");
        assertThat(maker.state().arms()).hasSize(3);
    }

    @Test
    void whatWasForgottenIsCountedAndTold() {
        List<Long> evicted = new ArrayList<>();
        maker.listen(new DecisionListener() {
            @Override
            public void evicted(long decisions) {
                evicted.add(decisions);
            }
        });
        for (String id : List.of("a", "b", "c", "d")) {
            maker.decide(id);
        }
        assertThat(evicted).containsExactly(1L, 1L);
        assertThat(maker.counts().forgottenByNumber()).isEqualTo(2);
        assertThat(maker.notes())
                .containsExactly(
                        "2 decisions forgotten without a reward, because more than 2 were remembered (remembered)");
    }

    @Test
    void aContextIsHandedOn() {
        Features features = new Features(2, 0);
        DecisionMaker learner =
                new DecisionMaker(new Settings(new LinUcb(1, 1, Layout.DISJOINT, 1), 3, features, Seed.of(1)));
        Context context = new Context(3, features);
        context.set(0, 0.5);
        assertThat(learner.decide("a", context).action()).isBetween(0, 2);
        assertThat(learner.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
    }

    /** A thread that would wait for ever fails the build by its time limit; one that gets through has the answer at once. */
    @Test
    void noCallKeepsTheLock() throws Exception {
        maker.decide("a");
        maker.reward("a", 1);
        maker.state();
        List<String> told = new ArrayList<>();
        Thread other = new Thread(() -> told.add(maker.decide("b").id()));
        other.start();
        other.join();
        maker.close();
        Thread late = new Thread(() -> {
            try {
                maker.decide("c");
            } catch (IllegalStateException e) {
                told.add("closed");
            }
        });
        late.start();
        late.join();
        assertThat(told).containsExactly("b", "closed");
    }
}
