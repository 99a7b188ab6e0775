package kelvin.learner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.learner.ResumableContract.SideBySide;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.adversarial.Exp3Ix;
import kelvin.learner.adversarial.Rexp3;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.contextual.Bagging;
import kelvin.learner.contextual.ContextualLearner;
import kelvin.learner.contextual.Mean;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.learner.identification.LilUcb;
import kelvin.learner.identification.Lucb;
import kelvin.learner.identification.SequentialHalving;
import kelvin.learner.identification.SuccessiveElimination;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.KlUcbPlusPlus;
import kelvin.learner.index.OcUcb;
import kelvin.learner.index.Ucb1;
import kelvin.learner.meta.Corral;
import kelvin.learner.meta.DoublingTrick;
import kelvin.learner.nonstationary.CusumUcb;
import kelvin.learner.nonstationary.GlrKlUcb;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseSqrt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResumableTest {
    private static LearnerSpec values(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    /** With so many actions, index players and selectors keep them in groups and trees. */
    static Stream<LearnerSpec> thatKeepGroups() {
        return Stream.of(
                new Ucb1(),
                new KlUcb(RewardFamily.BERNOULLI, 1, 0),
                new OcUcb(2, 0.7),
                values(new Softmax(0.3)),
                values(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1))),
                values(new Annealed(new SigmoidGate(1, 0.5), "temperature", new InverseSqrt(1))),
                values(new Annealed(new EpsilonGreedy(1), "epsilon", new InverseSqrt(1))));
    }

    @ParameterizedTest
    @MethodSource("thatKeepGroups")
    void manyActionsPlayOnWithTheSameBits(LearnerSpec spec) {
        new SideBySide(spec, 70, state -> state).play(170, 50, 75, 120);
    }

    /** So long that players drop and stop, notice changes, begin batches and runs anew. */
    static Stream<LearnerSpec> thatGoThroughPhases() {
        return Stream.of(
                new SequentialHalving(),
                new SuccessiveRejects(),
                new SuccessiveElimination(0.5, 0.01),
                new Lucb(0.5, 0, 0.02),
                new LilUcb(0.5, 0.01, 1, 0.01),
                new Rexp3(40, 0.3),
                new GlrKlUcb(0.5, 0.1, true, 1),
                new CusumUcb(5, 0.05, 1, 0.1, 1),
                new DoublingTrick(new Exp3Ix(1), 20));
    }

    @ParameterizedTest
    @MethodSource("thatGoThroughPhases")
    void longRunsPlayOnWithTheSameBits(LearnerSpec spec) {
        new SideBySide(spec, 4, state -> state).play(600, 90, 330, 450);
    }

    static Stream<LearnerSpec> learners() {
        return Stream.of(
                new ValueLearner(new Softmax(0.3), 0, new InverseCount(1), true),
                new KlUcb(RewardFamily.BERNOULLI, 1, 0),
                new ThompsonBeta(1, 1),
                new Exp3(0.1),
                new GradientBandit(20, Baseline.EXCLUDING),
                new ContextualLearner(new Ridge(1, Layout.HYBRID, 0.9), new Softmax(0.3), new Mean(), true),
                new Bagging(new Ridge(1), 3, 0.1, true),
                new Corral(List.of(new Ucb1(), new Exp3(0.1)), 0.1),
                new DoublingTrick(new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1), 8));
    }

    /** A player that forgets any one of its parts does not play on as the other does. */
    @ParameterizedTest
    @MethodSource("learners")
    void everyPartOfAStateIsNeeded(LearnerSpec spec) {
        Map<String, Object> fresh = JsonState.save(Players.create(spec, 4, 1000, Players.random(2)));
        new SideBySide(spec, 4, state -> state).play(40, 0, 22);
        assertThat(inside(fresh).keySet().stream().filter(part -> !isMissed(spec, part, inside(fresh))))
                .as("%s", spec)
                .isEmpty();
    }

    private static boolean isMissed(LearnerSpec spec, String part, Map<String, Object> fresh) {
        SideBySide forgetful = new SideBySide(spec, 4, state -> {
            inside(state).put(part, fresh.get(part));
            return state;
        });
        return catchThrowable(() -> forgetful.play(40, 0, 22)) != null;
    }

    /** Returns the state without that of the wrapper which shows contexts to a player. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> state) {
        return (Map<String, Object>) (state.containsKey("seen") ? requireNonNull(state.get("player")) : state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"counts\":[0,0]  | \"counts\":[0,-1]  | player.index.counts[1]: found -1, must be in [0, 9007199254740992]",
                "\"sums\":[0.0,0.0]| \"sums\":[0.0]     | player.index.sums: found 1 items, must be 2 items",
                "\"actions\":[0,1] | \"actions\":[1,1]  | player.untried.actions[1]: found 1, must be there once",
                "\"left\":2        | \"left\":3         | player.untried.left: found 3, must be in [0, 2]",
                "\"closed\":[]     | \"closed\":[0,1]   | player.open.closed: found all 2 actions, must be fewer, at least one is open",
                "\"untried\":      | \"tried\":         | player.untried: found nothing, must be an object {…}"
            })
    void aDamagedStateIsRefusedWithItsPath(String from, String to, String message) {
        Ucb1 spec = new Ucb1();
        String text = Json.canonical(JsonState.save(Players.create(spec, 2, 100, Players.random(1))));
        assertThat(text).contains(from);
        Learner fresh = Players.create(spec, 2, 100, Players.random(1));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> JsonState.load("player", Json.parse(text.replace(from, to)), fresh))
                .withMessage(message);
    }

    @Test
    void aPlayerThatSaysNotWhatItsStateIsCannotBeSaved() {
        Learner stubborn = new Learner() {
            @Override
            public int select(long step) {
                return 0;
            }

            @Override
            public void observe(long step, int action, double reward) {}
        };
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> JsonState.save(stubborn))
                .withMessage("cannot be saved: does not say what its state is");
    }
}
