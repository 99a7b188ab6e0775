package kelvin.learner.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.ValueLearner;
import kelvin.learner.adversarial.Exp3;
import kelvin.policy.Greedy;
import kelvin.schedule.InverseCount;
import org.junit.jupiter.api.Test;

class DoublingTrickTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                new DoublingTrick(new Exp3(0.2), 10),
                new DoublingTrick(new ValueLearner(new Greedy(), 0, new InverseCount(1), true), 7));
    }

    @Test
    void epochsDouble() {
        List<Long> horizons = new ArrayList<>();
        LearnerSpec spy = (problem, random) -> {
            horizons.add(problem.horizon());
            return new Exp3(0.1).create(problem, random);
        };
        Learner player = new DoublingTrick(spy, 100).create(new BanditTask(2, BanditTask.UNKNOWN), Players.random(1));
        LongStream.rangeClosed(1, 701).forEach(player::select);
        assertThat(horizons).containsExactly(100L, 200L, 400L, 800L);
    }

    @Test
    void anEpochKnowsNothingOfTheOneBefore() {
        Learner player = new DoublingTrick(new Exp3(0.5), 10).create(new BanditTask(2, 100), Players.random(1));
        player.select(1);
        player.observe(1, 0, 1);
        double[] p = new double[2];
        player.probabilities(10, p);
        assertThat(p[0]).isGreaterThan(0.5);
        player.probabilities(11, p);
        assertThat(p[0]).isEqualTo(0.5);
    }

    /** Notes what it is told of the decisions of its epoch. */
    private static final class Spy implements Learner {
        private final List<String> told = new ArrayList<>();

        @Override
        public int select(long step) {
            return 0;
        }

        @Override
        public void observe(long step, int action, double reward) {
            told.add(step + " paid " + reward);
        }

        @Override
        public void forget(long step) {
            told.add(step + " is lost");
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            out[0] = 10 + action;
            return true;
        }

        @Override
        public double temperature(long step) {
            return step;
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            out[0] = step;
            return step > 1;
        }

        @Override
        public boolean values(long step, double[] out) {
            out[0] = step;
            return true;
        }
    }

    /** Epochs begin at steps 1, 4 and 10; the second is asked by the steps since step 3, at most 6, and a third not begun by its first. */
    @Test
    void aPlayerIsAskedByTheStepsOfItsEpoch() {
        Learner player =
                new DoublingTrick((problem, random) -> new Spy(), 3).create(new BanditTask(2, 100), Players.random(1));
        LongStream.rangeClosed(1, 5).forEach(player::select);
        double[] out = new double[1];
        assertThat(player.probabilities(9, out)).isTrue();
        assertThat(out).containsExactly(6);
        assertThat(player.probabilities(10, out)).isFalse();
        assertThat(out).containsExactly(1);
        for (int step : new int[] {9, 10}) {
            assertThat(player.values(step, out)).isTrue();
            assertThat(out).containsExactly(6);
            assertThat(player.temperature(step)).isEqualTo(6);
        }
    }

    /** The second epoch begins at step 4; the third step of the first is the last that its player is asked for. */
    @Test
    void aPlayerIsToldOfTheDecisionsOfItsEpochAlone() {
        List<Spy> spies = new ArrayList<>();
        LearnerSpec spec = (problem, random) -> {
            spies.add(new Spy());
            return spies.get(spies.size() - 1);
        };
        Learner player = new DoublingTrick(spec, 3).create(new BanditTask(2, 100), Players.random(1));
        LongStream.rangeClosed(1, 3).forEach(player::select);
        player.observe(1, 0, 0.5);
        player.forget(2);
        assertThat(player.temperature(3)).isEqualTo(3);
        assertThat(player.temperature(4)).isEqualTo(3);
        LongStream.rangeClosed(4, 6).forEach(player::select);
        player.observe(3, 0, 0.25);
        player.forget(3);
        player.observe(4, 0, 1);
        player.forget(6);
        assertThat(spies).hasSize(2);
        assertThat(spies.get(0).told).containsExactly("1 paid 0.5", "2 is lost");
        assertThat(spies.get(1).told).containsExactly("1 paid 1.0", "3 is lost");
        double[] coefficients = new double[1];
        assertThat(player.coefficients(1, coefficients)).isTrue();
        assertThat(coefficients).containsExactly(11);
    }

    @Test
    void aStateOfAnotherFirstEpochIsRefused() {
        Learner player = new DoublingTrick(new Exp3(0.5), 4).create(new BanditTask(2, 100), Players.random(1));
        LongStream.rangeClosed(1, 5).forEach(player::select);
        String state = Json.canonical(JsonState.save(player));
        for (int before : new int[] {-4, 3}) {
            String damaged = state.replace("\"before\":4", "\"before\":" + before);
            Learner fresh = new DoublingTrick(new Exp3(0.5), 4).create(new BanditTask(2, 100), Players.random(1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JsonState.load("player", Json.parse(damaged), fresh))
                    .withMessage("player.before: found " + before + ", must be a multiple of 4");
        }
    }

    @Test
    void anEmptyEpochIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoublingTrick(new Exp3(0.5), 0))
                .withMessage("first = 0, must be >= 1");
    }
}
