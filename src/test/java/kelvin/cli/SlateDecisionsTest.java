package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.decision.erasure.Erasure;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.family.SharedPrior;
import kelvin.policy.subset.PlackettLuce;
import kelvin.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command shows, checks and exports slates, and refuses what is for decisions of one action. */
class SlateDecisionsTest {
    private static final Settings SLATES =
            Settings.slates(new PlackettLuce(2, 0.5), 3, Seed.of(4)).names(List.of("red", "green", "blue"));

    @TempDir
    private Path folder;

    private static void live(DecisionMaker maker) {
        for (int i = 0; i < 12; i++) {
            List<Integer> shown =
                    Objects.requireNonNull(maker.decide("id " + i).slate()).actions();
            maker.reward("id " + i, shown.get(0), i % 3);
            if (i % 2 == 0) {
                maker.reward("id " + i, shown.get(1), 1);
            }
        }
    }

    @BeforeEach
    void decide() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, SLATES)) {
            live(maker);
        }
    }

    private static void refused(String why, Object... args) {
        Kelvin run = Kelvin.run(args);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(why).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void itShowsAndChecksThem() throws IOException {
        assertThat(Kelvin.output("decisions", folder))
                .contains("probability to be shown", "slates: PlackettLuce[m=2, temperature=0.5]")
                .contains("12 decisions, 6 of them without all rewards");
        String all = ": 12 decisions drawn and 18 rewards judged again; all came out as recorded";
        assertThat(Kelvin.output("decisions", folder, "--check")).contains(all);
        assertThat(Erasure.ids(folder, List.of("id 3"), InstantSource.system())).isEqualTo(2);
        assertThat(Kelvin.output("decisions", folder, "--check"))
                .contains(
                        "11 decisions drawn and 17 rewards judged again; all came out as recorded; 2 have been erased");
    }

    @Test
    void itExportsARowForEachActionShown() {
        String[] rows = Kelvin.output("decisions", folder, "--export", "csv").split("\n", -1);
        assertThat(rows).hasSize(1 + 18 + 1);
        assertThat(rows[0]).isEqualTo("id,place,action,reward,inclusion,log_propensity,ordered,step,time,open,arm");
        assertThat(rows[1])
                .matches(
                        "id 0,1,[012],0\\.0,0\\.666666666666666\\d+,-1\\.79175946922805\\d+,true,1,\\d+,0 1 2,(red|green|blue)");
        assertThat(Kelvin.run("decisions", folder, "--export", "csv").err())
                .contains("6 actions shown without a reward left out; --missing 0 would");
    }

    @Test
    void itSalvagesThem(@TempDir Path other) throws IOException {
        Path journal = folder.resolve("journal-000001.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"slate\":[0,1]", "\"slate\":[0,2]"));
        Path rescued = other.resolve("rescued");
        assertThat(Kelvin.output("decisions", folder, "--salvage", rescued)).contains("NOT everything is");
        try (DecisionMaker maker = DecisionMaker.open(rescued, SLATES)) {
            assertThat(maker.decide("another").slate()).isNotNull();
        }
        assertThat(Kelvin.output("decisions", rescued)).contains("slates: PlackettLuce[m=2, temperature=0.5]");
    }

    @Test
    void whatIsForOneActionIsRefused() {
        refused(
                "found 12 slates in 12 decisions, must be none for this format",
                "decisions",
                folder,
                "--export",
                "obp");
        refused(
                "found 12 slates in 12 decisions, must be none for this format",
                "decisions",
                folder,
                "--export",
                "dsjson");
        refused("the slate [", "evaluate", folder, "--policy", "{Greedy: {}}");
        refused("decision id 0: found the slate [", "decisions", folder, "--chart", folder.resolve("charts"));
    }

    @Test
    void aFamilyShowsThemToo(@TempDir Path root) throws IOException {
        try (DecisionMakers makers =
                DecisionMakers.open(root, SLATES, 1, 1, InstantSource.system(), SharedPrior.DEFAULT)) {
            for (String name : List.of("de", "fr", "it")) {
                makers.with(name, maker -> {
                    live(maker);
                    return true;
                });
            }
            makers.commit();
            makers.with("de", maker -> maker.decide("once more"));
        }
        assertThat(Kelvin.output("decisions", root, "--check"))
                .contains("37 decisions drawn and 54 rewards judged again; all came out as recorded; 3 contexts");
    }
}
