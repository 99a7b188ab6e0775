package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.LinUcb;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.learner.index.Ucb1;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Floor;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions are drawn again by settings that the texts in their journal stand for, and all propensities come to light. */
class ContextCheckTest {
    private static final Softmax SOFTMAX = new Softmax(0.3);
    private static final Softmax CONTROL = new Softmax(2);
    private static final PlackettLuce SLATES = new PlackettLuce(2, 0.3);
    private static final GradientBandit GRADIENT = new GradientBandit(0.1, Baseline.INCLUDING);
    private static final LinUcb LINEAR = new LinUcb(1, 1, Layout.DISJOINT, 1);
    private static final Seed SEED = Seed.of(1);

    @TempDir
    private Path root;

    private final List<double[]> propensities = new ArrayList<>();

    private static final class Known implements ReplayCheck.Texts {
        private static <T> @Nullable T of(String text, Stream<T> known) {
            return known.filter(each -> each.toString().equals(text))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public @Nullable PolicySchedule policy(String text) {
            return of(text, Stream.of(SOFTMAX, CONTROL));
        }

        @Override
        public @Nullable SubsetPolicy slatePolicy(String text) {
            return of(text, Stream.of(SLATES));
        }

        @Override
        public @Nullable LearnerSpec learner(String text) {
            return of(text, Stream.of(GRADIENT, LINEAR));
        }

        @Override
        public @Nullable Schedule stepSize(String text) {
            return of(text, Stream.of(new InverseCount(1)));
        }
    }

    /** Plays some decisions, checks their journal, and returns what was decided. */
    private List<Decision> checked(Settings rules, long drawn) throws IOException {
        Path folder = root.resolve("maker " + drawn + rules.learner());
        List<Decision> decisions = new ArrayList<>();
        try (DecisionMaker maker = DecisionMaker.open(folder, rules)) {
            for (int i = 0; i < 12; i++) {
                Request request = Request.of("id " + i);
                Decision decision =
                        maker.decide(rules.features().any() ? request.context(Context.of(3, i % 2)) : request);
                Decision.Slate slate = decision.slate();
                maker.reward(
                        decision.id(),
                        slate == null ? decision.action() : slate.actions().get(0),
                        i % 3);
                decisions.add(decision);
            }
        }
        ContextCheck check = ContextCheck.alone(folder, new Known());
        propensities.clear();
        JournalSequence.read(folder, 1, null, 1, line -> take(check, line), new ArrayList<>());
        assertThat(check.result())
                .returns(drawn, ReplayCheck::drawn)
                .returns(24 - 2 * drawn, ReplayCheck::skipped)
                .returns(drawn == 12, ReplayCheck::clean)
                .isEqualTo(ReplayCheck.of(folder, new Known()));
        return decisions;
    }

    private void take(ContextCheck check, JsonMembers line) {
        check.line(line);
        double[] latest = check.propensities();
        if (line.has("decision")) {
            propensities.add(latest == null ? new double[0] : latest.clone());
        } else {
            assertThat(latest).isNull();
        }
    }

    @Test
    void propensitiesAreThoseThatTheDecisionsWereDrawnFrom() throws IOException {
        for (Settings rules : List.of(
                new Settings(SOFTMAX, 3, SEED).control(CONTROL, 0.4), new Settings(GRADIENT, 3, Features.NONE, SEED))) {
            List<Decision> decisions = checked(rules, 12);
            for (int i = 0; i < 12; i++) {
                assertThat(propensities.get(i)[decisions.get(i).action()])
                        .isEqualTo(decisions.get(i).propensity());
                assertThat(Arrays.stream(propensities.get(i)).sum()).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void slatesAndContextsAreDrawnAgainToo() throws IOException {
        checked(Settings.slates(SLATES, 3, SEED), 12);
        assertThat(propensities).hasSize(12).allMatch(each -> each.length == 0);
        checked(new Settings(LINEAR, 3, new Features(1, 0), SEED), 12);
    }

    @Test
    void whatNoTextStandsForIsPassedOver() throws IOException {
        checked(new Settings(new Floor(SOFTMAX, 0.1), 3, SEED), 0);
        assertThat(propensities).hasSize(12).allMatch(each -> each.length == 0);
        checked(new Settings(new Ucb1(), 3, Features.NONE, SEED), 0);
    }
}
