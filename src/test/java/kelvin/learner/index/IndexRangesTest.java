package kelvin.learner.index;

import static kelvin.learner.Ranges.NOT_NEGATIVE;
import static kelvin.learner.Ranges.POSITIVE;
import static kelvin.learner.Ranges.refused;
import static org.assertj.core.api.Assertions.assertThat;

import kelvin.learner.RewardFamily;
import org.junit.jupiter.api.Test;

/** Parameters at the nearest value that is not allowed, and the message each gets. */
class IndexRangesTest {
    @Test
    void parametersOutOfRangeAreRefused() {
        RewardFamily family = RewardFamily.BERNOULLI;
        refused(
                "dispersion",
                "0.0",
                POSITIVE,
                () -> new Dmed(family, 0),
                () -> new Imed(family, 0),
                () -> new KlUcb(family, 0, 0),
                () -> new KlUcbPlus(family, 0),
                () -> new KlUcbPlusPlus(family, 0));
        refused("logLog", "-1.0", NOT_NEGATIVE, () -> new KlUcb(family, 1, -1));
        refused("exploration", "-1.0", NOT_NEGATIVE, () -> new Ucb(-1), () -> new EpsilonDecreasing(-1, 1));
        refused("gap", "0.0", POSITIVE, () -> new EpsilonDecreasing(1, 0));
        refused("alpha", "-1.0", NOT_NEGATIVE, () -> new UcbAlpha(-1), () -> new MossAnytime(-1));
        refused("epsilon", "1.1", "in [0, 1]", () -> new EpsilonFirst(1.1));
        refused("plays", "0", ">= 1", () -> new ExploreThenCommit(0, true));
        refused("eta", "1.0", "finite and > 1", () -> new OcUcb(1, 1));
        refused("eta", "Infinity", "finite and > 1", () -> new OcUcb(Double.POSITIVE_INFINITY, 1));
        refused("rho", "0.49", "in [0.5, 1]", () -> new OcUcb(2, 0.49));
        refused("rho", "1.01", "in [0.5, 1]", () -> new OcUcb(2, 1.01));
        assertThat(new OcUcb(2, 0.5).rho()).isEqualTo(0.5);
        assertThat(new OcUcb(2, 1).rho()).isEqualTo(1);
    }
}
