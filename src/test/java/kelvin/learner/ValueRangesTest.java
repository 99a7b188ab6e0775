package kelvin.learner;

import static kelvin.learner.Ranges.NOT_NEGATIVE;
import static kelvin.learner.Ranges.POSITIVE;
import static kelvin.learner.Ranges.refused;

import java.util.List;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.adversarial.Exp3Ix;
import kelvin.learner.index.Ucb1;
import kelvin.learner.meta.Corral;
import kelvin.learner.meta.DoublingTrick;
import kelvin.learner.slate.CombUcb1;
import kelvin.learner.slate.SubsetLearner;
import kelvin.policy.Greedy;
import kelvin.policy.Uniform;
import kelvin.policy.subset.MaxExpectedF1;
import kelvin.schedule.InverseCount;
import org.junit.jupiter.api.Test;

/** Parameters at the nearest value that is not allowed, and the message each gets. */
class ValueRangesTest {
    @Test
    void parametersOutOfRangeAreRefused() {
        InverseCount average = new InverseCount(1);
        refused("scale", "0.0", POSITIVE, () -> new BoltzmannGumbel(0), () -> new SoftMix(0));
        refused(
                "initialValue",
                "NaN",
                "finite",
                () -> new ValueLearner(new Greedy(), Double.NaN, average, false),
                () -> new Vdbe(1, new Uniform(), Double.NaN, average),
                () -> new SubsetLearner(new MaxExpectedF1(), Double.NaN, average));
        refused("inverseSensitivity", "0.0", POSITIVE, () -> new Vdbe(0, new Uniform(), 0, average));
        refused("m", "0", ">= 1", () -> new CombUcb1(0, 1));
        refused("exploration", "-1.0", NOT_NEGATIVE, () -> new CombUcb1(1, -1));
        refused(
                "m",
                "3",
                "at most 2, the number of actions",
                () -> new CombUcb1(3, 1).create(new BanditTask(2, 10), Players.random(1)));
        refused("first", "0", ">= 1", () -> new DoublingTrick(new Exp3Ix(1), 0));
        refused("learningRate", "0.0", POSITIVE, () -> new Corral(List.of(new Ucb1(), new Exp3(0.1)), 0));
    }
}
