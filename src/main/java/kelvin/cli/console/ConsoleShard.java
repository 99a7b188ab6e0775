package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.PrintWriter;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;
import kelvin.experiment.ExperimentFile;
import kelvin.shard.Shard;
import kelvin.shard.ShardRun;
import kelvin.simulation.RunCancelled;

/**
 * Plays a share of one experiment and reports it on the console.
 *
 * @param file what to play
 * @param shard which share
 * @param threads how many threads play
 * @param terminal whether a progress bar may be drawn, and its colours
 * @param verbosity whether little or much is said
 * @param err receives the progress bar
 */
@Stability(INTERNAL)
public record ConsoleShard(
        ExperimentFile file, Shard shard, int threads, Terminal terminal, Verbosity verbosity, PrintWriter err) {
    /**
     * Plays what was not played before.
     *
     * @param run the share
     * @return false if it was interrupted
     */
    public boolean play(ShardRun run) {
        PrintWriter out = verbosity.out();
        String unit = file.experiment().unit().work();
        long left = run.left();
        String name = run.folder() + ": shard " + shard;
        long before = run.decisions() - left;
        if (before > 0 && left > 0) {
            out.println(name + ": " + HumanUnits.count(before) + " of " + HumanUnits.count(run.decisions()) + " " + unit
                    + " were played before; resuming");
        }
        long start = System.nanoTime();
        try (CancelSignal interrupt = new CancelSignal();
                ProgressBar bar = new ProgressBar(
                        run.decisions(), unit, true, new Colours(terminal.err()), err, System::nanoTime)) {
            bar.found(before);
            run.play(threads, terminal.bar() && !verbosity.quiet() ? bar : decisions -> {}, interrupt);
        } catch (RunCancelled stopped) {
            out.println(name + ": interrupted; the same command goes on from here");
            return false;
        }
        out.println(name + ": "
                + (left == 0
                        ? "was complete before"
                        : "complete; " + HumanUnits.count(left) + " " + unit + " in "
                                + HumanUnits.seconds((System.nanoTime() - start) / 1e9)));
        return true;
    }
}
