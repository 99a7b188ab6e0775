package kelvin.learner.adversarial;

import static kelvin.learner.Ranges.POSITIVE;
import static kelvin.learner.Ranges.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters at the nearest value that is not allowed, and the message each gets. */
class AdversarialRangesTest {
    @Test
    void parametersOutOfRangeAreRefused() {
        refused("exploration", "0.0", "in (0, 1]", () -> new Exp3(0), () -> new Exp3S(0, 1), () -> new Rexp3(1, 0));
        refused(
                "exploration",
                "1.1",
                "in (0, 1]",
                () -> new Exp3(1.1),
                () -> new Exp3S(1.1, 1),
                () -> new Rexp3(1, 1.1));
        assertThat(List.of(new Exp3(1).exploration(), new Exp3S(1, 1).exploration(), new Rexp3(1, 1).exploration()))
                .containsOnly(1.0);
        refused("sharing", "0.0", POSITIVE, () -> new Exp3S(1, 0));
        refused(
                "scale",
                "0.0",
                POSITIVE,
                () -> new Exp3Anytime(0),
                () -> new Exp3Ix(0),
                () -> new Hedge(0),
                () -> new TsallisInf(0));
        refused("batch", "0", ">= 1", () -> new Rexp3(0, 1));
    }
}
