package kelvin.simulation;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongConsumer;
import kelvin.bandit.Bandit;
import kelvin.contract.ContractViolation;
import kelvin.contract.OutsideCheck;
import kelvin.contract.Rewards;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.Recommender;
import kelvin.metric.Metric;
import kelvin.metric.StepUnit;
import org.jspecify.annotations.Nullable;

/** The run of a learner that pulls one arm of a bandit per step. Allocates nothing per step, but for rewards that come late. */
final class Run extends Repetition {
    /** Progress is reported, and a run may be abandoned, after so many steps. */
    static final long STEPS_PER_REPORT = 1 << 16;

    private final Learner learner;
    private final Bandit bandit;
    private final Rewards allowed;
    private final RankedArms arms;
    private final double[] gaps;
    private final int[] ranks;
    private final boolean stationary;
    private final boolean contextual;
    private final boolean outside;
    private final ContextNotes notes;
    private final double @Nullable [] all;
    private final @Nullable Recommender adviser;
    private final PendingRewards pending = new PendingRewards();

    /**
     * A run of a learner that has seen nothing yet.
     *
     * @param learner who chooses
     * @param adviser the learner once more if what it recommends is measured
     * @param bandit a bandit that nobody has pulled yet
     * @param allowed the rewards that the learner is made for; others fail the run
     * @param tracer records the traced steps
     * @param notes records what contexts tell
     * @param progress told of steps just made
     */
    Run(
            Learner learner,
            @Nullable Recommender adviser,
            Bandit bandit,
            Rewards allowed,
            Tracer tracer,
            ContextNotes notes,
            LongConsumer progress) {
        super(StepUnit.STEP, STEPS_PER_REPORT, tracer, progress);
        this.learner = learner;
        this.outside = OutsideCheck.outside(learner);
        this.adviser = adviser;
        this.bandit = bandit;
        this.allowed = allowed;
        this.arms = RankedArms.of(bandit);
        this.gaps = arms.gaps();
        this.ranks = arms.ranks();
        this.stationary = bandit.stationary();
        this.notes = notes;
        this.contextual = bandit.context().features().any();
        this.all = learner instanceof FullInformation ? new double[bandit.arms()] : null;
    }

    @Override
    void prepare(long step) {
        if (bandit.advance(step)) {
            learner.open(bandit.open());
        }
        if (contextual) {
            learner.see(step, bandit.context());
        }
    }

    @Override
    void trace(long step, Tracer tracer) {
        boolean known = learner.probabilities(step, tracer.numbers());
        if (known && outside) {
            OutsideCheck.distribution(learner, "probabilities", tracer.numbers());
        }
        tracer.probabilities(known, arms.order());
        boolean predicts = learner.values(step, tracer.numbers());
        tracer.values(predicts, arms.order());
        if (contextual && predicts) {
            notes.predictions(tracer.numbers(), bandit);
        }
        tracer.temperature(learner.temperature(step));
    }

    @Override
    void decide(long step, StepLog log, int place) {
        int arm = learner.select(step);
        while (contextual && !bandit.accepts(arm)) {
            learner.see(step, bandit.context());
            arm = learner.select(step);
        }
        int rank = rank(arm);
        double gap = stationary ? gaps[arm] : bandit.benchmark() - bandit.mean(arm);
        boolean optimal = stationary ? gap == 0 : bandit.optimal(arm);
        if (contextual) {
            notes.decision(bandit.group(), gap);
        }
        log.decision(place, gap, optimal, feedback(step, arm), rank);
    }

    /** Returns the rank of the arm that was chosen. The check of the array is the check of the choice: another would cost every step. */
    private int rank(int arm) {
        try {
            return ranks[arm];
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new ContractViolation(learner, "select", "action " + arm, "be in [0, " + ranks.length + ")");
        }
    }

    /** Pulls, lets the learner see what it may see now, and returns the reward of the chosen arm. */
    private double feedback(long step, int arm) {
        if (all != null && learner instanceof FullInformation student) {
            for (int i = 0; i < all.length; i++) {
                all[i] = pull(i);
            }
            student.observeAll(step, all);
            return all[arm];
        }
        double paid = pull(arm);
        long delay = bandit.delay();
        if (delay == 0) {
            learner.observe(step, arm, paid);
        } else if (delay > 0) {
            pending.add(step, delay, () -> learner.observe(step, arm, paid));
        }
        pending.deliver(step);
        return paid;
    }

    private double pull(int arm) {
        double paid = bandit.pull(arm);
        if (!allowed.contain(paid)) {
            throw new IllegalStateException("arm " + arm + " paid " + paid + ", this learner needs " + allowed);
        }
        return paid;
    }

    @Override
    double[] notes() {
        return notes.after(super.notes(), learner);
    }

    @Override
    double uniformRegret() {
        return stationary ? Arrays.stream(gaps).average().orElse(0) : Double.NaN;
    }

    @Override
    boolean recommends() {
        return adviser != null;
    }

    @Override
    void recommend(RunMetrics out) {
        int arm = Objects.requireNonNull(adviser).recommendation();
        out.set(Metric.SIMPLE_REGRET, bandit.benchmark() - bandit.mean(arm));
        out.set(Metric.IDENTIFICATION_ERROR, bandit.optimal(arm) ? 0 : 1);
    }
}
