package kelvin.learner.bayes;

import static kelvin.learner.Ranges.POSITIVE;
import static kelvin.learner.Ranges.refused;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters at the nearest value that is not allowed, and the message each gets. */
class BayesRangesTest {
    @Test
    void parametersOutOfRangeAreRefused() {
        refused("discount", "0.0", "in (0, 1)", () -> new Gittins(0));
        refused("discount", "1.0", "in (0, 1)", () -> new Gittins(1));
        refused("points", "9", ">= 10", () -> new InformationDirected(9));
        refused("priorSuccesses", "0.0", POSITIVE, () -> new ThompsonBeta(0, 1));
        refused("priorFailures", "0.0", POSITIVE, () -> new ThompsonBeta(1, 0));
        refused("values", "[1.0]", "at least two numbers", () -> new ThompsonDirichlet(List.of(1.0), 1));
        refused("values", "[1.0, 1.0]", "strictly increasing", () -> new ThompsonDirichlet(List.of(1.0, 1.0), 1));
        refused("values", "Infinity", "finite", () -> new ThompsonDirichlet(List.of(1.0, Double.POSITIVE_INFINITY), 1));
        refused("prior", "0.0", POSITIVE, () -> new ThompsonDirichlet(List.of(0.0, 1.0), 0));
        refused(
                "rewardStdDev",
                "0.0",
                POSITIVE,
                () -> new ThompsonGaussian(0, 0, 1),
                () -> new TopTwoGaussian(0, 1, 0.5, 1));
        refused(
                "priorMean",
                "NaN",
                "finite",
                () -> new ThompsonGaussian(1, Double.NaN, 1),
                () -> new ThompsonNormalGamma(Double.NaN, 1, 1, 1));
        refused(
                "priorStdDev",
                "0.0",
                POSITIVE,
                () -> new ThompsonGaussian(1, 0, 0),
                () -> new TopTwoGaussian(1, 0, 0.5, 1));
        refused("priorCount", "0.0", POSITIVE, () -> new ThompsonNormalGamma(0, 0, 1, 1));
        refused(
                "priorShape",
                "0.0",
                POSITIVE,
                () -> new ThompsonNormalGamma(0, 1, 0, 1),
                () -> new ThompsonPoisson(0, 1));
        refused(
                "priorRate",
                "0.0",
                POSITIVE,
                () -> new ThompsonNormalGamma(0, 1, 1, 0),
                () -> new ThompsonPoisson(1, 0));
        refused("leading", "0.0", "in (0, 1)", () -> new TopTwoBeta(0, 1), () -> new TopTwoGaussian(1, 1, 0, 1));
        refused("leading", "1.0", "in (0, 1)", () -> new TopTwoBeta(1, 1), () -> new TopTwoGaussian(1, 1, 1, 1));
        refused("attempts", "0", ">= 1", () -> new TopTwoBeta(0.5, 0), () -> new TopTwoGaussian(1, 1, 0.5, 0));
    }
}
