package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import kelvin.simulation.Checkpoints;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints from which a run resumes, in the hidden folder {@code .saved} of its results folder, and the lock on that folder.
 *
 * <p>There is a file per learner, named after everything that its numbers depend on: testbed, name of its random stream, learner, seed, reported and traced steps,
 * the code that plays and this format. So what is found fits, whatever else of the experiment has changed. Files are written
 * beside and moved, and carry a check sum: one that was damaged counts as absent. A file {@code .gitignore} in the folder keeps
 * it out of version control.
 */
@Stability(MAY_CHANGE)
public final class CheckpointFolder implements Checkpoints, AutoCloseable {
    static final String FOLDER = ".saved";
    private static final String SUFFIX = ".runs";
    private static final String STREAMS = "streams";
    private static final int FORMAT_VERSION = 3;
    private static final int KEY_HEX_DIGITS = 32;

    private final Path folder;
    private final FileChannel lock;
    private final String code;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private CheckpointFolder(Path folder, FileChannel lock, String code) {
        this.folder = folder;
        this.lock = lock;
        this.code = code;
    }

    /** Takes the right to write into a results folder; nobody else gets it until {@link #close}. */
    static CheckpointFolder open(Path results, String code) {
        Path folder = results.resolve(FOLDER);
        try {
            Folders.make(folder);
            Files.writeString(folder.resolve(".gitignore"), "*\n");
            Path file = folder.resolve("lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock held = tryLock(channel);
            if (held == null) {
                String owner = Files.readString(file).strip();
                channel.close();
                throw new BadInput(results + ": another run is writing there" + (owner.isEmpty() ? "" : ", " + owner)
                        + "; wait until it has ended, or give --results another folder");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    ("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            StagedFiles.finish(results);
            return new CheckpointFolder(folder, channel, code);
        } catch (IOException e) {
            throw new UncheckedIOException(results + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Says whose runs are loaded and saved from now on.
     *
     * @param experiment what is played
     * @return this
     */
    public CheckpointFolder of(Experiment experiment) {
        names.clear();
        keys(experiment, code).forEach((label, key) -> names.put(label, key + SUFFIX));
        known.addAll(names.values());
        return this;
    }

    /**
     * Returns the names of learners that are equal where all that their numbers depend on is.
     *
     * @param experiment what is played
     * @param code a text that stands for the code that plays
     * @return 32 hexadecimal digits by label
     */
    public static Map<String, String> keys(Experiment experiment, String code) {
        Map<String, Object> played = played(experiment, code);
        Map<String, String> keys = new LinkedHashMap<>();
        experiment
                .learners()
                .forEach((label, learner) -> keys.put(label, key(played, experiment.stream(label), learner)));
        return keys;
    }

    private static String key(Map<String, Object> played, String stream, PlayerSpec learner) {
        Map<String, Object> all = new LinkedHashMap<>(played);
        all.put("label", stream);
        all.put("learner", Catalog.tree(learner));
        return Json.sha256(all).substring(0, KEY_HEX_DIGITS);
    }

    /** Returns what the numbers of all learners depend on. */
    private static Map<String, Object> played(Experiment experiment, String code) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT_VERSION);
        all.put("code", code);
        all.put("seed", experiment.seed());
        all.put("report", Arrays.stream(experiment.reportSteps()).boxed().toList());
        all.put("testbed", Json.sha256(Catalog.tree(experiment.testbed())));
        experiment.trace().ifPresent(trace -> all.put("trace", Catalog.tree(trace)));
        return all;
    }

    /**
     * Finds learners that were renamed while their run was unfinished: those without a checkpoint where there is one of the same
     * learner under a name that is no longer in use.
     *
     * @param experiment what is going to be played
     * @return the names of the random streams of all its learners, by label
     */
    Map<String, String> streams(Experiment experiment) {
        Map<String, Object> played = played(experiment, code);
        Map<String, String> streams = new LinkedHashMap<>();
        experiment.learners().keySet().forEach(label -> streams.put(label, experiment.stream(label)));
        for (String unused : recorded()) {
            if (!streams.containsValue(unused)) {
                experiment.learners().entrySet().stream()
                        .filter(learner -> !isSaved(played, streams.get(learner.getKey()), learner.getValue()))
                        .filter(learner -> isSaved(played, unused, learner.getValue()))
                        .findFirst()
                        .ifPresent(learner -> streams.put(learner.getKey(), unused));
            }
        }
        return streams;
    }

    private boolean isSaved(Map<String, Object> played, @Nullable String stream, PlayerSpec learner) {
        return stream != null && Files.exists(folder.resolve(key(played, stream, learner) + SUFFIX));
    }

    /** Returns the names of random streams that were played last. */
    private List<String> recorded() {
        try {
            Path file = folder.resolve(STREAMS);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // they only save time
        }
    }

    /**
     * Before anything is played.
     *
     * @param experiment what is going to be played
     * @param afresh whether to forget what finished results came from; what an unfinished run has played is kept
     */
    void begin(Experiment experiment, boolean afresh) {
        try {
            Files.write(
                    folder.resolve(STREAMS),
                    experiment.learners().keySet().stream()
                            .map(experiment::stream)
                            .toList());
            if (afresh && Files.exists(finished())) {
                known.clear();
                removeOthers();
            }
            Files.deleteIfExists(finished());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Called when results are written: keeps what they came from, and nothing else. */
    public void finish() {
        try {
            removeOthers();
            Files.writeString(finished(), "");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Gives the right to write back. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be released: " + IoMessage.of(e), e);
        }
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException(folder + ": cannot be written: " + IoMessage.of(e), e);
    }

    private Path finished() {
        return folder.resolve("finished");
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.contains(SUFFIX) && !known.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public long[] load(String label) {
        Path file = file(label);
        if (!Files.exists(file)) {
            return new long[0];
        }
        try {
            return CheckpointFile.read(file);
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(file, e));
        }
    }

    @Override
    public void save(String label, long[] words) {
        Path file = file(label);
        try {
            WholeFile.write(file, beside -> CheckpointFile.write(beside, words));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    private Path file(String label) {
        return folder.resolve(Objects.requireNonNull(names.get(label)));
    }
}
