package kelvin.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.metric.SweepPoint;
import kelvin.simulation.Checkpoints;

/** A small experiment of two learners on two coins, to which a sweep is appended. */
public final class SweepSamples {
    public static final String YAML = """
            question: How warm?
            seed: 1
            horizon: 30
            repetitions: 9
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners: {soft max: {Softmax: {temperature: 0.1}}, UCB1: {Ucb1: {}}}
            sweep:
            """;
    public static final String TEMPERATURE = "  τ: {learners.'soft max'.Softmax.temperature: [0.01, 1, 0.1]}\n";
    public static final String GAP = "  p: {'testbed.FixedTestbed.arms[1].Bernoulli.p': [0.5, 0.8]}\n";

    private SweepSamples() {}

    public static ExperimentFile read(Path folder, String sweep) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), YAML + sweep);
        return ExperimentFile.read(file, new Catalog(), Overrides.NONE);
    }

    public static List<SweepPoint> play(ExperimentFile file) {
        return file.sweep().play(experiment -> Checkpoints.NONE, 2, decisions -> {}, kept -> {}, () -> false);
    }
}
