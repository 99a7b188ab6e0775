package kelvin.learner.identification;

import static kelvin.learner.Ranges.NOT_NEGATIVE;
import static kelvin.learner.Ranges.POSITIVE;
import static kelvin.learner.Ranges.refused;

import kelvin.learner.BanditTask;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

/** Parameters at the nearest value that is not allowed, and the message each gets. */
class IdentificationRangesTest {
    @Test
    void parametersOutOfRangeAreRefused() {
        refused(
                "errorProbability",
                "0.0",
                "in (0, 1)",
                () -> new LilUcb(0, 1, 1, 0.1),
                () -> new Lucb(0, 0, 1),
                () -> new SuccessiveElimination(0, 1));
        refused(
                "errorProbability",
                "1.0",
                "in (0, 1)",
                () -> new LilUcb(1, 1, 1, 0.1),
                () -> new Lucb(1, 0, 1),
                () -> new SuccessiveElimination(1, 1));
        refused(
                "rewardStdDev",
                "0.0",
                POSITIVE,
                () -> new LilUcb(0.1, 0, 1, 0.1),
                () -> new Lucb(0.1, 0, 0),
                () -> new SuccessiveElimination(0.1, 0));
        refused("beta", "0.0", POSITIVE, () -> new LilUcb(0.1, 1, 0, 0.1));
        refused("epsilon", "0.0", "in (0, 1)", () -> new LilUcb(0.1, 1, 1, 0));
        refused("epsilon", "1.0", "in (0, 1)", () -> new LilUcb(0.1, 1, 1, 1));
        refused("tolerance", "-1.0", NOT_NEGATIVE, () -> new Lucb(0.1, -1, 1));
        BanditTask tooShort = new BanditTask(4, 3);
        refused(
                "horizon",
                "3",
                "at least the number of arms, 4",
                () -> new SuccessiveRejects().create(tooShort, Players.random(1)));
        refused(
                "horizon",
                "3",
                "at least 8 for 4 arms",
                () -> new SequentialHalving().create(tooShort, Players.random(1)));
    }
}
