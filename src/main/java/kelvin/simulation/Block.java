package kelvin.simulation;

import java.util.function.LongConsumer;
import java.util.function.Supplier;
import kelvin.random.Seed;

/**
 * The unit of work: one player in one block of repetitions, or in what is left of it.
 *
 * @param scenario what is played
 * @param label the player's label
 * @param seed the root of all random streams
 * @param horizon the last step
 * @param tracing what to trace
 * @param part the statistics of the block so far, to which the repetitions are added
 * @param block the first repetition of the block
 * @param to the repetition after the last
 * @param progress told of steps made
 */
record Block(
        Scenario scenario,
        String label,
        Seed seed,
        long horizon,
        Tracing tracing,
        RunStatistics part,
        int block,
        int to,
        LongConsumer progress)
        implements Supplier<RunStatistics> {
    /** Plays up to the end, or up to where {@link RunAbandoned} is thrown: then the part holds the repetitions that were finished. */
    @Override
    public RunStatistics get() {
        long start = System.nanoTime();
        for (int repetition = block + part.repetitions(); repetition < to; repetition++) {
            try {
                progress.accept(0);
                play(repetition);
            } catch (RunAbandoned e) {
                break;
            } catch (OutOfMemoryError e) {
                throw e;
            } catch (RuntimeException | Error e) {
                throw new FailedRun(label, repetition, e);
            }
        }
        part.took(System.nanoTime() - start);
        return part;
    }

    private void play(int repetition) {
        Tracer tracer = new Tracer(TraceLayout.of(tracing, scenario.actions()), scenario.actions());
        Repetition run = scenario.begin(label, seed.child(repetition), horizon, tracer, progress);
        part.record(run);
        double[] notes = run.notes();
        part.notes().add(notes);
        if (tracing.runs().contains(repetition)) {
            part.notes().keep(repetition, notes);
        }
        run.finish();
    }
}
