package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionSelectorTest {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;

    private static UniformRandomProvider random() {
        return Seed.of(3).generator();
    }

    static Stream<PolicySchedule> policies() {
        return Stream.of(
                new Softmax(0.3),
                new SigmoidGate(0.2, 0.3),
                new EpsilonGreedy(0.2),
                new Greedy(),
                new Uniform(),
                new Mellowmax(2),
                new Annealed(new EpsilonGreedy(1), "epsilon", new InverseSqrt(1)),
                new Annealed(new SigmoidGate(0, 1), "threshold", new InverseSqrt(1)));
    }

    /** Those, and the two that draw other numbers than their policy would: their temperature falls. */
    static Stream<PolicySchedule> stateful() {
        return Stream.concat(
                policies(),
                Stream.of(
                        new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)),
                        new Annealed(new SigmoidGate(0, 1), "temperature", new InverseSqrt(1))));
    }

    /** Elsewhere, a distribution was kept for a table of values that had since learned; here every change counts at once. */
    @ParameterizedTest
    @MethodSource("policies")
    void itDrawsWhatThePolicyWouldDraw(PolicySchedule policy) {
        double[] values = {0, 0.5, -0.5, CLOSED, 0.25};
        ActionSelector selector = new ActionSelector(policy, values, random());
        UniformRandomProvider same = random();
        for (int step = 1; step <= 2000; step++) {
            int action = selector.select(step);
            assertThat(action).isEqualTo(policy.at(step).select(values, same));
            values[action] = Math.sin(step) * (step % 100 == 0 ? 1e3 : 1);
            selector.set(action, values[action]);
        }
    }

    @ParameterizedTest
    @MethodSource("stateful")
    void itsProbabilitiesAreThePolicys(PolicySchedule policy) {
        double[] values = {0, 0.5, CLOSED, 0.25};
        ActionSelector selector = new ActionSelector(policy, values, random());
        assertThat(selector.probabilities(9)).isEqualTo(policy.at(9).probabilities(values));
        assertThat(selector.temperature(9))
                .isEqualTo(Double.valueOf(policy.at(9).temperatureAt(values)));
    }

    /** Those that keep work from one decision to the next, for few actions and for many. */
    @ParameterizedTest
    @MethodSource("stateful")
    void aLoadedSelectorDrawsOnWithTheSameBits(PolicySchedule policy) {
        for (int actions : new int[] {5, 50}) {
            UniformRandomProvider stream = random();
            ActionSelector selector = new ActionSelector(policy, new double[actions], stream);
            change(selector, 1, 200);
            Map<String, Object> state = JsonState.save(selector);
            UniformRandomProvider same = random();
            ActionSelector loaded = new ActionSelector(policy, new double[actions], same);
            JsonState.load("selector", Json.parse(Json.canonical(state)), loaded);
            ((RestorableUniformRandomProvider) same)
                    .restoreState(((RestorableUniformRandomProvider) stream).saveState());
            assertThat(change(loaded, 201, 400)).isEqualTo(change(selector, 201, 400));
            assertThat(JsonState.save(loaded))
                    .isEqualTo(JsonState.save(selector))
                    .isNotEqualTo(state);
        }
    }

    /** Returns the actions drawn while their values change. */
    private static List<Integer> change(ActionSelector selector, int from, int to) {
        List<Integer> drawn = new ArrayList<>();
        for (int step = from; step <= to; step++) {
            int action = selector.select(step);
            drawn.add(action);
            selector.set(action, step % 31 == 0 ? CLOSED : step * 37 % 19 / 19.0);
            selector.set((action + 1) % selector.actions(), 0.3);
        }
        return drawn;
    }

    @ParameterizedTest
    @MethodSource("stateful")
    void setAllLeadsToTheSameDrawsAsTheSameValuesFromTheStart(PolicySchedule policy) {
        double[] values = {0.1, CLOSED, 0.25, -3};
        ActionSelector changed = new ActionSelector(policy, new double[] {CLOSED, 7, -1, 0}, random());
        changed.setAll(values);
        ActionSelector fresh = new ActionSelector(policy, values, random());
        for (int step = 1; step <= 200; step++) {
            assertThat(changed.select(step)).isEqualTo(fresh.select(step));
        }
        assertThat(changed.values()).isEqualTo(values);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aMaskClosesActionsToOneDecisionAndOpensNone(PolicySchedule policy) {
        double[] values = {0, 0.5, 2, CLOSED};
        ActionSelector selector = new ActionSelector(policy, values, random());
        UniformRandomProvider same = random();
        BitSet open = new BitSet();
        open.set(0, 2);
        open.set(3);
        for (int step = 1; step <= 200; step++) {
            assertThat(selector.select(step, open))
                    .isEqualTo(policy.at(step).select(new double[] {0, 0.5, CLOSED, CLOSED}, same))
                    .isBetween(0, 1);
        }
        assertThat(selector.values()).isEqualTo(values);
        BitSet closed = BitSet.valueOf(new long[] {1L << 3});
        assertThatIllegalArgumentException().isThrownBy(() -> selector.select(1, closed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(1, BitSet.valueOf(new long[] {1L << 4})))
                .withMessage("open holds action 4, must be in [0, 3]");
    }

    @Test
    void actionsCloseAndOpen() {
        ActionSelector selector = new ActionSelector(new Uniform(), new double[] {1, 2}, random());
        selector.set(0, CLOSED);
        assertThat(selector.probabilities(1)).containsExactly(0, 1);
        selector.set(0, -5);
        assertThat(selector.probabilities(1)).containsExactly(0.5, 0.5);
    }

    @Test
    void theCallersArrayIsCopiedNotKept() {
        double[] values = {1, 2};
        ActionSelector selector = new ActionSelector(new Greedy(), values, random());
        selector.set(0, 9);
        values[1] = 99;
        assertThat(values[0]).isEqualTo(1);
        assertThat(selector.value(0)).isEqualTo(9);
        assertThat(selector.value(1)).isEqualTo(2);
        assertThat(selector.actions()).isEqualTo(2);
    }

    @Test
    void badValuesAreRefusedAndChangeNothing() {
        ActionSelector selector = new ActionSelector(new Greedy(), new double[] {1, 2}, random());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.set(1, Double.NaN))
                .withMessageContaining("values[1] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.set(0, Double.POSITIVE_INFINITY))
                .withMessageContaining("values[0] = Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.setAll(5, Double.NaN))
                .withMessageContaining("values[1] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.setAll(5))
                .withMessage("newValues.length = 1, must be the number of actions, 2");
        assertThat(selector.values()).containsExactly(1, 2);
    }

    @Test
    void aBadStartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionSelector(new Greedy(), new double[0], random()))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionSelector(none(), new double[1], random()))
                .withMessage("policy = null, must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionSelector(new Greedy(), new double[1], none()))
                .withMessage("random = null, must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionSelector(new Greedy(), new double[] {0, Double.NaN}, random()))
                .withMessageContaining("values[1] = NaN");
    }

    @Test
    void aStateWithABadValueIsRefused() {
        ActionSelector selector = new ActionSelector(new Greedy(), new double[] {1, 2}, random());
        Object state = Json.parse(Json.canonical(JsonState.save(selector)).replace("2.0", "\"NaN\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonState.load("selector", state, selector))
                .withMessage("selector.values[1]: found NaN, must be finite or -Infinity (a closed action)");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void nothingToChooseFromIsRefused(PolicySchedule policy) {
        ActionSelector selector = new ActionSelector(policy, new double[] {CLOSED, CLOSED}, random());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(1))
                .withMessageContaining("-Infinity");
    }
}
