package kelvin.policy;

import kelvin.contract.StateFields;
import kelvin.numeric.WeightStore;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Samples from an unchanging policy p ∝ exp(score) incrementally: one changed value changes one weight, so a decision
 * costs one exponential and a draw from {@link WeightStore}.
 *
 * <p>Weights are relative to the score of a reference value. It moves to the best value, and all weights are made anew, when
 * their total leaves [2⁻¹⁰⁰, 2¹⁰⁰], as it does before the first draw, when all of them are 0 or, if a value changes, NaN. Weights below 2⁻⁹⁰⁰ are kept as 0: with such totals these are probabilities below 2⁻⁸⁰⁰,
 * which a 53-bit uniform number cannot draw, and whatever is drawn has a probability above 2⁻¹⁰⁰⁰, which a double can hold.
 */
final class IncrementalSampler implements Sampler {
    private final ScoredPolicy policy;
    private final double[] values;
    private final WeightStore kept;
    private final double[] fresh;
    private double reference = Double.NaN;

    IncrementalSampler(ScoredPolicy policy, double[] values) {
        this.policy = policy;
        this.values = values;
        this.kept = WeightStore.of(values.length);
        this.fresh = new double[values.length];
    }

    @Override
    public void changed(int action) {
        kept.set(action, weight(values[action]));
    }

    @Override
    public int draw(long step, UniformRandomProvider random) {
        double total = kept.total();
        if (!(total >= 0x1p-100 && total <= 0x1p100)) {
            rebuild();
            total = kept.total();
        }
        return kept.draw(random.nextDouble() * total);
    }

    @Override
    public void state(StateFields fields) {
        reference = fields.real("reference", reference);
        if (fields.loading()) {
            weigh();
        }
    }

    private void rebuild() {
        reference = ValueChecks.best(values);
        weigh();
    }

    private void weigh() {
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = weight(values[i]);
        }
        kept.setAll(fresh);
    }

    private double weight(double value) {
        double weight = policy.nearWeight(value, reference);
        return weight < 0x1p-900 ? 0 : weight;
    }
}
