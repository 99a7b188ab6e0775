package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.experiment.Changes;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.OwnClasses;
import kelvin.json.Json;
import kelvin.metric.Comparison;
import kelvin.metric.Comparisons;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;
import kelvin.results.ResultsFolder.State;
import kelvin.simulation.StoppingRule;

/**
 * The results and checkpoints in a folder that an experiment makes use of.
 *
 * <p>Where only words differ, learners are left out, or were renamed, the results are written again from the stored ones: rows of data
 * files are kept, relabelled and put in order, and what compares learners at the horizon is computed from the values of all repetitions. So the
 * files have the bytes that playing would give.
 *
 * @param file the experiment, in which learners that were renamed keep the random streams that they were played with
 * @param words what differs from the results or checkpoints in words alone, in words
 * @param stored the complete results of the experiment; empty if something has to be played
 */
@Stability(MAY_CHANGE)
public record Reuse(ExperimentFile file, List<String> words, Optional<StoredResults> stored) {
    public Reuse {
        words = List.copyOf(words);
    }

    /**
     * Looks into a folder and prepares for playing what it does not hold; rewrites results of which only words differ.
     *
     * @param folder the folder
     * @param file what is wanted
     * @param catalog the names that it uses
     * @param force whether results may be replaced: then they are played as the file says
     * @param saved the checkpoints, and the right to write into the folder
     * @return what there is
     * @throws kelvin.yaml.BadInput if the folder holds results of other values, or damaged ones, and {@code force} is off
     * @throws java.io.UncheckedIOException if the folder cannot be written
     */
    public static Reuse of(
            ResultsFolder folder, ExperimentFile file, Catalog catalog, boolean force, CheckpointFolder saved) {
        FolderState found = folder.look(file.experiment());
        if (force) {
            saved.begin(file.experiment(), found.state() == State.EQUAL);
            return new Reuse(file, List.of(), Optional.empty());
        }
        folder.requireUsable(found);
        List<String> words = new ArrayList<>(found.changes().map(Changes::words).orElse(List.of()));
        ExperimentFile named = found.changes()
                .map(changes -> file.with(changes.streams(), catalog))
                .orElse(file);
        if (found.changes().filter(Changes::renamed).isPresent()) {
            elsewhere(named).forEach(words::add);
        }
        if (found.state() == State.EQUAL) {
            return new Reuse(named, words, found.stored());
        } else if (found.state() == State.REWORDED) {
            StoredResults before = found.stored().orElseThrow();
            return new Reuse(
                    named,
                    words,
                    Optional.of(rewrite(folder, named, before, found.changes().orElseThrow())));
        }
        Map<String, String> streams = saved.streams(named.experiment());
        streams.forEach((label, stream) -> {
            if (!stream.equals(named.experiment().stream(label))) {
                words.add("'" + stream + "' renamed '" + label + "'");
            }
        });
        ExperimentFile all = named.with(streams, catalog);
        if (!all.experiment().streams().equals(named.experiment().streams())) {
            elsewhere(all).forEach(words::add);
        }
        saved.begin(all.experiment(), false);
        return new Reuse(all, words, Optional.empty());
    }

    /** Says how learners that were renamed play the same where there are no results to go on from; nothing if their labels say it. */
    private static Stream<String> elsewhere(ExperimentFile file) {
        Map<String, String> streams = file.experiment().streams();
        return streams.isEmpty()
                ? Stream.of()
                : Stream.of("with streams: " + Json.canonical(streams) + " in the file it plays the same elsewhere");
    }

    private static StoredResults rewrite(
            ResultsFolder folder, ExperimentFile file, StoredResults before, Changes changes) {
        Manifest manifest = before.manifest();
        Map<String, String> now = changes.learners();
        Map<String, Double> seconds = new LinkedHashMap<>();
        now.forEach((old, label) -> {
            if (manifest.seconds().containsKey(old)) {
                seconds.put(label, Objects.requireNonNull(manifest.seconds().get(old)));
            }
        });
        ExperimentFile played = playedFile(file, manifest.members());
        return folder.write(
                file,
                to -> copy(before, file.experiment(), changes, to),
                sums -> Manifest.text(
                        played,
                        manifest.stop().map(stop -> reworded(stop, file.experiment(), now)),
                        manifest.effort(seconds),
                        sums,
                        manifest.build()));
    }

    /** Returns the file with the classes of a user's own that played it. */
    private static ExperimentFile playedFile(ExperimentFile file, Map<?, ?> members) {
        OwnClasses own = new OwnClasses(
                String.valueOf(Objects.requireNonNullElse(members.get(Manifest.CLASSPATH), "")),
                String.valueOf(Objects.requireNonNullElse(members.get(Manifest.CLASSES), "")));
        return new ExperimentFile(file.path(), file.bytes(), file.experiment(), file.sweep(), own);
    }

    /** Returns the report of the stopping rule with the labels now. */
    private static StopReport reworded(StopReport stop, Experiment experiment, Map<String, String> now) {
        return new StopReport(
                experiment.repetitions() instanceof StoppingRule until ? until.of() : stop.of(),
                stop.halfWidth(),
                stop.achieved(),
                now.getOrDefault(stop.widest(), stop.widest()),
                stop.look(),
                stop.looks(),
                stop.repetitions());
    }

    /** Writes the data files of the learners that are kept, under their labels now and in their order. */
    private static void copy(StoredResults before, Experiment experiment, Changes changes, Path to) throws IOException {
        Map<String, String> now = changes.learners();
        Stream<String> names = DataFiles.names().filter(name -> before.sum(name).isPresent());
        for (String name : names.toList()) {
            Path from = before.folder().resolve(name);
            if (changes.sameLearners()) {
                Files.copy(from, to.resolve(name));
            } else if (name.equals(ComparisonsCsv.NAME)) {
                ComparisonsCsv.write(to, comparisons(before.unchecked(), experiment, now), experiment.unit());
            } else if (!name.equals(SweepCsv.NAME) || !experiment.sweep().isEmpty()) {
                boolean filled = CsvFile.relabel(from, to.resolve(name), now);
                if (!filled && DataFiles.OPTIONAL.contains(name)) {
                    Files.delete(to.resolve(name));
                }
            }
        }
    }

    /** Compares learners anew at the horizon, where tests are corrected for their number; what there is before does not depend on others. */
    private static List<Comparison> comparisons(Results before, Experiment experiment, Map<String, String> now) {
        List<RunValues> trials = new ArrayList<>();
        now.forEach((old, label) -> before.trials().stream()
                .filter(each -> each.learner().equals(old))
                .map(each -> new RunValues(label, each.metric(), each.values(), each.looks(), each.stream()))
                .forEach(trials::add));
        List<Comparison> last = Comparisons.of(experiment.baseline(), trials, List.of(), experiment.horizon());
        List<Comparison> all = new ArrayList<>();
        now.forEach((old, label) -> {
            before.comparisons().stream()
                    .filter(each -> each.learner().equals(old) && !each.last())
                    .map(each -> each.of(label, experiment.baseline()))
                    .forEach(all::add);
            last.stream().filter(each -> each.learner().equals(label)).forEach(all::add);
        });
        return all;
    }
}
