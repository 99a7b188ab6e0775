package kelvin.bandit.contextual;

import kelvin.bandit.arm.Arm;
import kelvin.model.Context;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** Draws contexts of independent features, the first shared one of which may be the constant 1. */
final class FeatureSource {
    private final boolean constant;
    private final Arm feature;
    private final ContinuousSampler sampler;

    /**
     * @param constant whether the first shared feature, if there is one, is 1
     * @param feature the distribution of the others
     * @param seed decides all contexts, in their order
     */
    FeatureSource(boolean constant, Arm feature, Seed seed) {
        this.constant = constant;
        this.feature = feature;
        this.sampler = feature.sampler(seed.generator());
    }

    /** Returns the place of the first feature that is drawn. */
    int first(Context context) {
        return constant && context.features().shared() > 0 ? 1 : 0;
    }

    /** Writes the expected features. */
    void average(Context context) {
        fill(context, feature::mean);
    }

    /** Writes the features of the next step. */
    void draw(Context context) {
        fill(context, sampler);
    }

    private void fill(Context context, ContinuousSampler values) {
        int first = first(context);
        for (int i = 0; i < context.numbers().length; i++) {
            context.set(i, i < first ? 1 : values.sample());
        }
    }
}
