package kelvin.shard;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.metric.Results;
import kelvin.results.CheckpointFolder;
import kelvin.results.Effort;
import kelvin.results.ResultsFolder;
import kelvin.results.StoredResults;
import kelvin.simulation.RunCancelled;
import kelvin.simulation.SimulationSession;
import kelvin.yaml.BadInput;

/** Merges the shares of one experiment to the results that one machine would have written, byte for byte. */
@Stability(MAY_CHANGE)
public final class ShardMerge {
    private static final int MAX_LISTED = 8;

    private final List<ShardFolder> folders;
    private final ExperimentFile file;
    private final Parts parts;
    private final Map<Experiment, End> ends = new HashMap<>();

    /** The repetitions after which an experiment ended, or has got to at an interim look; and what is missing of them. */
    private record End(int repetitions, int look, List<Node> missing) {}

    private ShardMerge(List<ShardFolder> folders, Catalog catalog) {
        this.folders = folders;
        file = folders.get(0).experiment(catalog);
        folders.get(0).requireMade(file, catalog);
        folders.forEach(folders.get(0)::requireSame);
        parts = new Parts(folders);
    }

    /**
     * Finds the shares in some folders.
     *
     * @param roots folders that {@code kelvin run --shard} was given, or {@code NAME.shards} folders in them
     * @param catalog the names the experiments use
     * @return one merge per experiment
     * @throws BadInput if a folder holds no shares, or those of one name come from different experiments, Javas or builds
     */
    public static List<ShardMerge> of(List<Path> roots, Catalog catalog) {
        Map<String, List<ShardFolder>> byName = new LinkedHashMap<>();
        roots.stream()
                .flatMap(root -> ShardFolder.in(root).stream())
                .forEach(folder -> byName.computeIfAbsent(folder.name(), name -> new ArrayList<>())
                        .add(folder));
        return byName.values().stream()
                .map(each -> new ShardMerge(each, catalog))
                .toList();
    }

    /**
     * The experiment that was played.
     *
     * @return the experiment with its file
     */
    public ExperimentFile file() {
        return file;
    }

    /**
     * The folder that holds the shares.
     *
     * @return the folder that {@code kelvin run --shard} was given, the first of several
     */
    public Path root() {
        return Objects.requireNonNull(folders.get(0).path().toAbsolutePath().getParent());
    }

    /**
     * The results with their folder.
     *
     * @param results the results, with the seconds that each learner played
     * @param stored the same in their folder
     */
    public record Merged(Results results, StoredResults stored) {}

    /**
     * Tells whether all repetitions are there that the results need. Where an interim look wants more of them, asks the shards for them.
     *
     * @return false if shards have to be played, after which another merge finds more
     */
    public boolean complete() {
        return Work.experiments(file)
                        .distinct()
                        .filter(experiment -> !end(experiment).missing.isEmpty())
                        .count()
                == 0;
    }

    /**
     * Merges all shares, and writes the results.
     *
     * @param folder where to, while nobody else writes there
     * @return the results
     * @throws BadInput if repetitions are missing, which it names, or if an interim look wants more of them
     */
    public Merged write(ResultsFolder folder) {
        Work.experiments(file).distinct().forEach(experiment -> requireAll(experiment, end(experiment)));
        Experiment experiment = file.experiment();
        SimulationSession session = session(experiment, ends(experiment));
        Results results = results(session, experiment).toBuilder()
                .swept(
                        file.sweep().axes(),
                        file.sweep()
                                .play(point -> parts.upTo(point, ends(point)), 1, steps -> {}, kept -> {}, () -> true))
                .build();
        double seconds =
                session.seconds().values().stream().mapToDouble(each -> each).sum();
        Effort effort = new Effort(
                Duration.ofNanos((long) (1e9 * seconds)),
                experiment.horizon() * ends(experiment) * experiment.learners().size(),
                session.seconds());
        StoredResults stored = folder.write(file, results, effort);
        return new Merged(results.toBuilder().seconds(effort.seconds()).build(), stored);
    }

    private int ends(Experiment experiment) {
        return end(experiment).repetitions;
    }

    private SimulationSession session(Experiment experiment, int end) {
        return experiment.session(parts.upTo(experiment, end));
    }

    /** Everything was played: a session that may not play a single step gives the results, or wants more repetitions. */
    private static Results results(SimulationSession session, Experiment experiment) {
        return session.results(experiment.question(), experiment.baseline(), 1, decisions -> {}, () -> true);
    }

    private End end(Experiment experiment) {
        return ends.computeIfAbsent(experiment, this::found);
    }

    /** Finds the first interim look that asks for no more repetitions, or at which some are missing. */
    private End found(Experiment experiment) {
        int[] looks = experiment.repetitions().ends();
        for (int look = 1; ; look++) {
            int end = looks[look - 1];
            List<Node> missing = CheckpointFolder.keys(
                            experiment, folders.get(0).code())
                    .values()
                    .stream()
                    .flatMap(key -> parts.missing(key, end).stream())
                    .toList();
            if (look == looks.length || !missing.isEmpty() || !wantsMore(experiment, end)) {
                return new End(end, look, missing);
            }
            ask(experiment, look + 1);
        }
    }

    private boolean wantsMore(Experiment experiment, int end) {
        try {
            results(session(experiment, end), experiment);
            return false;
        } catch (RunCancelled wantsMore) {
            return true;
        }
    }

    private void ask(Experiment experiment, int look) {
        for (ShardFolder folder : folders) {
            for (String key : CheckpointFolder.keys(experiment, folder.code()).values()) {
                if (folder.looks(key) < look) {
                    folder.ask(key, look);
                }
            }
        }
    }

    private void requireAll(Experiment experiment, End end) {
        List<String> missing = new ArrayList<>();
        CheckpointFolder.keys(experiment, folders.get(0).code())
                .forEach((label, key) -> end.missing.stream()
                        .filter(node -> node.key().equals(key))
                        .forEach(node ->
                                missing.add("'" + label + "', repetitions " + node.from() + " to " + (node.to() - 1))));
        if (!missing.isEmpty()) {
            String rest = missing.size() > MAX_LISTED ? " and " + (missing.size() - MAX_LISTED) + " more" : "";
            throw new BadInput(folders.get(0).path() + ": "
                    + (end.look == 1
                            ? "missing are "
                            : "interim look " + (end.look - 1) + " asks for more repetitions: ")
                    + String.join("; ", missing.subList(0, Math.min(MAX_LISTED, missing.size()))) + rest
                    + "; run every shard again, which plays only what it lacks, then merge");
        }
    }
}
