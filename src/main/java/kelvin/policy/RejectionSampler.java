package kelvin.policy;

import kelvin.contract.Require;
import kelvin.numeric.Exp;
import kelvin.numeric.LargestTree;
import kelvin.numeric.WeightStore;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Samples exactly from a softmax whose temperature falls, by rejection from stale weights, without recomputing all
 * weights at every step.
 *
 * <p>Weights wᵢ ∝ exp(qᵢ/τ₀) are kept at the temperature τ₀ ≥ τ at which they were last made. Action i is drawn from them
 * and accepted with probability
 *
 * <pre>
 *   aᵢ = exp((qᵢ − q_max)/τ − (qᵢ − q_max)/τ₀) ≤ 1
 * </pre>
 *
 * else drawn again. Then P(i) ∝ wᵢ·aᵢ ∝ exp(qᵢ/τ₀)·exp(qᵢ/τ)/exp(qᵢ/τ₀) = exp(qᵢ/τ): softmax at τ. When the rejections since
 * the last making have cost about as much as a new making, all weights are made at τ. That moment depends on how many draws
 * were rejected, never on which action is accepted next, and a draw at τ₀ = τ is always accepted, so the distribution stays
 * what it was. A temperature that has risen above τ₀ makes all weights anew at once.
 *
 * <p>It takes other uniform numbers than {@link Policy#select} does. Weights too small to keep are treated as in
 * {@link IncrementalSampler}.
 */
final class RejectionSampler implements Sampler {
    /** The number of rejections, besides one per {@value #ACTIONS_PER_REJECTION} actions, after which the weights are made anew. */
    private static final int MAX_REJECTIONS = 8;

    private static final int ACTIONS_PER_REJECTION = 16;

    private final Schedule schedule;
    private final double[] values;
    private final WeightStore kept;
    private final double[] fresh;
    private final LargestTree largest;
    private double reference = Double.NaN;
    private double made = Double.NaN;
    private int rejections;

    RejectionSampler(Schedule schedule, double[] values) {
        this.schedule = schedule;
        this.values = values;
        this.kept = WeightStore.of(values.length);
        this.fresh = new double[values.length];
        this.largest = new LargestTree(values);
    }

    @Override
    public void changed(int action) {
        largest.set(action, values[action]);
        kept.set(action, weight(values[action]));
    }

    @Override
    public int draw(long step, UniformRandomProvider random) {
        double temperature = schedule.at(step);
        if (!(temperature > 0 && temperature <= made)) {
            make(temperature);
        }
        while (true) {
            double total = kept.total();
            if (!(total >= 0x1p-100 && total <= 0x1p100)) {
                make(temperature);
                total = kept.total();
            }
            int action = kept.draw(random.nextDouble() * total);
            if (accepts(values[action], temperature, random)) {
                return action;
            }
            if (++rejections > MAX_REJECTIONS + values.length / ACTIONS_PER_REJECTION) {
                make(temperature);
            }
        }
    }

    private boolean accepts(double value, double temperature, UniformRandomProvider random) {
        double best = largest.largest();
        if (value == best || temperature == made) {
            return true;
        }
        double excess = ValueChecks.logit(value, best, temperature) - ValueChecks.logit(value, best, made);
        return random.nextDouble() < Exp.of(excess);
    }

    private void make(double temperature) {
        Require.positive("temperature", temperature);
        made = temperature;
        reference = ValueChecks.best(values);
        rejections = 0;
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = weight(values[i]);
        }
        kept.setAll(fresh);
    }

    private double weight(double value) {
        double weight = Exp.of(ValueChecks.logit(value, reference, made));
        return weight < 0x1p-900 ? 0 : weight;
    }
}
