package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import kelvin.policy.Annealed;
import kelvin.policy.Floor;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.UniformMix;
import kelvin.policy.temperature.KlFrom;
import kelvin.random.Seed;
import kelvin.schedule.Linear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the policy could not choose afterwards, nothing is changed, nothing written, and the folder is let go. */
class ImpossibleTest {
    private static final Seed SEED = Seed.of(1);

    @TempDir
    private Path folder;

    /** Policies for three arms and no more. */
    static List<PolicySchedule> forThree() {
        return List.of(
                new Floor(new Softmax(1), 1.0 / 3),
                new UniformMix(new Softmax(1), 1.0 / 3),
                new KlFrom(List.of(0.2, 0.3, 0.5), 0.1, KlFrom.Branch.COLDER),
                new Annealed(new Floor(new Softmax(1), 0.1), "minimum", new Linear(1.0 / 3, 0.3, 9)));
    }

    @ParameterizedTest
    @MethodSource("forThree")
    void anArmTooManyIsRefused(PolicySchedule policy) throws IOException {
        Settings rules = new Settings(policy, 3, SEED);
        State before;
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            maker.decide("a");
            before = maker.state();
            assertThatIllegalArgumentException().isThrownBy(() -> maker.addArm(0, 0));
            assertThat(maker.state()).isEqualTo(before);
            maker.decide("b");
        }
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            assertThat(maker.state().arms()).isEqualTo(before.arms());
            maker.decide("c");
        }
    }

    @Test
    void anArmThatWouldBeTooManyStaysClosed() {
        DecisionMaker maker = new DecisionMaker(new Settings(new Floor(new Softmax(1), 1.0 / 3), 3, SEED));
        maker.setOpen(0, false);
        assertThat(maker.addArm(0, 0)).isEqualTo(3);
        State before = maker.state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.setOpen(0, true))
                .withMessageContaining("at most 1/4, with 4 open actions");
        assertThat(maker.state()).isEqualTo(before);
        assertThat(maker.decide("a").action()).isNotZero();
    }

    @Test
    void aDecisionAmongNoArmLeavesNoTrace() throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(folder, new Settings(new Softmax(1), 3, SEED))) {
            assertThatIllegalArgumentException().isThrownBy(() -> maker.decide("a", new BitSet()));
            assertThat(maker.decide("a").step()).isEqualTo(1);
        }
        assertThat(JournalLog.read(folder).entries()).hasSize(1);
    }

    @Test
    void rulesThatCannotBeginLeaveNoFolder() throws IOException {
        Path own = folder.resolve("own");
        Settings impossible = new Settings(new Floor(new Softmax(1), 0.5), 3, SEED);
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionMaker.open(own, impossible));
        assertThat(own).doesNotExist();
        try (DecisionMaker maker = DecisionMaker.open(own, new Settings(new Softmax(1), 4, SEED))) {
            assertThat(maker.state().arms()).hasSize(4);
        }
    }

    @Test
    void aPolicyThatCannotGoOnLetsGoOfTheFolder() throws IOException {
        Settings possible = new Settings(new Softmax(1), 3, SEED);
        DecisionMaker.open(folder, possible).close();
        Settings impossible = new Settings(new Floor(new Softmax(1), 0.5), 2, SEED);
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionMaker.open(folder, impossible));
        try (DecisionMaker maker = DecisionMaker.open(folder, possible)) {
            assertThat(maker.state().policy()).isEqualTo(possible.policy().toString());
            assertThat(maker.state().version()).isEqualTo(1);
        }
    }

    /** A folder stands where the first snapshot would be written for the time being. */
    @Test
    void aDiskThatRefusesTheFirstSnapshotLetsGoOfTheFolder() throws IOException {
        Path inTheWay = Files.createDirectories(
                folder.resolve(".state-000001.json.partial").resolve("file"));
        Settings rules = new Settings(new Softmax(1), 3, SEED);
        assertThatIOException().isThrownBy(() -> DecisionMaker.open(folder, rules));
        Files.delete(inTheWay);
        Files.delete(inTheWay.resolveSibling(""));
        DecisionMaker.open(folder, rules).close();
    }

    @Test
    void aRewardIsLearnedAlsoWhereTheScheduleHasLeftItsRange() {
        Annealed cooling = new Annealed(new Softmax(1), "temperature", new Linear(1, -1, 4));
        DecisionMaker maker = new DecisionMaker(new Settings(cooling, 2, SEED));
        maker.decide("a");
        maker.decide("b");
        assertThatIllegalArgumentException().isThrownBy(() -> maker.decide("c"));
        assertThat(maker.reward("a", 1)).isEqualTo(RewardOutcome.LEARNED);
        assertThat(maker.state().counts().learned()).isEqualTo(1);
        assertThat(maker.state().version()).isEqualTo(2);
    }
}
