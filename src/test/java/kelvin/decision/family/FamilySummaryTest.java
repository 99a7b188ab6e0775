package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import kelvin.decision.Settings;
import kelvin.decision.family.FamilySummary.Summary;
import kelvin.decision.memory.RewardRule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilySummaryTest {
    private static final Settings RULES = new Settings(new Softmax(1), 2, Seed.of(1))
            .maxAge(Duration.ofHours(1))
            .rewards(RewardRule.sum(Duration.ofMillis(100)));

    private long millis;
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis);

    @TempDir
    private Path folder;

    @Test
    void decisionsAreCountedAndLearnedRewardsAreAdded() throws IOException {
        assertThat(FamilySummary.isFamily(folder)).isFalse();
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 4, 2, clock)) {
            makers.with("a", maker -> {
                maker.decide("1");
                maker.reward("1", 0.25);
                return maker.reward("1", 1.5); // gathered, and learned together
            });
            millis = 200;
            makers.save();
            makers.with("a", maker -> {
                maker.decide("2");
                maker.reward("2", 4);
                return maker.reward("1", 7); // too late
            });
            makers.with("b", maker -> maker.reward("nobody's", 1));
            makers.commit();
            assertThat(FamilySummary.read(folder).inUse()).isTrue();
        }
        assertThat(FamilySummary.isFamily(folder)).isTrue();
        FamilySummary summary = FamilySummary.read(folder);
        assertThat(summary.contexts())
                .containsExactlyInAnyOrder(
                        new Summary("a", 2, 1, 1.75, Instant.ofEpochMilli(200)), new Summary("b", 0, 0, 0, null));
        assertThat(summary)
                .returns(2, FamilySummary::shards)
                .returns(false, FamilySummary::inUse)
                .returns(bytes(), FamilySummary::bytes);
        assertThat(summary.notes()).isEmpty();
        Path journal = folder.resolve("shard-0000/journal-000002.jsonl");
        Files.writeString(journal, "{\"decision\":\"a", StandardOpenOption.APPEND);
        assertThat(FamilySummary.read(folder).notes())
                .singleElement()
                .asString()
                .startsWith(journal.toString());
    }

    @Test
    void decisionsThatPrunedJournalsToldCountAsTheStatesTell() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(folder, RULES, 4, 1, clock)) {
            makers.with("a", maker -> {
                maker.decide("1");
                return maker.decide("2");
            });
            makers.save();
            assertThat(makers.prune(clock.instant())).isEqualTo(1);
            assertThat(FamilySummary.read(folder).contexts()).containsExactly(new Summary("a", 2, 0, 0, null));
            millis = 50;
            makers.with("a", maker -> maker.decide("3"));
        }
        assertThat(FamilySummary.read(folder).contexts())
                .containsExactly(new Summary("a", 3, 0, 0, Instant.ofEpochMilli(50)));
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
