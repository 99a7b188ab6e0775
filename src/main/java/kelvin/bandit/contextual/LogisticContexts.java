package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import kelvin.contract.Default;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.numeric.Exp;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;

/**
 * Arms that pay 1 with a probability that is a logistic function of the context, else 0.
 *
 * <pre>
 *   P(r = 1) = σ(η[a]) = 1/(1 + exp(−η[a])),   η[a] = θ[a]·(x, z[a])   disjoint,     θ·(x, z[a])   shared,     θ[a]·x + β·z[a]   hybrid
 *   θ, β ~ N(weights, weightStdDev²);   x = (1, N(0, 1) …), z[a] = (N(0, 1) …), drawn anew at every step
 * </pre>
 *
 * <p>With a weightStdDev of 0 the weights are the same in every repetition, else they are drawn anew for each. Regret is against the
 * best arm of each context. Cost per step: d + K·k draws, K·(d + k) products and K exponentials.
 *
 * @param arms K, the number of arms, at least 1
 * @param shared d, the number of features that all arms share, the constant included; at least 0
 * @param perAction k, the number of features of each arm, at least 0
 * @param layout which weights the arms share
 * @param weights the means of the weights, as in {@link LinearContexts}
 * @param weightStdDev the standard deviation of the weights between repetitions; finite and ≥ 0
 * @param constant whether the first shared feature is 1 at every step
 */
@Summary("arms that pay 1 with a probability that is a logistic function of what is seen")
@Stability(MAY_CHANGE)
public record LogisticContexts(
        int arms,
        @Default("0") int shared,
        @Default("0") int perAction,
        @Default("disjoint") Layout layout,
        @Default("[]") List<List<Double>> weights,
        @Default("0") double weightStdDev,
        @Default("true") boolean constant)
        implements Testbed {
    /** The range, in standard deviations, over which averages are integrated. */
    private static final double RANGE = 9;

    /** The most nodes of an integral per standard deviation. */
    private static final double MAX_NODES = 256;

    public LogisticContexts {
        weights = weights.stream().map(List::copyOf).toList();
        new LinearWeights(arms, new Features(shared, perAction), layout, weights, weightStdDev);
    }

    @Override
    public int size() {
        return arms;
    }

    @Override
    public boolean meansVary() {
        return weightStdDev > 0;
    }

    @Override
    public Rewards rewards() {
        return Rewards.BINARY;
    }

    @Override
    public Features features() {
        return new Features(shared, perAction);
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        LinearPredictor predictor =
                new LinearWeights(arms, features(), layout, weights, weightStdDev).draw(seed.child("weights"));
        FeatureSource source = new FeatureSource(constant, new Gaussian(0, 1), seed.child("contexts"));
        Context context = new Context(arms, features());
        double[] means = new double[arms];
        int first = source.first(context);
        for (int arm = 0; arm < arms; arm++) {
            means[arm] = average(predictor.of(arm), first);
        }
        return ContextBandit.of(new Bernoulli(0.5), means, context, seed, (step, now) -> {
            source.draw(context);
            predictor.predict(context, now);
            for (int arm = 0; arm < now.length; arm++) {
                now[arm] = Sigmoid.of(now[arm]);
            }
        });
    }

    /**
     * Returns the mean of σ(η) over contexts, where η ~ N(m, s²): by the trapezoidal rule, whose error is near 10⁻¹⁷ up to s = 128 and
     * at most 10⁻³ beyond, where σ is nearly a step.
     */
    private static double average(double[] weights, int first) {
        double mean = first == 1 ? weights[0] : 0;
        double squares = 0;
        for (int i = first; i < weights.length; i++) {
            squares += weights[i] * weights[i];
        }
        double stdDev = Math.sqrt(squares);
        int nodes = (int) (RANGE * Math.min(MAX_NODES, 2 * Math.max(1, stdDev)));
        double sum = 0;
        double total = 0;
        for (int node = -nodes; node <= nodes; node++) {
            double z = RANGE * node / nodes;
            double density = Exp.of(-z * z / 2);
            total += density;
            sum += density * Sigmoid.of(mean + stdDev * z);
        }
        return sum / total;
    }
}
