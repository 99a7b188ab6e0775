package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import kelvin.decision.ActionEstimate;
import kelvin.decision.ContextMaker.Prior;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New contexts lose less in their first decisions by a prior of the others where these are like them, and little else. */
class SharedLearningTest {
    private static final int ARMS = 5;
    private static final int CONTEXTS = 150;
    private static final int FIRST_MEASURED = 30;
    private static final int DECISIONS = 20;
    private static final Settings RULES = new Settings(new Softmax(0.1), ARMS, Seed.of(3)).initialValue(0.4);

    /** The standard deviation of rewards within a context. */
    private static final double NOISE = 0.3;

    @TempDir
    private Path temporary;

    private int families;

    @BeforeEach
    void begin() {
        families = 0;
    }

    /** Means of the arms of a context: nearly those of all others, or the same numbers in another order. */
    private static double[] means(int context, boolean alike) {
        ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(Seed.of(1000 + context).generator());
        int turn = alike ? 0 : Seed.of(context).generator().nextInt(ARMS);
        double[] means = new double[ARMS];
        for (int i = 0; i < ARMS; i++) {
            means[i] = 0.2 * ((i + turn) % ARMS) + (alike ? 0.02 : 0.1) * normal.sample();
        }
        return means;
    }

    /** Returns the mean regret of a decision among the first of each context, after some contexts have come. */
    private double loss(boolean alike, @Nullable SharedPrior shared, UnaryOperator<List<Prior>> start)
            throws IOException {
        double[] loss = {0};
        Path root = temporary.resolve("family " + families++);
        InstantSource clock = () -> Instant.EPOCH;
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, CONTEXTS, 1, clock, shared)) {
            for (int context = 0; context < CONTEXTS; context++) {
                double[] means = means(context, alike);
                UniformRandomProvider random = Seed.of(5000 + context).generator();
                boolean measured = context >= FIRST_MEASURED;
                List<Prior> prior = start.apply(makers.prior("anyone"));
                makers.with("visitor " + context, maker -> {
                    double[] sums = new double[ARMS];
                    long[] counts = new long[ARMS];
                    prior.forEach(arm -> {
                        sums[arm.action()] = arm.value() * arm.weight();
                        counts[arm.action()] = arm.weight();
                    });
                    if (!prior.isEmpty()) {
                        maker.warmStart(ActionEstimate.ofRewards(sums, counts));
                    }
                    for (int i = 0; i < DECISIONS; i++) {
                        int action = maker.decide("id " + i).action();
                        double best = Arrays.stream(means).max().orElseThrow();
                        loss[0] += measured ? best - means[action] : 0;
                        maker.reward(
                                "id " + i,
                                means[action]
                                        + NOISE
                                                * ZigguratSampler.NormalizedGaussian.of(random)
                                                        .sample());
                    }
                    return maker;
                });
            }
        }
        return loss[0] / DECISIONS / (CONTEXTS - FIRST_MEASURED);
    }

    private static List<Prior> none(List<Prior> prior) {
        return List.of();
    }

    @Test
    void alikeContextsGainByThePriorAndOthersHardlyLose() throws IOException {
        double alone = loss(true, null, SharedLearningTest::none);
        double alike = loss(true, SharedPrior.DEFAULT, SharedLearningTest::none);
        double differingAlone = loss(false, null, SharedLearningTest::none);
        double differing = loss(false, SharedPrior.DEFAULT, SharedLearningTest::none);
        double pooled = loss(
                false,
                SharedPrior.DEFAULT,
                prior -> prior.stream()
                        .map(arm -> new Prior(arm.action(), arm.value(), 20))
                        .toList());
        assertThat(alike).isLessThan(0.4 * alone);
        assertThat(differing).isLessThan(1.15 * differingAlone);
        assertThat(pooled).as("a weight that does not follow the differences").isGreaterThan(2 * differingAlone);
    }
}
