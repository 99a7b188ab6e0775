package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.family.FamilyCheck;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmNamesTest {
    private static final Settings NUMBERED = new Settings(new Softmax(1), 2, Seed.of(1));
    private static final Settings NAMED = NUMBERED.names(List.of("red", "\"blue\""));

    @TempDir
    private Path temporary;

    private static void refused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(call).withMessage(message);
    }

    private static List<String> names(DecisionMaker maker) {
        return maker.state().arms().stream()
                .map(arm -> String.valueOf(arm.name()))
                .toList();
    }

    @Test
    void settingsTakeANameForEachArm() {
        assertThat(NAMED.names()).containsExactly("red", "\"blue\"");
        assertThat(NAMED).hasToString(NUMBERED.toString().replace("arms=2", "arms=2, names=[red, \"blue\"]"));
        assertThat(NAMED.names(List.of())).isEqualTo(NUMBERED).isNotEqualTo(NAMED);
        refused(() -> NUMBERED.names(List.of("a")), "names = 1 names, must be 2, one for each arm");
        refused(() -> NUMBERED.names(List.of("a", "a")), "names[1] = a, must be another than names[0]");
        refused(() -> NUMBERED.names(List.of("a", "")), "names[1] = 0 characters, must be 1 to 256 characters");
        refused(
                () -> NUMBERED.names(List.of("a".repeat(257), "b")),
                "names[0] = 257 characters, must be 1 to 256 characters");
        refused(() -> NUMBERED.names(Arrays.asList("a", null)), "names[1] = null, must be given");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> NUMBERED.names(List.of("a", "\ud83d")))
                .withMessageStartingWith("names[1] = ");
    }

    @Test
    void anArmIsFoundByItsNameAndNamedByItsNumber() {
        DecisionMaker maker = new DecisionMaker(NAMED);
        assertThat(maker.addArm(0, 0)).isEqualTo(2);
        assertThat(maker.addArm("green", 0, 0)).isEqualTo(3);
        maker.setOpen(maker.action("\"blue\""), false);
        assertThat(maker.name(1)).isEqualTo("\"blue\"");
        assertThat(maker.name(2)).isEqualTo("2");
        assertThat(maker.action("2")).isEqualTo(2);
        assertThat(maker.action("green")).isEqualTo(3);
        refused(() -> maker.action("pink"), "name = pink, must be that of an arm");
        refused(() -> maker.name(4), "action = 4, must be in [0, 3]");
        refused(() -> maker.addArm("red", 0, 0), "name of arm 4 = red, must be another than that of arm 0");
        refused(() -> maker.addArm("2", 0, 0), "name of arm 4 = 2, must be another than that of arm 2");
        assertThat(maker.addArm("5", 0, 0)).isEqualTo(4);
        refused(() -> maker.addArm(0, 0), "name of arm 5 = 5, must be another than that of arm 4");
        assertThat(names(maker)).containsExactly("red", "\"blue\"", "null", "green", "5");
    }

    @Test
    void namesOutliveRestartsSnapshotsSettingsWithoutThemAndSalvage() throws IOException {
        Path folder = temporary.resolve("a");
        Path rescued = temporary.resolve("b");
        State before;
        try (DecisionMaker maker = DecisionMaker.open(folder, NAMED)) {
            maker.addArm("green", 0, 0);
            maker.decide("1");
            maker.save();
            maker.setOpen(2, false);
            maker.reward("1", 1);
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, NUMBERED)) {
            maker.decide("2");
            before = maker.state();
            assertThat(names(maker)).containsExactly("red", "\"blue\"", "green");
        }
        ReplayCheck check = ReplayCheck.of(folder, NUMBERED);
        assertThat(check.clean()).isTrue();
        assertThat(State.compare(check.state(), before)).isEmpty();
        assertThat(State.compare(DecisionFolder.read(folder).state(), before)).isEmpty();
        SalvageReport.write(folder, rescued);
        assertThat(State.compare(DecisionFolder.read(rescued).state(), before)).isEmpty();
    }

    @Test
    void armsWithoutNamesTakeThoseOfLaterSettings() throws IOException {
        Path folder = temporary.resolve("a");
        try (DecisionMaker maker = DecisionMaker.open(folder, NUMBERED)) {
            maker.addArm("green", 0, 0);
            maker.decide("1");
        }
        assertThat(Files.readString(StateFiles.journal(folder, 1))).doesNotContain("names");
        refused(
                () -> DecisionMaker.open(folder, NUMBERED.names(List.of("green", "b"))),
                "name of arm 2 = green, must be another than that of arm 0");
        try (DecisionMaker maker = DecisionMaker.open(folder, NAMED)) {
            maker.decide("2");
            assertThat(names(maker)).containsExactly("red", "\"blue\"", "green");
            assertThat(maker.notes())
                    .containsExactly(
                            "names: the rules say [red, \"blue\"], before they said absent; arms that have a name"
                                    + " keep it");
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, NUMBERED.names(List.of("x", "y")))) {
            assertThat(names(maker)).containsExactly("red", "\"blue\"", "green");
        }
        assertThat(ReplayCheck.of(folder, NUMBERED).clean()).isTrue();
        JournalLog log = JournalLog.read(folder);
        assertThat(log.entries())
                .extracting(entry -> log.name(entry, entry.decision().action()))
                .isSubsetOf("red", "\"blue\"", "green")
                .hasSize(2);
    }

    @Test
    void aWarmStartLeavesTheNamesAndFurtherArmsBringTheirs() {
        DecisionMaker maker = new DecisionMaker(NAMED);
        maker.warmStart(List.of(
                new ActionEstimate(1, 1, 1, true, "x"),
                new ActionEstimate(1, 1, 1, true),
                new ActionEstimate(1, 1, 1, true, "green")));
        assertThat(names(maker)).containsExactly("red", "\"blue\"", "green");
    }

    @Test
    void eachContextOfAFamilyHasTheNamesAndItsOwnAddedOnes() throws IOException {
        InstantSource clock = () -> Instant.ofEpochMilli(1000);
        Path family = temporary.resolve("family");
        for (Settings rules : List.of(NAMED, NUMBERED)) {
            try (DecisionMakers makers = DecisionMakers.open(family, rules, 1, 2, clock)) {
                for (String context : List.of("de", "fr")) {
                    makers.with(
                            context,
                            maker -> maker.addArm(context + maker.state().decisions(), 9, 9));
                    makers.with(context, maker -> maker.decide(rules.names().toString()));
                }
                assertThat(makers.with("de", ArmNamesTest::names)).startsWith("red", "\"blue\"", "de0");
            }
        }
        assertThat(FamilyCheck.of(family, NUMBERED).differences()).isEmpty();
        JournalLog log = JournalLog.read(family);
        assertThat(log.entries())
                .hasSize(4)
                .allSatisfy(entry -> assertThat(log.name(entry, entry.decision().action()))
                        .isEqualTo(List.of("red", "\"blue\"", entry.name() + "0", entry.name() + "1")
                                .get(entry.decision().action())));
        assertThat(log.entries()).anyMatch(entry -> entry.decision().action() > 1);
    }
}
