package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.policy.Annealed;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Steps;
import org.junit.jupiter.api.Test;

class ValueLearnerTest implements LearnerContract {
    private static final InverseCount AVERAGE = new InverseCount(1);

    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                averages(new Softmax(0.3)),
                averages(new Greedy()),
                new ValueLearner(new Softmax(0.3), 0.5, AVERAGE, true),
                new ValueLearner(new Softmax(0.3), 0.5, new Constant(0.3), false),
                new ValueLearner(new Softmax(0.3), 0, new InverseCount(0.5), false));
    }

    private static ValueLearner averages(PolicySchedule policy) {
        return new ValueLearner(policy, 0, AVERAGE, false);
    }

    @Test
    void theFirstRewardReplacesTheInitialValueOfASampleAverage() {
        LearnerSpec spec = new ValueLearner(new Greedy(), 5, AVERAGE, false);
        assertThat(Players.share(spec, 2, 0, player -> {
                    player.observe(1, 0, 6);
                    return 2;
                }))
                .isEqualTo(1);
    }

    @Test
    void aConstantStepSizeKeepsPartOfTheInitialValue() {
        LearnerSpec spec = new ValueLearner(new Greedy(), 5, new Constant(0.1), false);
        assertThat(Players.share(spec, 2, 1, player -> {
                    player.observe(1, 0, 4.9);
                    return 2;
                }))
                .isEqualTo(1);
    }

    @Test
    void equalSampleAveragesReachedInDifferentOrdersTieExactly() {
        double share = Players.share(averages(new Greedy()), 2, 0, player -> {
            for (double reward : new double[] {0.1, 0.2, 0.3, 1}) {
                player.observe(1, 0, reward);
            }
            player.observe(1, 1, (0.1 + 0.2 + 0.3 + 1) / 4);
            return 6;
        });
        assertThat(share).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(4000)));
    }

    @Test
    void choicesFollowThePolicyOverTheEstimates() {
        double p = 1 / (1 + Math.exp(-1));
        double share = Players.share(averages(new Softmax(0.5)), 2, 0, player -> {
            player.observe(1, 0, 0);
            player.observe(2, 0, 1);
            return 3;
        });
        assertThat(share).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4000)));
    }

    @Test
    void everyArmIsTriedOnceFirstWhenAsked() {
        Learner player =
                new ValueLearner(new Greedy(), 0, AVERAGE, true).create(new BanditTask(50, 1000), Players.random(1));
        Set<Integer> tried = new HashSet<>();
        for (int step = 1; step <= 50; step++) {
            tried.add(player.select(step));
        }
        assertThat(tried).hasSize(50);
    }

    @Test
    void theOrderOfFirstTriesIsRandom() {
        LearnerSpec spec = new ValueLearner(new Greedy(), 0, AVERAGE, true);
        assertThat(Players.share(spec, 4, 3, player -> 1)).isCloseTo(0.25, within(0.03));
    }

    @Test
    void forcedChoicesCountAsSteps() {
        PolicySchedule coldFromStep3 =
                new Annealed(new Softmax(1), "temperature", new Steps(List.of(1e9, 1e-9), List.of(2L)));
        LearnerSpec spec = new ValueLearner(coldFromStep3, 0, AVERAGE, true);
        assertThat(Players.share(spec, 2, 1, player -> {
                    player.observe(1, player.select(1), 0);
                    player.observe(2, player.select(2), 0);
                    player.observe(2, 1, 1);
                    return 3;
                }))
                .isEqualTo(1);
    }

    @Test
    void aRewardThatOverflowsTheEstimateIsRefused() {
        Learner player = averages(new Uniform()).create(new BanditTask(2, 1000), Players.random(1));
        player.observe(1, 1, Double.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.observe(2, 1, Double.MAX_VALUE))
                .withMessageContaining("values[1] = Infinity");
    }

    @Test
    void anInfiniteInitialValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueLearner(new Greedy(), Double.POSITIVE_INFINITY, AVERAGE, false))
                .withMessage("initialValue = Infinity, must be finite");
    }

    @Test
    void aTemperatureIsToldOnceThePolicyDecides() {
        LearnerSpec spec = new ValueLearner(new Softmax(0.5), 0, AVERAGE, true);
        Learner player = spec.create(new BanditTask(2, 1000), Players.random(1));
        player.observe(1, player.select(1), 0);
        assertThat(player.temperature(2)).isNaN();
        player.observe(2, player.select(2), 0);
        assertThat(player.temperature(3)).isEqualTo(0.5);
    }
}
