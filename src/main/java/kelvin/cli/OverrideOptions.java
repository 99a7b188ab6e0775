package kelvin.cli;

import kelvin.experiment.Overrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that replace numbers of an experiment file. */
final class OverrideOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Replaces the file's seed.")
    private @Nullable Long seed;

    @Option(names = "--repetitions", paramLabel = "N", description = "Replaces the file's repetitions.")
    private @Nullable Integer repetitions;

    @Option(names = "--horizon", paramLabel = "N", description = "Replaces the file's horizon.")
    private @Nullable Long horizon;

    Overrides overrides() {
        return new Overrides(seed, repetitions, horizon);
    }
}
