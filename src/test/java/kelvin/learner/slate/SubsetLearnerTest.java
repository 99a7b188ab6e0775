package kelvin.learner.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.Players;
import kelvin.learner.ValueLearner;
import kelvin.policy.Softmax;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseCount;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SubsetLearnerTest implements SlateLearnerContract {
    private static SubsetLearner averaging(SubsetPolicy policy) {
        return new SubsetLearner(policy, 0, new InverseCount(1));
    }

    @Override
    public SlateSpec spec() {
        return averaging(new ExactlyM(2, 0.5));
    }

    @Nested
    class Ordered implements SlateLearnerContract {
        @Override
        public SlateSpec spec() {
            return averaging(new PlackettLuce(2, 0.5));
        }
    }

    @Nested
    class Gates implements SlateLearnerContract {
        @Override
        public SlateSpec spec() {
            return averaging(new IndependentGates(0.2, 0.5));
        }
    }

    /** The same random numbers give the same choices and rewards, for thousands of steps. */
    @Test
    void slatesOfOneByPlackettAndLuceAreTheOrdinarySoftmaxLearner() {
        SlateLearner several = averaging(new PlackettLuce(1, 0.2)).create(new BanditTask(5, 5000), Players.random(1));
        Learner one = new ValueLearner(new Softmax(0.2), 0, new InverseCount(1), false)
                .create(new BanditTask(5, 5000), Players.random(1));
        UniformRandomProvider coins = Players.random(2);
        for (int step = 1; step <= 5000; step++) {
            Slate slate = new Slate(5);
            several.select(step, slate);
            int action = one.select(step);
            assertThat(slate.action(0)).isEqualTo(action);
            double reward = coins.nextDouble() < 0.15 * (action + 1) ? 1 : 0;
            one.observe(step, action, reward);
            slate.see(reward);
            slate.pay(reward);
            several.observe(step, slate);
        }
    }

    @Test
    void exactlyOneHasTheProbabilitiesOfSoftmax() {
        SlateLearner several = averaging(new ExactlyM(1, 0.2)).create(new BanditTask(3, 100), Players.random(1));
        Learner one = new ValueLearner(new Softmax(0.2), 0, new InverseCount(1), false)
                .create(new BanditTask(3, 100), Players.random(1));
        for (int action = 0; action < 3; action++) {
            Slate slate = new Slate(3);
            slate.add(action);
            slate.see(0.3 * action);
            several.observe(action + 1, slate);
            one.observe(action + 1, action, 0.3 * action);
        }
        double[] inclusion = new double[3];
        double[] probabilities = new double[3];
        several.inclusion(4, inclusion);
        one.probabilities(4, probabilities);
        assertThat(inclusion).containsExactly(probabilities, within(1e-14));
    }

    @Test
    void onlyWhatWasSeenIsLearnt() {
        SubsetLearner spec = new SubsetLearner(new IndependentGates(0.5, 1e-3), 1, new Constant(1));
        SlateLearner player = spec.create(new BanditTask(3, 10), Players.random(1));
        Slate slate = new Slate(3);
        player.select(1, slate);
        assertThat(slate.size()).isEqualTo(3);
        slate.see(0);
        slate.see(0);
        player.observe(1, slate);
        double[] inclusion = new double[3];
        player.inclusion(2, inclusion);
        assertThat(inclusion[slate.action(0)] + inclusion[slate.action(1)]).isLessThan(1e-9);
        assertThat(inclusion[slate.action(2)]).isGreaterThan(1 - 1e-9);
    }

    @Test
    void theTemperatureIsThatOfThePolicy() {
        Learner player = averaging(new ExactlyM(1, 0.2)).create(new BanditTask(3, 100), Players.random(1));
        assertThat(player.temperature(1)).isEqualTo(0.2);
    }

    @Test
    void sizesAreThoseOfThePolicy() {
        assertThat(averaging(new ExactlyM(3, 1)).slates(5)).isEqualTo(new SlateSizes(3, 3));
        assertThat(averaging(new PlackettLuce(2, 1)).slates(5)).isEqualTo(new SlateSizes(2, 2));
        assertThat(averaging(new IndependentGates(0, 1)).slates(5)).isEqualTo(new SlateSizes(0, 5));
    }

    @Test
    void moreActionsThanThereAreAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> averaging(new ExactlyM(3, 1)).create(new BanditTask(2, 10), Players.random(1)))
                .withMessage("m = 3, must be at most 2, the number of open actions");
    }

    @Test
    void aLearnerOfSlatesNeedNotKnowItsProbabilitiesAndHasNoSingleAction() {
        SlateLearner own = new SlateLearner() {
            @Override
            public void select(long step, Slate slate) {
                slate.add(1);
            }

            @Override
            public void observe(long step, Slate slate) {}
        };
        double[] out = {7, 7};
        assertThat(own.inclusion(1, out)).isFalse();
        assertThat(out).containsExactly(7, 7);
        assertThatIllegalStateException().isThrownBy(() -> own.select(1)).withMessage("answers with several actions");
        assertThatIllegalStateException().isThrownBy(() -> own.observe(1, 0, 1));
    }
}
