package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.contract.Rewards;
import kelvin.evaluation.SmallRidge;
import kelvin.evaluation.Weighting;
import kelvin.model.Context;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntPolicyTest {
    private static final LogFormat FORMAT = new LogFormat(
            List.of(),
            List.of(ContextColumn.named("x"), ContextColumn.named("place")),
            null,
            null,
            List.of(),
            Rewards.REAL);

    @TempDir
    private Path folder;

    private DecisionLog log(String... places) throws IOException {
        UniformRandomProvider random = Seed.of(1).generator();
        StringBuilder csv = new StringBuilder("action,reward,propensity,x,place\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 3 * 10)
                    .append(',')
                    .append(random.nextDouble())
                    .append(',')
                    .append(1 / (1 + random.nextDouble()));
            csv.append(',')
                    .append(random.nextDouble())
                    .append(',')
                    .append(places[i % places.length])
                    .append('\n');
        }
        return DecisionLog.read(Files.writeString(folder.resolve("log.csv"), csv), FORMAT);
    }

    @Test
    void everythingIsReadAsItWasWritten() throws IOException {
        DecisionLog log = log("b", "\"a,\"\"c\"", "", "1");
        LearntPolicy policy = LearntPolicy.of(new SmallRidge(0.1), Weighting.DR, 7, new Softmax(0.3), log);
        policy.write(folder.resolve("policy.json"));
        LearntPolicy read = LearntPolicy.read(folder.resolve("policy.json"), new Catalog());
        assertThat(read.description()).isEqualTo(policy.description());
        assertThat(read.description().ids()).containsExactly(0L, 10L, 20L);
        assertThat(read.description().context().get(1).texts()).containsExactly("", "1", "a,\"c", "b");
        assertThat(read.fitted().state()).isEqualTo(policy.fitted().state());
        assertThat(read.isFrom(log)).isTrue();
        assertThat(read.isFrom(log("b"))).isTrue(); // the places are no part of it
        log.decisions().set(59, log.decisions().get(58));
        assertThat(read.isFrom(log)).isFalse();
    }

    @Test
    void contextsAreNumbersAndOneHotTexts() throws IOException {
        DecisionLog log = log("b", "a", "c");
        Context context = new Context(3, log.decisions().contexts().features());
        log.decisions().contexts().read(0, context);
        double x = context.numbers()[1];
        assertThat(context.numbers()).containsExactly(1, x, 0, 1, 0);
        log.decisions().contexts().read(2, context);
        assertThat(context.numbers()[1]).isNotEqualTo(x);
        assertThat(context.numbers()).containsExactly(1, context.numbers()[1], 0, 0, 1);
    }

    /** A text that the policy has not learnt from has no feature, and nothing takes its place. */
    @Test
    void textsThatAreNotKnownHaveNoFeature() throws IOException {
        List<ContextColumn> known = log("a", "b").context();
        log("a", "c");
        DecisionLog other = DecisionLog.read(
                folder.resolve("log.csv"),
                new LogFormat(List.of(), known, null, 3, List.of(0L, 10L, 20L), Rewards.REAL));
        Context context = new Context(3, other.decisions().contexts().features());
        other.decisions().contexts().read(1, context);
        assertThat(context.numbers()).hasSize(4).endsWith(0, 0);
        other.decisions().contexts().read(2, context);
        assertThat(context.numbers()).endsWith(1, 0);
    }
}
