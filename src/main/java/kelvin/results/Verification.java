package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.Sweep;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;
import kelvin.random.Seed;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.Simulation;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Verifies results by replay: plays the values of the manifest again and compares.
 *
 * @param stored the results
 * @param experiment what the manifest says was played
 * @param sweep the experiment at every point of its sweep
 */
@Stability(MAY_CHANGE)
public record Verification(StoredResults stored, Experiment experiment, Sweep sweep) {
    /** Repetitions in a sampled block. */
    public static final int BLOCK_REPETITIONS = 8;

    /**
     * Reads the manifest.
     *
     * @param folder results, of which data files may be absent if the manifest has their checksums
     * @param catalog the names the experiment uses
     * @return what can be verified
     * @throws BadInput if there is no manifest, or it cannot be read
     */
    public static Verification of(ResultsFolder folder, Catalog catalog) {
        FolderState.requireManifest(folder.path());
        StoredResults stored = StoredResults.of(folder.path());
        stored.manifest().otherFormat().ifPresent(format -> {
            throw new BadInput(folder.path() + ": was written by another version of Kelvin, in " + format);
        });
        Experiment experiment = stored.manifest().experiment(catalog);
        return new Verification(
                stored,
                experiment,
                Sweep.of(experiment, catalog, stored.manifest().place(), Map.of()));
    }

    /**
     * Returns the folder of the results.
     *
     * @return where they are
     */
    public Path folder() {
        return stored.folder();
    }

    /**
     * Returns the data files that are compared by their checksum only.
     *
     * @return the names of those that are absent
     */
    public List<String> absent() {
        return stored.absent();
    }

    /**
     * Returns the versions with which the results were made, where they are not those here: a difference may come from them.
     *
     * @return the versions of Kelvin, Java and system, there and here
     */
    public Optional<String> elsewhere() {
        Map<String, String> here = Build.facts();
        Map<String, String> there = stored.manifest().build();
        List<String> other = here.keySet().stream()
                .filter(key -> !Objects.equals(here.get(key), there.get(key)))
                .map(key -> key + " " + there.get(key) + ", here " + here.get(key))
                .toList();
        return other.isEmpty() ? Optional.empty() : Optional.of("written by " + String.join("; ", other));
    }

    /**
     * Plays everything again and compares every data file byte by byte, and with its checksum in the manifest; a file that is absent
     * with its checksum only.
     *
     * @param threads how many threads play
     * @param progress told of decisions made
     * @param stop polled by the worker threads; true cancels the verification
     * @return what differs: per file its first line that does or its checksum, files whose checksum the manifest lacks, and other
     *     files that have changed since they were written; empty if nothing does
     * @throws kelvin.simulation.RunCancelled if it was asked to give up
     */
    public List<String> differences(int threads, LongConsumer progress, BooleanSupplier stop) {
        Results results = experiment
                .session(Checkpoints.NONE)
                .results(experiment.question(), experiment.baseline(), threads, progress, stop)
                .toBuilder()
                .swept(sweep.axes(), sweep.play(point -> Checkpoints.NONE, threads, progress, kept -> {}, stop))
                .build();
        Path again = temporary();
        try {
            DataFiles.write(again, results);
            List<String> names = DataFiles.names(results);
            List<String> differences = new ArrayList<>();
            for (String name : names) {
                if (isOlderThan(name)) {
                    continue;
                }
                difference(name, again.resolve(name)).ifPresent(differences::add);
            }
            stored.manifest().damage().ifPresent(differences::add);
            unplayed(names).forEach(differences::add);
            return differences;
        } catch (IOException e) {
            throw new UncheckedIOException(folder() + ": cannot be verified: " + IoMessage.of(e), e);
        } finally {
            discard(again);
        }
    }

