package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import kelvin.decision.Decision;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.decision.family.DecisionMakers;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kelvin decisions} reads the root folder of a family. */
class FamilyDecisionsTest {
    private static final Settings RULES = new Settings(new Softmax(1), 3, Seed.of(1)).remembered(25);

    @TempDir
    private Path temporary;

    private Path family = Path.of("");
    private Path rescued = Path.of("");

    @BeforeEach
    void name() {
        family = temporary.resolve("family");
        rescued = temporary.resolve("rescued");
    }

    @Test
    void aFamilyIsSummarisedByContext() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(family, RULES, 2, 2, InstantSource.system())) {
            for (int i = 0; i < 30; i++) {
                String id = "a" + i;
                double reward = i % 5 == 0 ? 1 : 0;
                makers.with(i % 3 == 0 ? "country de" : "country\n" + i % 3, maker -> {
                    maker.decide(id);
                    return maker.reward(id, reward);
                });
            }
            makers.commit();
            assertThat(Kelvin.output("decisions", family)).contains("; in use");
        }
        assertThat(Kelvin.output("decisions", family))
                .contains("family: 3 contexts, 30 decisions, ", " bytes of journals in 2 shards; not in use")
                .containsPattern("\ncountry de +10 +10 +0\\.200000 +20")
                .containsPattern("\ncountry\\S+1 +10 +10 ");
        assertThat(Kelvin.output("decisions", family, "--check"))
                .contains("30 decisions drawn and 30 rewards judged again; all came out as recorded; 3 contexts");
        assertThat(Kelvin.output("decisions", family, "--export", "csv"))
                .startsWith("action,reward,propensity,step,time,id,open,name\n")
                .hasLineCount(1 + 10 + 2 * 20) // two names have a line break
                .contains(",country de\n");
        assertThat(Kelvin.output("decisions", family, "--salvage", rescued))
                .contains("30 decisions and 30 learnt rewards are intact; nothing is lost", "a family can open it");
        for (List<String> task : List.of(List.<String>of(), List.of("--check"), List.of("--salvage", "new"))) {
            assertThat(Kelvin.run(Stream.concat(Stream.of("decisions", family.resolve("shard-0001")), task.stream())
                                    .toArray())
                            .err())
                    .endsWith(
                            "shard-0001: is one shard of a family, must be the family's root folder, " + family + "\n");
        }
        assertThatIOException()
                .isThrownBy(() -> DecisionMaker.open(family.resolve("shard-0000"), RULES))
                .withMessageContaining("is one shard of a family");
    }

    @Test
    void theGroupsOfAFamilyAreComparedOverAllContexts() throws IOException {
        long[] decided = new long[2];
        Settings rules = RULES.control(new Uniform(), 0.3);
        try (DecisionMakers makers = DecisionMakers.open(family, rules, 9, 3, InstantSource.system())) {
            for (int i = 0; i < 60; i++) {
                String id = "a" + i;
                Decision.Group group = makers.with("visitor " + i % 7, maker -> {
                    Decision decision = maker.decide(id);
                    maker.reward(id, decision.group() == Decision.Group.CONTROL ? 0 : 1);
                    return decision.group();
                });
                decided[group == Decision.Group.CONTROL ? 1 : 0]++;
            }
        }
        assertThat(decided[1]).isPositive();
        assertThat(Kelvin.output("decisions", family, "--groups", "0,1"))
                .containsPattern("\\b" + decided[0] + " +" + decided[0] + " +1\\b")
                .containsPattern("\\b" + decided[1] + " +" + decided[1] + " +0\\b");
    }

    @Test
    void aDamagedFamilyIsSalvaged() throws IOException {
        try (DecisionMakers makers = DecisionMakers.open(family, RULES, 2, 1, InstantSource.system())) {
            for (int i = 0; i < 9; i++) {
                String id = "a" + i;
                makers.with("country\n" + i % 3, maker -> maker.decide(id));
            }
        }
        Path journal = family.resolve("shard-0000/journal-000001.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"a4\"", "\"b4\""));
        String[] faults = {
            "journal-000001.jsonl:", " bytes that are not a line", "country\uFFFD1: step: found 3, 2 would"
        };
        Kelvin check = Kelvin.run("decisions", family, "--check");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).contains(faults).contains("8 decisions and", "--salvage NEWFOLDER copies what is");
        assertThat(Kelvin.output("decisions", family, "--salvage", rescued))
                .contains(faults)
                .contains("NOT everything is");
        assertThat(Kelvin.output("decisions", rescued)).contains("3 contexts");
        Kelvin again = Kelvin.run("decisions", rescued, "--check");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains("NOT all came out as recorded: 1 were passed over; 3 contexts");
    }
}
