package kelvin.cli;

import java.util.List;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.OptimisticShrinkageDr;
import kelvin.evaluation.SubGaussianIps;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to estimate. */
final class EstimateOptions {
    private static final int MAX_RESAMPLES = 1_000_000;

    @Option(
            names = "--limit",
            paramLabel = "W",
            defaultValue = "10",
            description = "The largest weight: clipped IPS clips there, Switch-DR switches. Default: ${DEFAULT-VALUE}")
    private double limit;

    @Option(
            names = "--shrinkage",
            paramLabel = "L",
            description =
                    "DRos: weights w become Lw/(w² + L), at most √L/2. Default: 4W², which keeps them within --limit W")
    private @Nullable Double shrinkage;

    @Option(
            names = "--smoothing",
            paramLabel = "L",
            description =
                    "Sub-Gaussian IPS: weights w become w/(1 − L + Lw), at most 1/L. Default: 1/W, or 1 where that is less,"
                            + " for --limit W")
    private @Nullable Double smoothing;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Number of bootstrap resamples. Default: ${DEFAULT-VALUE}")
    private int resamples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Seed of the bootstrap, of the actions of replay, and of the model. Default: ${DEFAULT-VALUE}")
    private long seed;

    void check() {
        if (resamples < 1 || resamples > MAX_RESAMPLES) {
            throw new BadInput("--resamples: found " + resamples + ", must be in [1, " + MAX_RESAMPLES + "]");
        } else if (shrinkage != null && !(shrinkage > 0 && shrinkage < Double.POSITIVE_INFINITY)) {
            throw new BadInput("--shrinkage: found " + shrinkage + ", must be finite and > 0");
        } else if (smoothing != null && !(smoothing >= 0 && smoothing <= 1)) {
            throw new BadInput("--smoothing: found " + smoothing + ", must be in [0, 1]");
        }
    }

    long number() {
        return seed;
    }

    Seed seed() {
        return Seed.of(seed);
    }

    List<Estimate> of(Evaluation evaluation) {
        return evaluation.estimates(
                Evaluation.estimators(
                        limit,
                        smoothing == null ? SubGaussianIps.within(limit) : new SubGaussianIps(smoothing),
                        shrinkage == null ? OptimisticShrinkageDr.within(limit) : new OptimisticShrinkageDr(shrinkage)),
                resamples);
    }
}