    /** A folder that goes with the process, should that be ended before. */
    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("kelvin-verify");
            folder.toFile().deleteOnExit();
            DataFiles.names().forEach(name -> folder.resolve(name).toFile().deleteOnExit());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.ofTemporary(e), e);
        }
    }

    private static void discard(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.ofTemporary(e), e);
        }
    }

    /** Lists in words the damage of data files that playing does not write, the experiment file above all. */
    private Stream<String> unplayed(List<String> played) {
        Stream<String> absent = stored.absent().stream()
                .filter(name -> !played.contains(name))
                .map(name -> folder().resolve(name) + ": is absent, and playing does not write it");
        Stream<String> unsummed = Stream.of(FolderState.EXPERIMENT)
                .filter(name -> stored.sum(name).isEmpty())
                .map(this::unsummed);
        Stream<String> changed = stored.changed(name -> !played.contains(name));
        return Stream.of(absent, unsummed, changed).flatMap(problems -> problems);
    }

    /** Returns whether the results are older than a file that results did not have at first. */
    private boolean isOlderThan(String name) {
        return name.equals(CurvesCsv.SPANS) && stored.sum(name).isEmpty() && !Files.exists(folder().resolve(name));
    }

    private String unsummed(String name) {
        return folder().resolve(Manifest.FILE) + ": has no checksum of " + name;
    }

    /** The difference of a data file, or of its checksum where it is absent, from what is played again. */
    private Optional<String> difference(String name, Path again) throws IOException {
        Path kept = folder().resolve(name);
        Optional<String> line = Files.exists(kept) ? firstLine(kept, again) : Optional.empty();
        Optional<String> sum = stored.sum(name);
        if (line.isPresent() || sum.isEmpty()) {
            return line.or(() -> Optional.of(unsummed(name)));
        }
        return sum.get().equals(StoredResults.checksum(again))
                ? Optional.empty()
                : Optional.of(folder().resolve(Manifest.FILE) + ": the checksum of " + name
                        + " is not that of the file played again");
    }

    private static Optional<String> firstLine(Path kept, Path again) throws IOException {
        if (Files.mismatch(kept, again) < 0) {
            return Optional.empty();
        }
        try (BufferedReader found = Files.newBufferedReader(kept, StandardCharsets.ISO_8859_1);
                BufferedReader wanted = Files.newBufferedReader(again, StandardCharsets.ISO_8859_1)) {
            long line = 1;
            String one = found.readLine();
            String other = wanted.readLine();
            while (one != null && one.equals(other)) {
                line++;
                one = found.readLine();
                other = wanted.readLine();
            }
            return Optional.of(kept + ":" + line + ": found " + show(one) + ", played again " + show(other));
        }
    }

    private static String show(@Nullable String line) {
        return line == null ? "the end of the file" : SourceLocation.shorten(utf8(line));
    }

    /** Text that was read byte by byte, so that bytes that are no text do not matter. */
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /**
     * Plays some blocks of repetitions again, drawn at random, and compares the values of their runs; and checks that no data
     * file has changed since it was written. Where there is a sweep, every other draw is a learner at one of its points, which is
     * played again in full.
     *
     * @param draws how many, at least 1
     * @param seed decides which
     * @return what differs; empty if nothing does
     * @throws BadInput if a data file is absent or damaged
     */
    public List<String> sampled(int draws, long seed) {
        if (stored.absent().contains(RunsCsv.NAME)) {
            throw new BadInput(folder() + ": has no " + RunsCsv.NAME
                    + " to compare a sample with; verify it in full, without --sample");
        }
        stored.requireComplete();
        Results results = stored.unchecked();
        UniformRandomProvider random = Seed.of(seed).generator();
        Stream<String> replayed = IntStream.range(0, draws)
                .boxed()
                .flatMap(draw ->
                        draw % 2 == 1 && !sweep.points().isEmpty() ? point(results, random) : block(results, random));
        Stream<String> changed = Stream.concat(stored.manifest().damage().stream(), stored.changed(name -> true));
        return Stream.concat(changed, replayed).toList();
    }

    private static String one(Experiment played, UniformRandomProvider random) {
        List<String> labels = List.copyOf(played.learners().keySet());
        return labels.get(random.nextInt(labels.size()));
    }

    private Stream<String> point(Results results, UniformRandomProvider random) {
        Sweep.Point point = sweep.points().get(random.nextInt(sweep.points().size()));
        String label = one(point.experiment(), random);
        List<SweepPoint> kept =
                results.swept().stream().filter(row -> point.holds(row, label)).toList();
        long written =
                kept.stream().mapToLong(SweepPoint::repetitions).findFirst().orElse(1);
        int repetitions = (int)
                Math.max(1, Math.min(written, point.experiment().repetitions().most()));
        return point.experiment().simulation().replay(label, 0, repetitions).stream()
                .map(point::swept)
                .filter(again -> !kept.contains(again))
                .map(again -> folder().resolve(SweepCsv.NAME) + ": learner '" + label + "' at " + point.text() + ": "
                        + again.metric().key() + " is not what is played again");
    }

    private Stream<String> block(Results results, UniformRandomProvider random) {
        int repetitions = results.trials().get(0).values().length;
        String label = one(experiment, random);
        int from = BLOCK_REPETITIONS * random.nextInt((repetitions - 1) / BLOCK_REPETITIONS + 1);
        Simulation simulation = experiment.simulation();
        int to = Math.min(from + BLOCK_REPETITIONS, repetitions);
        return simulation.replay(label, from, to).stream().flatMap(again -> {
            double[] kept = results.trials(again.metric()).stream()
                    .filter(trials -> trials.learner().equals(label))
                    .findFirst()
                    .map(RunValues::values)
                    .map(values -> Arrays.copyOfRange(values, from, to))
                    .orElse(new double[0]);
            return Arrays.equals(kept, again.values())
                    ? Stream.of()
                    : Stream.of(folder().resolve(RunsCsv.NAME) + ": learner '" + label + "', repetitions " + from
                            + " to " + (to - 1) + ": " + again.metric().key() + " is not what is played again");
        });
    }
}
