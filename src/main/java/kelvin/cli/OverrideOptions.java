package kelvin.cli;

import static kelvin.contract.Stability.Level.INTERNAL;

import kelvin.contract.Stability;
import kelvin.experiment.Overrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that replace numbers of an experiment file. */
@Stability(INTERNAL)
public final class OverrideOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Replaces the file's seed.")
    private @Nullable Long seed;

    @Option(names = "--repetitions", paramLabel = "N", description = "Replaces the file's repetitions.")
    private @Nullable Integer repetitions;

    @Option(names = "--horizon", paramLabel = "N", description = "Replaces the file's horizon.")
    private @Nullable Long horizon;

    /**
     * Returns the numbers that were given.
     *
     * @return the overrides; {@link Overrides#NONE} where there are none
     */
    public Overrides overrides() {
        return new Overrides(seed, repetitions, horizon);
    }
}
