package kelvin.simulation;

import java.util.Locale;
import java.util.function.LongConsumer;
import kelvin.metric.StepUnit;

/**
 * The run of one player in one realised problem: the loop over steps, the metrics of what it did, and its trace.
 *
 * <p>A step has two halves. {@link #prepare} makes everything ready for a decision, {@link #decide} makes it, lets the player learn
 * and logs what came of it; where a step is traced, {@link #trace} is asked between the two. What was logged is summed up when the
 * {@link StepLog} is full, or a sum is wanted.
 */
abstract class Repetition {
    private final StepUnit unit;
    private final long stepsPerReport;
    private final Tracer tracer;
    private final LongConsumer progress;
    private long traced;
    private long step;
    private long unreported;

    /**
     * Begins before the first step.
     *
     * @param unit what a step is, for messages
     * @param stepsPerReport after about how many steps progress is reported
     * @param tracer records the traced steps
     * @param progress told of steps just made; throws {@link RunAbandoned} to end the run
     */
    Repetition(StepUnit unit, long stepsPerReport, Tracer tracer, LongConsumer progress) {
        this.unit = unit;
        this.stepsPerReport = stepsPerReport;
        this.tracer = tracer;
        this.progress = progress;
        this.traced = tracer.nextStep();
    }

    /** Gets ready for the decision of a step. */
    abstract void prepare(long step);

    /** Records what the player is about to do at a step. */
    abstract void trace(long step, Tracer tracer);

    /** Makes the decision of a step, and logs it. */
    abstract void decide(long step, StepLog log, int place);

    /** Returns the most actions that a step selects. */
    int width() {
        return 1;
    }

    /** Returns what uniform play is expected to lose per step; {@code NaN} where that changes or is not known. */
    double uniformRegret() {
        return Double.NaN;
    }

    /** Returns whether the player recommends an action, and that is measured. */
    boolean recommends() {
        return false;
    }

    /** Sets the metrics of what the player now recommends. */
    void recommend(RunMetrics out) {}

    /** Returns what was recorded beside the metrics; empty if nothing was. */
    double[] notes() {
        return tracer.row();
    }

    /**
     * Plays from the first step to the last.
     *
     * @param horizon the last step
     * @param out takes the metrics, cleared before; its last reported step is the horizon
     * @param selected takes the selections, at the begin of a run
     * @return the {@link QuarterGrowth} of regret
     */
    final double[] play(long horizon, RunMetrics out, RankCounts selected) {
        StepLog log = new StepLog(width());
        QuarterGrowth late = new QuarterGrowth(horizon);
        try {
            while (step < horizon) {
                long report = recommends() ? out.next() : horizon;
                int steps = (int) Math.min(log.capacity(), Math.min(late.next(), report) - step);
                play(steps, log);
                out.add(log, steps);
                selected.add(log, steps);
                if (step == late.next()) {
                    late.pass(out.cumulativeRegret());
                }
                if (step == report && recommends()) {
                    recommend(out);
                }
                unreported += steps;
                if (unreported >= stepsPerReport) {
                    finish();
                }
            }
        } catch (RunAbandoned | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new FailedRun.AtStep(unit.name().toLowerCase(Locale.ROOT) + " " + step, e);
        }
        return late.growth(out.cumulativeRegret(), uniformRegret());
    }

    private void play(int steps, StepLog log) {
        for (int place = 0; place < steps; place++) {
            step++;
            prepare(step);
            if (step == traced) {
                trace(step, tracer);
                traced = tracer.nextStep();
            }
            decide(step, log, place);
        }
    }

    /** Gives whoever waits for the run an opportunity to abandon it, in the midst of a long step. */
    final void poll() {
        progress.accept(0);
    }

    /** Reports the steps that progress has not been told of. */
    final void finish() {
        long steps = unreported;
        unreported = 0;
        progress.accept(steps);
    }
}
