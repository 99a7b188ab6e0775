package kelvin.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.file.IoMessage;
import kelvin.metric.Results;
import kelvin.metric.Swept;
import kelvin.metric.Trials;
import kelvin.random.Seed;
import kelvin.simulation.Savings;
import kelvin.simulation.Simulation;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Whether results are what their manifest says they are: its values are played again and compared.
 *
 * @param folder the results
 * @param experiment what the manifest says was played
 * @param sweep the experiment at every point of its sweep
 */
public record Verification(Path folder, Experiment experiment, Sweep sweep) {
    /** Repetitions in a sampled block. */
    public static final int BLOCK = 8;

    /**
     * Reads the manifest.
     *
     * @param folder complete results
     * @param catalog the names the experiment uses
     * @return what can be verified
     * @throws BadInput if there are no complete results, or the manifest is damaged
     */
    public static Verification of(ResultsFolder folder, Catalog catalog) {
        folder.requireComplete();
        Manifest.otherFormat(folder.path()).ifPresent(format -> {
            throw new BadInput(folder.path() + ": was written by another version of Kelvin, in " + format);
        });
        Experiment experiment = Manifest.experiment(folder.path(), catalog);
        Place place = Place.top(folder.path().resolve(Manifest.FILE).toString());
        return new Verification(folder.path(), experiment, Sweep.of(experiment, catalog, place));
    }

    /**
     * Where the results were made, if elsewhere: what a difference may come from.
     *
     * @return the versions of Kelvin, Java and system, there and here
     */
    public Optional<String> elsewhere() {
        return Manifest.otherMaker(folder);
    }

    /**
     * Plays everything again and compares every data file byte by byte.
     *
     * @param threads how many threads play
     * @param progress told of decisions made
     * @return what differs: per file its first line that does; empty if nothing does
     */
    public List<String> differences(int threads, LongConsumer progress) {
        try {
            Path again = Files.createTempDirectory("kelvin-verify");
            try {
                Results results = experiment
                        .play(threads, progress)
                        .with(sweep.play(point -> Savings.NONE, threads, progress, () -> false));
                ResultsWriter.write(again, results);
                List<String> differences = new ArrayList<>();
                for (String name : ResultsWriter.names(results)) {
                    difference(folder.resolve(name), again.resolve(name)).ifPresent(differences::add);
                }
                return differences;
            } finally {
                ResultsFolder.delete(again);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be verified: " + IoMessage.of(e), e);
        }
    }

    private static Optional<String> difference(Path kept, Path again) throws IOException {
        if (Files.mismatch(kept, again) < 0) {
            return Optional.empty();
        }
        List<String> found = Files.readAllLines(kept);
        List<String> wanted = Files.readAllLines(again);
        int line = 0;
        while (line < Math.min(found.size(), wanted.size()) && found.get(line).equals(wanted.get(line))) {
            line++;
        }
        return Optional.of(
                kept + ":" + (line + 1) + ": found " + show(found, line) + ", played again " + show(wanted, line));
    }

    private static String show(List<String> lines, int line) {
        return line < lines.size() ? Place.shorten(lines.get(line)) : "the end of the file";
    }

    /**
     * Plays some blocks of repetitions again, drawn at random, and compares the values of their runs; and checks that no data
     * file has changed since it was written. Where there is a sweep, every other draw is a learner at one of its points, which is
     * played again in full.
     *
     * @param draws how many, at least 1
     * @param seed decides which
     * @return what differs; empty if nothing does
     * @throws BadInput if the data files are damaged
     */
    public List<String> sampled(int draws, long seed) {
        Kept kept = new Kept(folder);
        Results results = kept.results();
        UniformRandomProvider random = Seed.of(seed).generator();
        Stream<String> replayed = IntStream.range(0, draws)
                .boxed()
                .flatMap(draw ->
                        draw % 2 == 1 && !sweep.points().isEmpty() ? point(results, random) : block(results, random));
        Stream<String> changed =
                kept.damaged().stream().map(name -> folder.resolve(name) + ": has changed since Kelvin wrote it");
        return Stream.concat(changed, replayed).toList();
    }

    private static String one(Experiment played, UniformRandomProvider random) {
        List<String> labels = List.copyOf(played.learners().keySet());
        return labels.get(random.nextInt(labels.size()));
    }

    private Stream<String> point(Results results, UniformRandomProvider random) {
        Sweep.Point point = sweep.points().get(random.nextInt(sweep.points().size()));
        String label = one(point.experiment(), random);
        List<Swept> kept =
                results.swept().stream().filter(row -> point.holds(row, label)).toList();
        long written = kept.stream().mapToLong(Swept::repetitions).findFirst().orElse(1);
        int repetitions = (int)
                Math.max(1, Math.min(written, point.experiment().repetitions().most()));
        return point.experiment().simulation().trials(label, 0, repetitions).stream()
                .map(point::swept)
                .filter(again -> !kept.contains(again) && !kept.contains(again.marked()))
                .map(again -> folder.resolve(ResultsWriter.SWEEP) + ": learner '" + label + "' at " + point.at() + ": "
                        + again.metric().key() + " is not what is played again");
    }

    private Stream<String> block(Results results, UniformRandomProvider random) {
        int repetitions = results.trials().get(0).values().length;
        String label = one(experiment, random);
        int from = BLOCK * random.nextInt((repetitions - 1) / BLOCK + 1);
        Simulation simulation = experiment.simulation();
        int to = Math.min(from + BLOCK, repetitions);
        return simulation.trials(label, from, to).stream().flatMap(again -> {
            double[] kept = results.trials(again.metric()).stream()
                    .filter(trials -> trials.learner().equals(label))
                    .findFirst()
                    .map(Trials::values)
                    .filter(values -> values.length >= to)
                    .map(values -> Arrays.copyOfRange(values, from, to))
                    .orElse(new double[0]);
            return Arrays.equals(kept, again.values())
                    ? Stream.of()
                    : Stream.of(folder.resolve(ResultsWriter.RUNS) + ": learner '" + label + "', repetitions " + from
                            + " to " + (to - 1) + ": " + again.metric().key() + " is not what is played again");
        });
    }
}
