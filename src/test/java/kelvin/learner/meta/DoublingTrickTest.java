package kelvin.learner.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

    @Test
    void anEmptyEpochIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoublingTrick(new Exp3(0.5), 0))
                .withMessage("first = 0, must be >= 1");
    }
}
