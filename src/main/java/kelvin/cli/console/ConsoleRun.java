package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.PrintWriter;
import java.util.List;
import java.util.LongSummaryStatistics;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.report.StopSentence;
import kelvin.report.SweepAnswer;
import kelvin.results.CheckpointFolder;
import kelvin.results.Effort;
import kelvin.results.PlayIntoFolder;
import kelvin.results.PlayIntoFolder.Played;
import kelvin.results.ResultsFolder;
import kelvin.simulation.RunCancelled;
import kelvin.simulation.StoppingRule;

/**
 * Plays one experiment into its folder and reports it on the console.
 *
 * @param file what to play
 * @param folder where to
 * @param threads how many threads play
 * @param terminal whether a progress bar may be drawn, and its colours
 * @param verbosity whether little or much is said
 * @param err receives the progress bar
 */
@Stability(INTERNAL)
public record ConsoleRun(
        ExperimentFile file,
        ResultsFolder folder,
        int threads,
        Terminal terminal,
        Verbosity verbosity,
        PrintWriter err) {
    /**
     * Plays what no checkpoint holds, writes everything, and prints the tables.
     *
     * @param saved the checkpoints
     * @return what was played
     * @throws RunCancelled if the run was interrupted
     */
    public Played play(CheckpointFolder saved) {
        PrintWriter out = verbosity.out();
        Experiment experiment = file.experiment();
        out.println(experiment.question());
        verbosity.detail(settings());
        PlayIntoFolder play = new PlayIntoFolder(file, folder, saved);
        if (play.playedBefore() > 0) {
            out.println(folder.path() + ": " + HumanUnits.count(play.playedBefore()) + " of "
                    + most(experiment.decisions()) + " " + experiment.unit().work() + " were played before; resuming");
        }
        Played played = play(play);
        out.println(tables(played.results()));
        out.println(folder.path() + ": written; " + say(played.effort()));
        details(played).forEach(verbosity::detail);
        experiment.leftOut().forEach(clause -> out.println(folder.path() + ": " + clause));
        return played;
    }

    /**
     * Returns the ranking of the learners, the reason why the run stopped, and the best points of a sweep.
     *
     * @param results the results
     * @return the tables as text
     */
    public static String tables(Results results) {
        StringBuilder text = new StringBuilder("\n");
        text.append(RankingTable.of(results, results.unit())).append("\n\n");
        results.stop().ifPresent(stop -> text.append(StopSentence.of(stop)).append("\n\n"));
        SweepAnswer.of(results)
                .ifPresent(sweep -> text.append(SweepTable.of(sweep)).append("\n\n"));
        return text.substring(0, text.length() - 1);
    }

    /** Returns what is played, on what, by which program. */
    private String settings() {
        Experiment experiment = file.experiment();
        return folder.path() + ": seed " + experiment.seed() + ", " + most(experiment.decisions()) + " "
                + experiment.unit().work()
                + (file.sweep().points().isEmpty()
                        ? ""
                        : " and "
                                + most(file.sweep().distinct(experiment).stream()
                                        .mapToLong(Experiment::decisions)
                                        .sum())
                                + " in a sweep of "
                                + HumanUnits.count(file.sweep().points().size(), "point"))
                + " on " + HumanUnits.count(threads, "thread");
    }

    /** Returns the time that each learner played, all threads together. */
    private List<String> details(Played played) {
        return played.effort().seconds().entrySet().stream()
                .map(each -> folder.path() + ": " + each.getKey() + " played " + HumanUnits.seconds(each.getValue())
                        + ", all threads together")
                .toList();
    }

    private Played play(PlayIntoFolder play) {
        try (CancelSignal interrupt = new CancelSignal();
                ProgressBar bar = new ProgressBar(
                        file.experiment().decisions() + file.sweep().decisions(),
                        file.experiment().unit().work(),
                        !open(),
                        new Colours(terminal.err()),
                        err,
                        System::nanoTime)) {
            bar.found(play.playedBefore());
            boolean drawn = terminal.bar() && !verbosity.quiet();
            return play.play(threads, drawn ? bar : decisions -> {}, bar::found, interrupt);
        }
    }

    /** Returns true if the run may stop before its largest number of repetitions. */
    private boolean open() {
        return file.experiment().repetitions() instanceof StoppingRule;
    }

    private String most(long count) {
        return (open() ? "at most " : "") + HumanUnits.count(count);
    }

    private String say(Effort effort) {
        double seconds = effort.wall().toNanos() / 1e9;
        return HumanUnits.count(effort.decisions()) + " "
                + file.experiment().unit().work() + " in " + HumanUnits.seconds(seconds)
                + (effort.decisions() == 0
                        ? ""
                        : ", " + HumanUnits.rounded(effort.decisions() / seconds) + " per second");
    }

    /**
     * Saves the results of an interrupted run and reports that they are partial.
     *
     * @param stopped the results until then
     */
    public void partial(RunCancelled stopped) {
        PrintWriter out = verbosity.out();
        List<RunValues> trials = stopped.trials();
        LongSummaryStatistics played =
                trials.stream().mapToLong(each -> each.values().length).summaryStatistics();
        out.println();
        if (!trials.isEmpty()) {
            folder.writePartial(trials);
            out.println("PARTIAL: " + HumanUnits.range(played.getMin(), played.getMax()) + " of "
                    + most(file.experiment().repetitions().most()) + " repetitions");
            out.println();
            out.println(RankingTable.of(
                    Results.builder(file.experiment().question())
                            .trials(trials)
                            .contexts(file.experiment().scenario().contexts())
                            .build(),
                    file.experiment().unit()));
            out.println();
        }
        SweepAnswer.of(Results.builder(file.experiment().question())
                        .swept(file.sweep().axes(), stopped.swept())
                        .build())
                .ifPresent(sweep -> {
                    out.println("PARTIAL: the sweep is done up to " + sweep.last() + "; so far:");
                    out.println();
                    out.println(SweepTable.of(sweep));
                    out.println();
                });
        out.println(folder.path() + ": interrupted; "
                + (stopped.kept() == 0
                        ? "no repetition was finished, so nothing is saved and the same command starts from the beginning"
                        : "the same command resumes from here")
                + (trials.isEmpty() ? "" : ", " + ResultsFolder.PARTIAL + " holds the table of repetitions"));
    }
}
