package kelvin.simulation;

import java.util.Locale;
import java.util.function.LongConsumer;
import kelvin.metric.Metric;
import kelvin.metric.StepUnit;

/**
 * The run of one player in one realised problem: the loop over steps, the totals of what it did, and its trace.
 *
 * <p>A step has two halves. {@link #prepare} makes everything ready for a decision, {@link #decide} makes it and lets the player
 * learn; where a step is traced, {@link #trace} is asked between the two. Sums are kept per stretch between reported steps and
 * then added to the totals, which keeps rounding small over long horizons.
 */
abstract class Repetition {
    private final StepUnit unit;
    private final long stepsPerReport;
    private final Tracer tracer;
    private final LongConsumer progress;
    private final StepTotals total = new StepTotals();
    private final StepTotals stretch = new StepTotals();
    private long step;
    private long reported;
    private long traced;

    /**
     * Begins before the first step.
     *
     * @param unit what a step is, for messages
     * @param stepsPerReport after how many steps progress is reported; a power of two
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

    /** Makes the decision of a step, adds what it gave to the totals, and counts the selected actions by rank. */
    abstract void decide(long step, StepTotals totals, RankCounts selected);

    /** Returns what uniform play is expected to lose per step; {@code NaN} where that changes or is not known. */
    double uniformRegret() {
        return Double.NaN;
    }

    /** Writes the metrics of what the player now recommends, where it recommends anything. */
    void recommend(MetricRow out) {}

    /** Returns what was recorded beside the metrics; empty if nothing was. */
    double[] notes() {
        return tracer.row();
    }

    /** Plays on, up to and including a step. */
    final void playTo(long end, RankCounts selected) {
        try {
            while (step < end) {
                step++;
                prepare(step);
                if (step == traced) {
                    trace(step, tracer);
                    traced = tracer.nextStep();
                }
                decide(step, stretch, selected);
                if ((step & stepsPerReport - 1) == 0) {
                    progress.accept(stepsPerReport);
                }
            }
        } catch (RunAbandoned e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    unit.name().toLowerCase(Locale.ROOT) + " " + step + ": " + e.getMessage(), e);
        }
    }

    /** Gives whoever waits for the run an opportunity to abandon it, in the midst of a long step. */
    final void poll() {
        progress.accept(0);
    }

    /** Reports the steps that progress has not been told of. */
    final void finish() {
        progress.accept(step & stepsPerReport - 1);
    }

    /** Returns the cumulative regret at the step reached. */
    final double regret() {
        return total.regret() + stretch.regret();
    }

    /**
     * Writes the metrics at the step reached: cumulative regret, means since the step reported before, and what is recommended
     * now. The step counts as reported from then on.
     */
    final void report(MetricRow out) {
        total.add(stretch);
        stretch.write(step - reported, out);
        out.set(Metric.REGRET, total.regret());
        recommend(out);
        stretch.clear();
        reported = step;
    }

    /** Writes the metrics over all steps up to the one reported last. */
    final void overall(MetricRow out) {
        total.write(reported, out);
        recommend(out);
    }
}
