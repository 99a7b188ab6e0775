package kelvin.page;

import kelvin.contract.InvalidValue;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.temperature.BestProbability;
import kelvin.policy.temperature.EffectiveActions;
import kelvin.policy.temperature.ExpectedLoss;
import kelvin.policy.temperature.SolvedTemperature;
import kelvin.policy.temperature.TargetEntropy;
import kelvin.policy.temperature.TemperatureFor;
import kelvin.policy.temperature.TemperedSoftmax;
import kelvin.policy.temperature.ValueGaps;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.teavm.jso.JSExport;

/**
 * The numbers of the view "One decision", for its scripts: every function is pure, and none computes a probability of its own.
 *
 * <p>Values are those of {@link Policy#probabilities(double[])}: −∞ closes an action, and at least one is finite. τ is above 0.
 */
public final class Decision {
    private Decision() {}

    /** Returns the softmax of the values. */
    @JSExport
    public static double[] softmax(double[] values, double temperature) {
        return new Softmax(temperature).probabilities(values);
    }

    /** Returns the sigmoid of each value on its own, σ(q/τ). */
    @JSExport
    public static double[] gates(double[] values, double temperature) {
        double[] open = new double[values.length];
        new IndependentGates(0, temperature).inclusion(values, open);
        return open;
    }

    /** Returns, for each action, the probability that its gate is open and no other is. */
    @JSExport
    public static double[] onlyOpen(double[] values, double temperature) {
        IndependentGates gates = new IndependentGates(0, temperature);
        double[] alone = new double[values.length];
        for (int i = 0; i < alone.length; i++) {
            boolean[] subset = new boolean[values.length];
            subset[i] = true;
            alone[i] = Exp.of(gates.logProbability(values, subset));
        }
        return alone;
    }

    /** Returns entropy in nats, effective actions, P(best) and the expected loss of the softmax, in this order. */
    @JSExport
    public static double[] measures(double[] values, double temperature) {
        TemperedSoftmax softmax = new ValueGaps().of(values).at(temperature);
        double entropy = softmax.entropy();
        return new double[] {entropy, Exp.of(entropy), softmax.bestProbability(), softmax.loss()};
    }

    /** Returns the temperature at which a measure has a value, by its place in {@link #measures}; {@code NaN} where there is none. */
    @JSExport
    public static double temperature(double[] values, int measure, double target) {
        TemperatureFor wanted =
                switch (measure) {
                    case 0 -> new TargetEntropy(target);
                    case 1 -> new EffectiveActions(target);
                    case 2 -> new BestProbability(target);
                    default -> new ExpectedLoss(target);
                };
        SolvedTemperature solved = wanted.temperature(values);
        return solved.reached() && solved.temperature() > 0 && solved.temperature() < Double.POSITIVE_INFINITY
                ? solved.temperature()
                : Double.NaN;
    }

    /** Returns the first uniform numbers of a seed; the very first is that of {@code kelvin explain --seed}. */
    @JSExport
    public static double[] uniforms(int seed, int count) {
        UniformRandomProvider random = Seed.of(seed).child("draw").generator();
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextDouble();
        }
        return numbers;
    }

    /** Returns the actions that a softmax draws with {@link #uniforms}. */
    @JSExport
    public static int[] draws(double[] values, double temperature, int seed, int count) {
        return draws(new Softmax(temperature), values, seed, count);
    }

    private static int[] draws(Policy policy, double[] values, int seed, int count) {
        UniformRandomProvider random = Seed.of(seed).child("draw").generator();
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = policy.select(values, random);
        }
        return drawn;
    }

    /** Returns why a policy of {@link Policies} cannot choose between the values; empty if it can. */
    @JSExport
    public static String obstacle(String policy, double number, double[] values, double temperature) {
        try {
            chosen(policy, number, values, temperature);
            return "";
        } catch (InvalidValue e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Returns the probabilities of a policy without {@link #obstacle}. */
    @JSExport
    public static double[] chosen(String policy, double number, double[] values, double temperature) {
        return Policies.of(policy, temperature, number).probabilities(values);
    }

    /** Returns the actions that a policy without {@link #obstacle} draws with {@link #uniforms}. */
    @JSExport
    public static int[] chosenDraws(String policy, double number, double[] values, double temperature, int seed, int count) {
        return draws(Policies.of(policy, temperature, number), values, seed, count);
    }

    /** Returns what {@link #measures} does, of any probabilities. */
    @JSExport
    public static double[] measuresOf(double[] values, double[] probabilities) {
        double top = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            top = Math.max(top, value);
        }
        double entropy = 0;
        double best = 0;
        double loss = 0;
        for (int i = 0; i < values.length; i++) {
            double p = probabilities[i];
            if (p > 0) {
                entropy -= p * Log.of(p);
                best += values[i] == top ? p : 0;
                loss += p * (top - values[i]);
            }
        }
        return new double[] {entropy, Exp.of(entropy), best, loss};
    }
}
