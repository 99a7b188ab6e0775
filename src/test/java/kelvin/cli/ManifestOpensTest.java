package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands read {@code manifest.json} once. The flight recorder of the JDK notes every read of a file; whoever reads a file as a
 * whole meets its end exactly once.
 */
class ManifestOpensTest {
    private static final String READ = "jdk.FileRead";

    @TempDir
    private Path folder;

    private Path experiment;
    private Path results;

    @BeforeEach
    void play() throws IOException {
        experiment = Files.writeString(folder.resolve("x.yaml"), """
                question: q
                seed: 1
                horizon: 20
                repetitions: 3
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
                learners: {a: {Uniform: {}}, b: {Ucb1: {}}}
                """);
        results = folder.resolve("results/x");
        assertThat(run()).returns(0, Kelvin::code);
    }

    private Kelvin run(Object... more) {
        return Kelvin.run(Stream.concat(
                        Stream.of("run", experiment, "--results", folder.resolve("results"), "--no-charts"),
                        Stream.of(more))
                .toArray());
    }

    private long opens(Runnable work) throws IOException {
        Path noted = folder.resolve("reads.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(READ).withoutThreshold().withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(noted);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(noted);
        return events.stream()
                .filter(event -> event.getString("path").equals(manifest().toString()) && event.getBoolean("endOfFile"))
                .count();
    }

    private Path manifest() {
        return results.resolve("manifest.json");
    }

    /** The counter counts every open, so that a second one cannot hide. */
    @Test
    void everyOpenIsCounted() throws IOException {
        assertThat(opens(() -> {
                    for (int i = 0; i < 3; i++) {
                        try {
                            Files.readString(manifest());
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }
                }))
                .isEqualTo(3);
    }

    @Test
    void chartReadsItOnce() throws IOException {
        assertThat(opens(() -> assertThat(Kelvin.run("chart", results, "--only", "regret"))
                        .returns(0, Kelvin::code)))
                .isEqualTo(1);
    }

    @Test
    void verifyReadsItOnce() throws IOException {
        assertThat(opens(() -> assertThat(Kelvin.run("verify", results)).returns(0, Kelvin::code)))
                .isEqualTo(1);
        assertThat(opens(() ->
                        assertThat(Kelvin.run("verify", results, "--sample", 2)).returns(0, Kelvin::code)))
                .isEqualTo(1);
    }

    @Test
    void galleryReadsItOnce() throws IOException {
        assertThat(opens(() -> assertThat(Kelvin.run("gallery", folder.resolve("results")))
                        .returns(0, Kelvin::code)))
                .isEqualTo(1);
    }

    @Test
    void runReadsItOnceWhereNothingIsLeftToPlay() throws IOException {
        assertThat(opens(() -> assertThat(run()).returns(0, Kelvin::code))).isEqualTo(1);
    }

    /** Once before anything is played, and once more when no other run can write there any longer. */
    @Test
    void runReadsItTwiceWhereItAddsToResults() throws IOException {
        assertThat(opens(() -> assertThat(run("--repetitions", "4")).returns(0, Kelvin::code)))
                .isEqualTo(2);
    }

    @Test
    void runNeedNotReadWhatItWrote() throws IOException {
        assertThat(opens(() -> assertThat(run("--force")).returns(0, Kelvin::code)))
                .isEqualTo(1);
    }
}
