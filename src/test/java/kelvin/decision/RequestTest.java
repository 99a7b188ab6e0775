package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import kelvin.contract.InvalidValue;
import kelvin.decision.erasure.Erasure;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTest {
    private static final Settings SETTINGS = new Settings(new Softmax(0.5), 3, Seed.of(4));

    @TempDir
    private Path folder;

    private static void refused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(call).withMessage(message);
    }

    @Test
    void thePolicyDrawsByTheScores() {
        DecisionMaker maker = new DecisionMaker(SETTINGS);
        double[] scores = {0.1, 0.7, 0.4};
        double[] p = new Softmax(0.5).probabilities(scores);
        int[] counts = new int[3];
        for (int i = 0; i < 3000; i++) {
            Decision decision = maker.decide("id " + i, scores, null);
            assertThat(decision.propensity()).isEqualTo(p[decision.action()]);
            counts[decision.action()]++;
        }
        assertThat(counts[0]).isBetween((int) (3000 * p[0]) - 80, (int) (3000 * p[0]) + 80);
        assertThat(counts[0]).isLessThan(1000 - 80); // what the estimates, all 0, would give
    }

    @Test
    void negativeInfinityAndTheMaskCloseAnArmForThisDecision() {
        DecisionMaker maker = new DecisionMaker(SETTINGS);
        double[] scores = {0, Double.NEGATIVE_INFINITY, 0};
        assertThat(maker.decide("a", scores, BitSet.valueOf(new long[] {0b011})).action())
                .isZero();
        maker.setOpen(0, false);
        assertThat(maker.decide("b", scores, null).action()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.decide("c", scores, BitSet.valueOf(new long[] {0b011})))
                .withMessage("values[0..2] are all -Infinity, at least one action must be open");
    }

    @Test
    void wrongScoresAreRefused() {
        DecisionMaker maker = new DecisionMaker(SETTINGS);
        State before = maker.state();
        String allowed = ", must be finite, or -Infinity to close the arm for this decision";
        refused(() -> maker.decide("a", new double[] {1, Double.NaN, 0}, null), "scores[1] = NaN" + allowed);
        refused(
                () -> maker.decide("a", new double[] {Double.POSITIVE_INFINITY, 1, 0}, null),
                "scores[0] = Infinity" + allowed);
        refused(() -> maker.decide("a", new double[] {1, 2}, null), "scores = 2 numbers, must be 3, one for each arm");
        refused(() -> maker.decide("a", new double[4], null), "scores = 4 numbers, must be 3, one for each arm");
        assertThat(maker.state()).isEqualTo(before);
    }

    private State live(int decisions) throws IOException {
        UniformRandomProvider random = Seed.of(8).generator();
        try (DecisionMaker maker = DecisionMaker.open(folder, SETTINGS)) {
            for (int i = 0; i < decisions; i++) {
                double[] scores = {random.nextDouble(), random.nextDouble(), random.nextDouble() * 1e10};
                scores[random.nextInt(3)] = Double.NEGATIVE_INFINITY;
                maker.decide(Request.of("id " + i).scores(scores).open(BitSet.valueOf(new long[] {0b111})));
                scores[0] = Double.NaN; // the caller's own again
                if (i % 2 == 0) {
                    maker.reward("id " + i, i);
                }
            }
            maker.decide("plain");
            return maker.state();
        }
    }

    @Test
    void decisionsByScoresAreDrawnAgainAndLookedBackAt() throws IOException {
        State state = live(60);
        ReplayCheck check = ReplayCheck.of(folder, SETTINGS);
        assertThat(check.differences()).isEmpty();
        assertThat(check.drawn()).isEqualTo(61);
        assertThat(State.compare(check.state(), state)).isEmpty();
        List<JournalLog.Entry> entries = JournalLog.read(folder).entries();
        assertThat(entries.get(0).scores()).hasSize(3).contains(Double.NEGATIVE_INFINITY);
        assertThat(entries.get(0).open().cardinality()).isEqualTo(2);
        assertThat(entries.get(60).scores()).isNull();
        assertThat(entries.get(60).open().cardinality()).isEqualTo(3);
        SalvageReport salvage = SalvageReport.write(folder, folder.resolve("new"));
        assertThat(salvage.lost()).isEmpty();
        assertThat(ReplayCheck.of(folder.resolve("new"), SETTINGS).clean()).isTrue();
    }

    @Test
    void theJournalHasTheScores() throws IOException {
        live(20);
        Path journal = StateFiles.journals(folder).get(0);
        String line = Files.readAllLines(journal).stream()
                .filter(each -> each.contains("scores"))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("\"open\":[0,1,2],\"scores\":[").contains("null");
    }

    /** The hash is that of Python's {@code hashlib.sha256(struct.pack(">dd", 1.0, -0.5))}. */
    @Test
    void aHashStandsInTheJournalForTheFeatures() throws IOException {
        Settings hashing = SETTINGS.hashFeatures();
        Context context = new Context(3, new Features(2, 0));
        context.set(0, 1);
        context.set(1, -0.5);
        try (DecisionMaker maker = DecisionMaker.open(folder, hashing)) {
            maker.decide("visit", context);
            maker.reward("visit", 1);
        }
        assertThat(folder.resolve("journal-000001.jsonl"))
                .content()
                .contains("\"featuresSha256\":\"53eea0dffa66cdd03b1ec29de8fbb7c66f7350db1a3f4c05e584d082e6ccbf4a\"")
                .doesNotContain("\"features\"");
        assertThat(JournalLog.read(folder).entries()).allMatch(entry -> entry.features() == null);
        assertThat(ReplayCheck.of(folder, hashing).clean()).isTrue();
        Erasure.ids(folder, Set.of("visit"), InstantSource.system());
        assertThat(folder.resolve("journal-000001.jsonl")).content().doesNotContain("Sha256");
    }

    @Test
    void aContextualLearnerNeedsItsFeatures() {
        Settings contextual = new Settings(new LinUcb(1, 1, Layout.DISJOINT, 1), 3, new Features(2, 0), Seed.of(4));
        refused(
                contextual::hashFeatures,
                "hashedFeatures = true, must be false: the learner is recovered from the features in the journal");
    }
}
