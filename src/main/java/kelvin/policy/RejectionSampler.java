package kelvin.policy;

import kelvin.contract.Require;
import kelvin.contract.StateFields;
import kelvin.numeric.Exp;
import kelvin.numeric.LargestTree;
import kelvin.numeric.Sigmoid;
import kelvin.numeric.WeightStore;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Samples exactly from a softmax or gates whose temperature falls, by rejection from stale weights, without recomputing all
 * weights at every step.
 *
 * <p>Weights wᵢ(τ₀) are kept at the temperature τ₀ ≥ τ at which they were last made. Action i is drawn from them and accepted
 * with probability aᵢ = wᵢ(τ)/wᵢ(τ₀)/M ≤ 1, M the same for all, else drawn again. Then P(i) ∝ wᵢ(τ₀)·aᵢ ∝ wᵢ(τ). When the rejections
 * since the last making have cost about as much as a new making, all weights are made at τ. That moment depends on how many draws
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

    /** A family of weights by temperature. */
    interface Family {
        /**
         * Returns the weight of a value at a temperature, in proportion to others with the same reference.
         *
         * @param reference the best value once, about which weights neither overflow nor underflow; {@code NaN} before there is one
         */
        double weight(double value, double reference, double temperature);

        /**
         * Returns the probability to accept a value drawn at one temperature for another.
         *
         * @param best the largest value
         * @param made the temperature of the draw, not below the other
         */
        double acceptance(double value, double best, double temperature, double made);
    }

    /**
     * The weights of {@link Softmax}.
     *
     * <pre>
     *   aᵢ = exp((qᵢ − q_max)/τ − (qᵢ − q_max)/τ₀)
     * </pre>
     */
    record Exponentials() implements Family {
        @Override
        public double weight(double value, double reference, double temperature) {
            return Exp.of(ValueChecks.logit(value, reference, temperature));
        }

        @Override
        public double acceptance(double value, double best, double temperature, double made) {
            return value == best
                    ? 1
                    : Exp.of(ValueChecks.logit(value, best, temperature) - ValueChecks.logit(value, best, made));
        }
    }

    /**
     * The weights of {@link SigmoidGate}: ratios to the gate of the reference where that lies below the threshold, and gates
     * themselves elsewhere. No action gains more than the best one as long as that lies below; and no gate ever gains more than
     *
     * <pre>
     *   σ(x·τ₀/τ)/σ(x) ≤ (τ₀/τ)ᶜ ≤ 1 + c·(τ₀/τ − 1),   c = max y·σ(−y) = 0.27846…,   and 2
     * </pre>
     *
     * @param threshold θ
     */
    record Gates(double threshold) implements Family {
        private static final double MAX_GAIN = 0.27847;

        @Override
        public double weight(double value, double reference, double temperature) {
            return reference > threshold
                    ? Sigmoid.of(ValueChecks.logit(value, threshold, temperature))
                    : ratio(value, reference, temperature);
        }

        @Override
        public double acceptance(double value, double best, double temperature, double made) {
            if (best > threshold) {
                double now = Sigmoid.of(ValueChecks.logit(value, threshold, temperature));
                double then = Sigmoid.of(ValueChecks.logit(value, threshold, made));
                return now / (then * Math.min(2, 1 + MAX_GAIN * (made / temperature - 1)));
            }
            return value == best ? 1 : ratio(value, best, temperature) / ratio(value, best, made);
        }

        /** Returns σ(x)/σ(y) for the values' x and y, finite for y ≤ 0 as long as it is a double. */
        private double ratio(double value, double reference, double temperature) {
            double x = Exp.of(ValueChecks.logit(value, threshold, temperature));
            double y = Exp.of(ValueChecks.logit(reference, threshold, temperature));
            return Exp.of(ValueChecks.logit(value, reference, temperature)) * ((1 + y) / (1 + x));
        }
    }

    private final Family family;
    private final Schedule schedule;
    private final double[] values;
    private final WeightStore kept;
    private final double[] fresh;
    private final LargestTree largest;
    private double reference = Double.NaN;
    private double made = Double.NaN;
    private int rejections;

    RejectionSampler(Family family, Schedule schedule, double[] values) {
        this.family = family;
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
        if (temperature == made) {
            return true;
        }
        double acceptance = family.acceptance(value, largest.largest(), temperature, made);
        return acceptance >= 1 || random.nextDouble() < acceptance;
    }

    private void make(double temperature) {
        Require.positive("temperature", temperature);
        made = temperature;
        reference = ValueChecks.best(values);
        rejections = 0;
        weigh();
    }

    @Override
    public void state(StateFields fields) {
        reference = fields.real("reference", reference);
        made = fields.real("made", made);
        rejections = fields.whole("rejections", rejections, 0, Integer.MAX_VALUE);
        if (fields.loading()) {
            for (int i = 0; i < values.length; i++) {
                largest.set(i, values[i]);
            }
            weigh();
        }
    }

    private void weigh() {
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = weight(values[i]);
        }
        kept.setAll(fresh);
    }

    private double weight(double value) {
        double weight = family.weight(value, reference, made);
        return weight < 0x1p-900 ? 0 : weight;
    }
}
