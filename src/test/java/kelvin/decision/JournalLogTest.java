package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kelvin.decision.family.DecisionMakers;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking back, rewards belong to decisions by name, whether the decision maker still knew the name or not. */
class JournalLogTest {
    private static final Settings FORGETFUL =
            new Settings(new Uniform(), 2, Seed.of(1)).remembered(3).maxAge(Duration.ofDays(1));

    @TempDir
    private Path folder;

    private List<Double> rewards() throws IOException {
        return JournalLog.read(folder).entries().stream()
                .map(entry -> Objects.requireNonNullElse(entry.reward(), Double.NaN))
                .toList();
    }

    private static void decide(DecisionMaker maker, String... ids) {
        for (String id : ids) {
            maker.decide(id);
        }
    }

    @Test
    void rewardsThatCameTooLateCountWhenLookingBack() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, FORGETFUL)) {
            decide(maker, "a", "b", "c", "d", "e");
            assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.UNKNOWN);
            assertThat(maker.reward("a", 10)).isEqualTo(RewardOutcome.UNKNOWN);
            assertThat(maker.reward("e", 5)).isEqualTo(RewardOutcome.LEARNED);
            assertThat(maker.reward("e", 50)).isEqualTo(RewardOutcome.DUPLICATE);
            maker.save();
            assertThat(maker.reward("b", 2)).isEqualTo(RewardOutcome.UNKNOWN);
        }
        assertThat(rewards()).containsExactly(1.0, 2.0, Double.NaN, Double.NaN, 5.0);
    }

    @Test
    void aLateRewardIsForTheLatestDecisionOfItsNameBeforeIt() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, FORGETFUL)) {
            decide(maker, "a", "b", "c", "d", "a", "e", "f", "g");
            maker.reward("a", 1);
            decide(maker, "a");
            maker.reward("never decided", 2);
        }
        assertThat(rewards())
                .containsExactly(
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        1.0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
    }

    @Test
    void aLearnedRewardIsNotReplacedByALateOne() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, FORGETFUL)) {
            decide(maker, "a");
            maker.reward("a", 1);
            decide(maker, "b", "c", "d", "e");
            assertThat(maker.reward("a", 7)).isEqualTo(RewardOutcome.UNKNOWN);
        }
        assertThat(rewards().get(0)).isEqualTo(1);
    }

    @Test
    void theEstimatesAreThoseOfTheDecisionMaker() throws IOException {
        State state;
        try (DecisionMaker maker = DecisionMaker.open(folder, new Settings(new Uniform(), 2, Seed.of(1)))) {
            for (int i = 0; i < 8; i++) {
                maker.decide("id " + i);
                maker.reward("id " + i, 0.25 * i);
            }
            maker.addArm(0, 0);
            maker.save();
            maker.decide("no reward");
            state = maker.state();
        }
        JournalLog log = JournalLog.read(folder);
        assertThat(log.estimates()).isEqualTo(state.arms());
        assertThat(log.size()).isEqualTo(9);
        assertThat(log.arms()).isEqualTo(3);
        assertThat(log.hasNames()).isFalse();
        assertThat(log.name(
                        log.entries().get(8), log.entries().get(8).decision().actionTaken()))
                .isEqualTo(String.valueOf(log.entries().get(8).decision().action()));
        assertThat(JournalLog.read(StateFiles.journal(folder, 1)).size()).isEqualTo(8);
    }

    @Test
    void whatIsWrittenSinceIsLeftOut() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, FORGETFUL)) {
            decide(maker, "a", "b");
            maker.commit();
            JournalLog log = JournalLog.read(folder);
            decide(maker, "c");
            maker.reward("c", 1);
            maker.commit();
            assertThat(log.entries()).hasSize(2);
            assertThat(log.size()).isEqualTo(2);
        }
    }

    @Test
    void armsAreOpenOrClosedAsTheyWereAtEachDecision() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, FORGETFUL)) {
            decide(maker, "a");
            maker.addArm("third", 0, 0);
            decide(maker, "b");
            maker.setOpen(0, false);
            maker.save();
            decide(maker, "c");
            maker.setOpen(0, true);
            decide(maker, "d");
        }
        JournalLog log = JournalLog.read(folder);
        assertThat(log.entries())
                .extracting(entry -> entry.open().toString())
                .containsExactly("{0, 1}", "{0, 1, 2}", "{1, 2}", "{0, 1, 2}");
        assertThat(log.hasNames()).isTrue();
        assertThat(log.name(2)).isEqualTo("third");
        assertThat(log.name(1)).isEqualTo("1");
    }

    /** A context keeps the arms of the settings that it began with, whatever the others have by then. */
    @Test
    void theArmsOfAContextAreThoseThatItBeganWith() throws IOException {
        Settings more = new Settings(new Uniform(), 3, Seed.of(1));
        for (Settings rules : List.of(FORGETFUL, more)) {
            try (DecisionMakers makers = DecisionMakers.open(folder, rules, 2, 1, InstantSource.system())) {
                for (String name : List.of("a", "only a reward", rules.equals(more) ? "b" : "a")) {
                    makers.with(name, maker -> {
                        if (name.length() == 1 || rules.equals(more)) {
                            maker.decide("id " + maker.state().decisions());
                        }
                        return maker.reward("unknown", 1);
                    });
                }
            }
        }
        assertThat(JournalLog.read(folder).entries())
                .extracting(entry -> entry.name() + " " + entry.open())
                .containsExactly("a {0, 1}", "a {0, 1}", "a {0, 1}", "only a reward {0, 1}", "b {0, 1, 2}");
    }

    @Test
    void everyLineIsPassedToAnotherReaderFirst() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, FORGETFUL)) {
            decide(maker, "a");
            maker.addArm(0, 0);
            decide(maker, "b");
        }
        List<String> read = new ArrayList<>();
        JournalLog log = JournalLog.read(folder);
        log.forEach(
                line -> read.add(line.has(JournalRecord.DECISION) ? "line" : line.has(JournalRecord.ARM) ? "arm" : ""),
                entry -> read.add(entry.decision().id()));
        read.removeIf(String::isEmpty);
        assertThat(read).containsExactly("line", "a", "arm", "line", "b");
        assertThat(log.arms()).isEqualTo(3);
        assertThat(log.estimates()).hasSize(3);
    }
}
