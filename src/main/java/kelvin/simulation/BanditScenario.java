package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import kelvin.bandit.Bandit;
import kelvin.bandit.LowerBounds;
import kelvin.bandit.Testbed;
import kelvin.bandit.slate.SlateBandit;
import kelvin.contract.ContractViolation;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Recommender;
import kelvin.learner.slate.SlateLearner;
import kelvin.metric.ActionMap;
import kelvin.metric.ContextResults;
import kelvin.metric.ProblemKind;
import kelvin.metric.RewardHistogram;
import kelvin.metric.StepUnit;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Learners that pull the arms of bandits, one decision per step.
 *
 * <p>In repetition r every learner meets the same bandit, opened from {@code seed/r/bandit}, and draws its own choices from
 * {@code seed/r/learner/label}, or another {@link #stream}.
 */
@Stability(MAY_CHANGE)
public final class BanditScenario extends Scenario {
    private static final String OBSTACLE = "is an agent and needs a world, the testbed is a bandit";

    private final Testbed testbed;
    private final Map<String, LearnerSpec> learners;

    BanditScenario(Testbed testbed, Map<String, ? extends PlayerSpec> players, Map<String, String> streams) {
        super(players, streams);
        this.testbed = testbed;
        this.learners = only(LearnerSpec.class, players, OBSTACLE, "a learner of bandits");
    }

    /**
     * The source of the bandits.
     *
     * @return one bandit per repetition
     */
    public Testbed testbed() {
        return testbed;
    }

    /**
     * The learners by label.
     *
     * @return unmodifiable, in the order of the results
     */
    public Map<String, LearnerSpec> learners() {
        return learners;
    }

    @Override
    public StepUnit unit() {
        return StepUnit.STEP;
    }

    @Override
    public int actions() {
        return testbed.size();
    }

    @Override
    public ProblemKind problem(long horizon) {
        if (testbed.slates().most() > 1) {
            return ProblemKind.SLATES;
        } else if (contextual()) {
            return ProblemKind.CONTEXTUAL;
        }
        return testbed.open(Seed.of(0), horizon).stationary() ? ProblemKind.STATIONARY : ProblemKind.CHANGING;
    }

    @Override
    public boolean contextual() {
        return testbed.features().any();
    }

    @Override
    public ContextResults contexts() {
        return contextual()
                ? new ContextResults(
                        true, testbed.fixedComparator(), testbed.armNames(), List.of(), List.of(), List.of())
                : ContextResults.NONE;
    }

    @Override
    public Optional<String> obstacle(PlayerSpec player) {
        return player instanceof LearnerSpec learner ? Compatibility.obstacle(learner, testbed) : Optional.of(OBSTACLE);
    }

    @Override
    public void check(Seed seed, long horizon) {
        testbed.open(seed, horizon);
    }

    @Override
    public void check(PlayerSpec player, long horizon) {
        if (player instanceof LearnerSpec learner) {
            create(
                    learner,
                    new BanditTask(testbed.size(), horizon, testbed.features()),
                    Seed.of(0).generator());
        }
    }

    @Override
    public List<Long> changes() {
        return testbed.changes();
    }

    @Override
    public boolean drawable() {
        return testbed.slates().most() == 1 && testbed.open(Seed.of(0), 1).stationary();
    }

    @Override
    int[] arms(Seed seed, long horizon) {
        return testbed.meansVary()
                ? new int[0]
                : RankedArms.of(testbed.open(seed, horizon)).order();
    }

    @Override
    LowerBounds lowerBounds() {
        return testbed.lowerBounds();
    }

    @Override
    boolean interruptible(long horizon) {
        return horizon >= Run.STEPS_PER_REPORT;
    }

    @Override
    Repetition begin(String label, Seed seed, long horizon, Tracer tracer, LongConsumer progress) {
        LearnerSpec spec = Objects.requireNonNull(learners.get(label));
        Bandit bandit = open(seed, horizon);
        BanditTask task = new BanditTask(bandit.arms(), horizon, testbed.features());
        Learner learner =
                create(spec, task, seed.child("learner").child(stream(label)).generator());
        if (learner instanceof SlateLearner several) {
            return new SlateRun(several, SlateBandit.of(bandit), testbed.slates(), spec.rewards(), tracer, progress);
        }
        ContextNotes notes = new ContextNotes(ContextLayout.of(testbed, tracer.layout()));
        return new Run(learner, adviser(spec, learner), bandit, spec.rewards(), tracer, notes, progress);
    }

    private static Learner create(LearnerSpec spec, BanditTask task, UniformRandomProvider random) {
        Learner learner = spec.create(task, random);
        if (learner == null) {
            throw new ContractViolation(spec, "create", "null", "be a player");
        }
        return learner;
    }

    private static @Nullable Recommender adviser(LearnerSpec spec, Learner learner) {
        if (!spec.recommends()) {
            return null;
        } else if (learner instanceof Recommender adviser) {
            return adviser;
        }
        throw new ContractViolation(
                spec, "create", learner.getClass().getName(), "be a Recommender, since recommends() is true");
    }

    @Override
    Optional<ActionMap> map(String label, TraceMoments notes) {
        return Optional.empty();
    }

    @Override
    ContextResults contexts(String label, TraceLayout layout, TraceMoments notes) {
        return ContextLayout.of(testbed, layout).results(label, testbed, notes.rows());
    }

    @Override
    List<RewardHistogram> histograms(Seed seed, long horizon, int draws) {
        return draws == 0 || !drawable() ? List.of() : RewardDraws.of(open(seed.child(0), horizon), draws);
    }

    private Bandit open(Seed repetition, long horizon) {
        return testbed.open(repetition.child("bandit"), horizon);
    }
}
