package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.decision.ActionEstimate;
import kelvin.decision.Decision;
import kelvin.decision.DecisionHealth;
import kelvin.decision.DecisionListener;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Guards;
import kelvin.decision.JournalLog;
import kelvin.decision.ReplayCheck;
import kelvin.decision.Request;
import kelvin.decision.Settings;
import kelvin.decision.erasure.Erasure;
import kelvin.decision.family.DecisionMakers;
import kelvin.decision.family.FamilyCheck;
import kelvin.decision.family.FamilyErasure;
import kelvin.decision.family.SharedPrior;
import kelvin.decision.memory.RewardRule;
import kelvin.experiment.DecisionLog;
import kelvin.experiment.LogFormat;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.guard.BaselineShare;
import kelvin.policy.guard.LossBudget;
import kelvin.policy.subset.PlackettLuce;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the guide's page on decision makers, run. */
class DecisionSnippetsTest {
    private static String said(Path folder) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream now = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(now);
            Agent.main(new String[] {folder.toString(), "200"});
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anAgentGoesOnWhereItEnded(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/guide/in-your-agent.md"));
        String agent = Files.readString(Path.of("src/test/java/kelvin/docs/Agent.java"));
        assertThat(page).contains(agent.substring(agent.indexOf("import")));
        assertThat(page).contains(said(folder)).contains(said(folder));
        Settings settings = new Settings(new Softmax(0.1), 3, Seed.of(1));
        ReplayCheck check = ReplayCheck.of(folder, settings);
        check.differences(); // empty, or what does not agree
        assertThat(check.drawn()).isEqualTo(400);
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void armsComeAndGoAndNamesHaveTheirOwn(@TempDir Path folder) throws IOException {
        Settings settings = new Settings(new Softmax(0.1), 3, Seed.of(1));
        DecisionMaker alone = new DecisionMaker(settings);
        int added = armsComeAndGo(alone);
        assertThat(added).isEqualTo(3);
        DecisionMakers makers = DecisionMakers.open(folder, settings, 1000);
        Decision decision = makers.with("country de", maker -> maker.decide("visit 1"));
        assertThat(decision.step()).isEqualTo(1);
        makers.close();
    }

    @Test
    void idsAndContextsAreErased(@TempDir Path temporary) throws IOException {
        Path folder = temporary.resolve("one");
        Path root = temporary.resolve("many");
        Settings settings = new Settings(new Softmax(0.1), 3, Seed.of(1));
        DecisionMaker maker = DecisionMaker.open(folder, settings);
        maker.decide("visit 1");
        DecisionMakers makers =
                DecisionMakers.open(root, settings, 1000, 1, InstantSource.system(), SharedPrior.DEFAULT);
        makers.with("visitor 7", each -> each.decide("visit 1"));
        maker.erase(List.of("visit 1")); // of a decision maker that goes on
        makers.erase("visitor 7"); // a context of a family that goes on, with its name
        maker.close();
        makers.close();
        Erasure.ids(folder, List.of("visit 1"), InstantSource.system()); // in the folder of one that does not
        FamilyErasure.context(root, "visitor 7", InstantSource.system());
        assertThat(ReplayCheck.of(folder, settings).erased()).isEqualTo(1);
        assertThat(FamilyCheck.of(root, settings).erased()).isEqualTo(1);
    }

    @Test
    void severalAreShownAtOnce() {
        Settings shop = Settings.slates(new PlackettLuce(2, 0.1), 3, Seed.of(1));
        DecisionMaker page = new DecisionMaker(shop);
        Decision.Slate shown = Objects.requireNonNull(page.decide("page 1").slate());
        page.reward("page 1", shown.actions().get(0), 1); // the first was clicked
        double[] next = page.probabilities(); // of each arm to be shown next
        assertThat(next[shown.actions().get(0)]).isGreaterThan(0.99);
        assertThat(shown.inclusion()).allSatisfy(each -> assertThat(each).isCloseTo(2.0 / 3, within(1e-12)));
        assertThat(shown.propensity()).isCloseTo(1.0 / 6, within(1e-15));
    }

    @Test
    void requestsHaveScoresOrFeatures(@TempDir Path folder) throws IOException {
        Settings settings = new Settings(new Softmax(0.1), 3, Seed.of(1));
        DecisionMaker maker = new DecisionMaker(settings);
        Decision scored = maker.decide("request 1", new double[] {0.2, 0.7, Double.NEGATIVE_INFINITY}, null);
        assertThat(scored.action()).isNotEqualTo(2);
        Settings contextual = new Settings(new LinUcb(1, 1, Layout.DISJOINT, 1), 3, new Features(2, 0), Seed.of(1));
        DecisionMaker learning = DecisionMaker.open(folder, contextual);
        Decision seen = learning.decide("visit 1", Context.of(3, 0.4, 1.2));
        learning.reward("visit 1", 1.0); // teaches what was seen at visit 1, however late it comes
        learning.close();
        assertThat(seen.propensity()).isPositive();
        Settings clicks = settings.defaultReward(0, Duration.ofMinutes(30));
        Settings purchases = settings.rewards(RewardRule.sum(Duration.ofHours(24)));
        assertThat(clicks.defaultReward()).isZero();
        assertThat(purchases.rewards()).isNotEqualTo(clicks.rewards());
    }

    private static int armsComeAndGo(DecisionMaker maker) {
        int arm = maker.addArm(0.3, 10); // starts as if it had paid 0.3 on average ten times
        maker.setOpen(0, false); // no longer chosen; what is known of it is kept
        return arm;
    }

    @Test
    void armsHaveNames() {
        Settings settings = new Settings(new Softmax(0.1), 3, Seed.of(1)).names(List.of("red", "green", "blue"));
        DecisionMaker maker = new DecisionMaker(settings);
        maker.addArm("yellow", 0.3, 10);
        Decision decision = maker.decide("visit 1");
        String shown = maker.name(decision.action()); // such as "green"; the number of an arm without a name
        maker.setOpen(maker.action("red"), false);
        assertThat(shown).isIn("red", "green", "blue", "yellow");
        assertThat(maker.state().arms().get(0).open()).isFalse();
    }

    @Test
    void armsStartWarm(@TempDir Path older, @TempDir Path folder) throws IOException {
        try (DecisionMaker maker = DecisionMaker.open(older, new Settings(new Softmax(0.1), 3, Seed.of(1)))) {
            maker.decide("a");
            maker.reward("a", 1);
        }
        Path log = Files.writeString(folder.resolve("log.csv"), "action,reward,propensity\n0,1,0.5\n1,0,0.5\n");
        DecisionMaker maker = new DecisionMaker(new Settings(new Softmax(0.1), 3, Seed.of(1)));
        List<ActionEstimate> estimates = JournalLog.read(older).estimates();
        List<ActionEstimate> others = DecisionLog.read(log, LogFormat.DEFAULT).estimates();
        maker.warmStart(estimates); // before the first decision
        assertThat(maker.state().arms()).isEqualTo(estimates);
        assertThat(others).extracting(ActionEstimate::value).containsExactly(1.0, 0.0);
    }

    @Test
    void aServiceWatches() {
        AtomicInteger failures = new AtomicInteger();
        DecisionMaker maker = new DecisionMaker(new Settings(new Softmax(0.1), 3, Seed.of(1)));
        DecisionHealth health = maker.health();
        boolean alarm = !health.healthy() || health.waitingLines() > 10_000;
        maker.listen(new DecisionListener() {
            @Override
            public void writeFailed(IOException failure) {
                failures.incrementAndGet();
            }
        });
        assertThat(alarm).isFalse();
        assertThat(failures).hasValue(0);
    }

    @Test
    void guardRailsOfADecisionMaker() throws IOException {
        Policy policy = new LossBudget(new BaselineShare(new Softmax(0.1), 0.2, 0), 0.01);
        Settings settings = new Settings(policy, 3, Seed.of(1)).control(new Greedy(), 0.1);
        DecisionMaker maker = new DecisionMaker(settings);
        Guards guards = maker.guards();
        guards.stop(0); // every new decision is action 0, with propensity 1, also after a restart
        maker.commit();
        assertThat(maker.decide("visit 1").action()).isZero();
        guards.release();
        Decision beside = guards.shadow(Request.of("visit 3"), 2, 0.5); // another system took action 2
        Guards.Counts explored = guards.counts(Decision.Group.TREATMENT);
        assertThat(beside.actionTaken()).isEqualTo(2);
        assertThat(explored.decisions()).isZero();
    }
}
