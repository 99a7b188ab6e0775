package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.numeric.Tanh;
import kelvin.policy.ActionSelector;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Value-difference based exploration: the more the last rewards moved the estimates, the more it explores.
 *
 * <pre>
 *   q[a] ← q[a] + Δ,   ε ← δ·tanh(|Δ|/(2σ)) + (1 − δ)·ε,   δ = 1/n,   ε starts at 1
 *   with probability ε the exploring policy, else the best action
 * </pre>
 *
 * <p>tanh(x/2) = (1 − e⁻ˣ)/(1 + e⁻ˣ) is a sigmoid, stretched to (−1, 1): every change of an estimate is a vote for or against
 * exploring, as much as it exceeds σ. With {@code Uniform} as the exploring policy this is VDBE, with a {@code Softmax}
 * VDBE-Softmax, whose temperature here is in reward units: values are not rescaled to [−1, 1], so that gaps keep
 * their meaning. Cost per step: the policy's, plus one update.
 *
 * @param inverseSensitivity σ, in reward units; finite and &gt; 0. Changes far below it end exploration, changes far above it
 *     keep it up
 * @param explore the rule of exploring choices, constant or annealed
 * @param initialValue the estimate of an action without rewards, in reward units; finite
 * @param stepSize α, by the number of rewards an action has given; Δ = α·(r − q[a])
 * @see <a href="https://doi.org/10.1007/978-3-642-16111-7_23">Tokic (2010), Adaptive ε-greedy exploration in reinforcement
 *     learning based on value differences</a>
 * @see <a href="https://doi.org/10.1007/978-3-642-24455-1_33">Tokic and Palm (2011), Value-difference based exploration:
 *     adaptive control between epsilon-greedy and softmax</a>
 */
@Summary("the best arm, but explores with a probability that follows how much rewards still move the estimates")
@Stability(STABLE)
public record Vdbe(
        double inverseSensitivity,
        @Default("{Uniform: {}}") PolicySchedule explore,
        @Default("0") double initialValue,
        @Default("{InverseCount: {start: 1}}") Schedule stepSize)
        implements LearnerSpec {
    public Vdbe {
        Require.positive("inverseSensitivity", inverseSensitivity);
        Require.finite("initialValue", initialValue);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.HISTORY;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(this, problem.actions(), random);
    }

    private static final class Player implements Learner {
        private final double inverseSensitivity;
        private final UniformRandomProvider random;
        private final Estimates estimates;
        private final ActionSelector explorer;
        private final ActionSelector exploiter;
        private final double[] scratch;
        private final BitSet open = new BitSet();
        private double epsilon = 1;

        Player(Vdbe spec, int actions, UniformRandomProvider random) {
            this.inverseSensitivity = spec.inverseSensitivity;
            this.random = random;
            this.estimates = new Estimates(actions, spec.initialValue, spec.stepSize);
            this.scratch = new double[actions];
            double[] values = new double[actions];
            Arrays.fill(values, spec.initialValue);
            this.explorer = new ActionSelector(spec.explore, values, random);
            this.exploiter = new ActionSelector(new Greedy(), values, random);
            this.open.set(0, actions);
        }

        @Override
        public int select(long step) {
            return random.nextDouble() < epsilon ? explorer.select(step) : exploiter.select(step);
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            explorer.probabilities(step, scratch);
            exploiter.probabilities(step, out);
            for (int i = 0; i < out.length; i++) {
                out[i] = epsilon * scratch[i] + (1 - epsilon) * out[i];
            }
            return true;
        }

        @Override
        public boolean values(long step, double[] out) {
            return estimates.values(out);
        }

        @Override
        public void observe(long step, int action, double reward) {
            double before = estimates.value(action);
            double change = Math.abs(estimates.update(action, reward) - before);
            double weight = 1.0 / scratch.length;
            epsilon = weight * Tanh.of(change / inverseSensitivity / 2) + (1 - weight) * epsilon;
            if (open.get(action)) {
                show(action, estimates.value(action));
            }
        }

        @Override
        public void open(BitSet actions) {
            open.clear();
            open.or(actions);
            for (int i = 0; i < scratch.length; i++) {
                show(i, open.get(i) ? estimates.value(i) : Double.NEGATIVE_INFINITY);
            }
        }

        private void show(int action, double value) {
            explorer.set(action, value);
            exploiter.set(action, value);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("estimates", estimates);
            fields.part("explorer", explorer);
            fields.part("exploiter", exploiter);
            OpenActions.state(fields, open, scratch.length);
            epsilon = fields.real("epsilon", epsilon);
        }
    }
}
