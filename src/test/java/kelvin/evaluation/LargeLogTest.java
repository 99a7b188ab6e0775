package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two million decisions, whose propensities all differ, are evaluated in a heap of 32 bytes for each. */
class LargeLogTest {
    private static final int DECISIONS = 2_000_000;

    public static void main(String[] args) {
        UniformRandomProvider random = Seed.of(1).generator();
        LoggedDecisions log = new LoggedDecisions();
        for (int i = 0; i < DECISIONS; i++) {
            int action = random.nextInt(4);
            log.add(new LoggedDecision(action, random.nextInt(2), 0.25 + 0.1 * random.nextDouble(), null));
        }
        Evaluation evaluation = Evaluation.of(log, 4, Target.of(new Softmax(1), 0, 1, 2, 3), Seed.of(1));
        List<Estimate> estimates = evaluation.estimates(Evaluation.estimators(2), 2);
        System.out.println(estimates.size() + " estimates");
    }

    private static String evaluatedIn(int megabytes) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeLogTest.class.getName())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    @Tag("long")
    void aLongLogTakesLittleMemory() throws IOException {
        assertThat(evaluatedIn(64)).matches("\\d+ estimates\\R");
        assertThat(evaluatedIn(16)).contains("OutOfMemoryError");
    }
}
