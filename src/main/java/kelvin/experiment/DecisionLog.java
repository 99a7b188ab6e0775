package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.decision.ActionEstimate;
import kelvin.evaluation.DecisionStream;
import kelvin.file.IoMessage;
import kelvin.model.feature.FeatureMap;
import kelvin.yaml.BadInput;

/**
 * Logged decisions in files: CSV files of actions, rewards and propensities, journals of decision makers, or Vowpal Wabbit's dsjson. They are read from the files
 * whenever they are asked for, so that logs may be larger than the memory.
 *
 * @param decisions the decisions that can be judged, for one thread
 * @param actions how many actions there are
 * @param ids the actions as the files have them, by their numbers, where these are others; else empty
 * @param unrewarded how many decisions of journals are left out because these have no reward of them
 * @param context the columns of a CSV, or features of a journal, that are seen before a decision, as they were found
 * @param features the features made of them, with the categories, means and deviations of these columns
 */
@Stability(MAY_CHANGE)
public record DecisionLog(
        DecisionStream decisions,
        int actions,
        List<Long> ids,
        int unrewarded,
        List<ContextColumn> context,
        FeatureMap features) {
    private static final String CSV = ".csv";
    private static final String JOURNAL = ".jsonl";
    private static final String DSJSON = ".dsjson";

    /**
     * Reads a log in one place, as {@link #read(List, LogFormat)} does.
     *
     * @param path a CSV file, a journal ({@code .jsonl}), a folder of CSV files, or the folder of a decision maker
     * @param format how to read it
     * @return the log
     * @throws BadInput if it is wrong; the message names file, line, column, what was found and what is allowed
     */
    public static DecisionLog read(Path path, LogFormat format) {
        return read(List.of(path), format);
    }

    /**
     * Reads a log, in the order of the paths and of the names in a folder. The actions of CSV files are whole numbers from 0; where it is
     * not given how many there are, those that occur are numbered by size, however large they are.
     *
     * @param paths at least one, all of CSV files, all of journals or all of dsjson: a CSV file, a journal ({@code .jsonl}), a folder of
     *     CSV files, the folder of a decision maker, or lines of Vowpal Wabbit's dsjson ({@code .dsjson})
     * @param format how to read it
     * @return the log; contexts of dsjson are the constant 1
     * @throws BadInput if it is wrong; the message names file, line, column, what was found and what is allowed
     */
    public static DecisionLog read(List<Path> paths, LogFormat format) {
        List<Path> journals = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<Path> lines = new ArrayList<>();
        for (Path path : paths) {
            List<Path> inside = Files.isDirectory(path) ? inside(path) : List.of(path);
            if (inside.isEmpty() || (!Files.isDirectory(path) && path.toString().endsWith(JOURNAL))) {
                journals.add(path);
            } else if (!Files.isDirectory(path) && path.toString().endsWith(DSJSON)) {
                lines.add(path);
            } else {
                files.addAll(inside);
            }
        }
        if (!journals.isEmpty() && !files.isEmpty()) {
            throw new BadInput(files.get(0) + ": found a CSV file beside the journal " + journals.get(0)
                    + ", must be all CSV files or all journals");
        } else if (!lines.isEmpty() && lines.size() < paths.size()) {
            throw new BadInput(lines.get(0) + ": found beside files of another kind, must be all dsjson files or none");
        } else if (!lines.isEmpty() && !format.context().isEmpty()) {
            throw new BadInput("--context: found " + format.context().get(0).name() + ", but " + lines.get(0)
                    + " is a dsjson file, which has no columns");
        }
        if (files.isEmpty() && !format.ids().isEmpty()) {
            throw new BadInput(name(paths) + ": found a " + (lines.isEmpty() ? "journal" : "dsjson file")
                    + ", whose actions are the numbers from 0, must be a CSV file with the actions of the policy: "
                    + format.ids());
        }
        DecisionLog log = lines.isEmpty() ? log(files, journals, format) : new DsjsonLog(lines).log(format);
        if (log.decisions.size() == 0) {
            throw new BadInput(name(paths) + ": found no decision"
                    + (log.unrewarded > 0 ? " with a reward (" + log.unrewarded + " without)" : "")
                    + ", must hold at least one");
        }
        return log;
    }

    private static DecisionLog log(List<Path> files, List<Path> journals, LogFormat format) {
        return journals.isEmpty() ? new CsvLog(files, format).log() : new JournalStream(journals, format).log();
    }

    /** Returns the CSV files of a folder by name; none if it is the folder of a decision maker. */
    private static List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> names = all.sorted().toList();
            if (names.isEmpty()) {
                throw new BadInput(folder + ": is empty, must hold CSV files or the journals of a decision maker");
            }
            boolean journal = names.stream().anyMatch(each -> each.toString().endsWith(JOURNAL));
            return journal
                    ? List.of()
                    : names.stream()
                            .filter(each -> each.toString().endsWith(CSV))
                            .toList();
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(folder, e));
        }
    }

    static String name(List<Path> paths) {
        return paths.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /**
     * Returns the sample average of each action's rewards.
     *
     * @return the estimates, with which {@link kelvin.decision.DecisionMaker#warmStart} starts a decision maker; reads the log once more
     */
    public List<ActionEstimate> estimates() {
        double[] sums = new double[actions];
        long[] counts = new long[actions];
        decisions.forEach((index, decision) -> {
            sums[decision.action()] += decision.reward();
            counts[decision.action()]++;
        });
        return ActionEstimate.ofRewards(sums, counts);
    }

    /**
     * Returns how many decisions saw a category that zeros stand for, as it was not known when features were fitted.
     *
     * @return at least 0; reads the log once more
     */
    public int unknown() {
        int[] count = {0};
        if (decisions.contexts() instanceof ColumnContexts columns) {
            decisions.forEach((index, decision) -> count[0] += columns.hasUnknown() ? 1 : 0);
        }
        return count[0];
    }
}
