package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Sigmoid;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A policy behind stochastic gates: each action's gate opens at random on its own, one policy chooses among the open
 * gates, and another where none is open.
 *
 * <pre>
 *   P(gate i open) = σ((q[i] − θ)/τ),   σ(x) = 1/(1 + e⁻ˣ), independently
 *   p[i] = Σ over sets S of open gates  P(S)·among[i | S]  +  P(no gate open)·otherwise[i]
 * </pre>
 *
 * <p>It differs from {@link SigmoidGate}, which divides the gates by their sum: here a gate decides whether an action is
 * good enough this time, and what counts afterwards is up to {@code among}. {@code among} is told the values, with −∞ for
 * closed gates; {@code otherwise} is told all values.
 *
 * <p>The propensities are exact, not estimates: for {@link Softmax} and {@link Uniform} with any number of actions, for any
 * other {@code among} while at most 20 gates can open; with more, a decision fails. A gate can open if its probability is
 * above 0 as a double, (q − θ)/τ &gt; −745.
 *
 * @implNote Softmax and Uniform: a quadrature whose absolute error is below 10⁻¹⁵ for 20 actions and 10⁻¹³ for 1000, and which
 *     keeps 12 digits of probabilities down to 10⁻³⁰⁰; under 0.5 ms for 10 actions, about 50 ms for 1000. Others: 2ⁿ
 *     evaluations of {@code among}; for 20 gates 0.6 s with a Greedy, half a minute with a Tsallis. A draw does none of that:
 *     it opens the gates and asks {@code among} or {@code otherwise}.
 * @param threshold θ, the value at which a gate is half open, in reward units; finite
 * @param temperature τ, the width of the gates, in reward units; finite and &gt; 0
 * @param among chooses among the open gates
 * @param otherwise chooses where no gate is open
 */
@Summary(
        "each gate opens on its own with probability σ((q − threshold)/temperature); a policy chooses among the open ones")
@Stability(STABLE)
public record Gated(
        double threshold,
        double temperature,
        @Default("{Uniform: {}}") Policy among,
        @Default("{Uniform: {}}") Policy otherwise)
        implements DirectPolicy, Tempered {
    public Gated {
        Require.finite("threshold", threshold);
        Require.positive("temperature", temperature);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        ValueChecks.best(values, out);
        double none = 1;
        double[] ascending = work.sorted(0, values);
        for (double value : ascending) {
            none *= noGate(value);
        }
        double[] chosen = work.array(1, values.length);
        choose(values, ascending, chosen, work);
        work.part(1).probabilities(otherwise, values, out);
        for (int i = 0; i < out.length; i++) {
            out[i] = chosen[i] + none * out[i];
        }
        Weights.normalise(out);
    }

    /**
     * Draws by the definition: opens each gate at random, then chooses; a gate that 53 random bits cannot tell from a
     * closed one stays closed.
     */
    @Override
    public int select(double[] values, UniformRandomProvider random, Workspace work) {
        ValueChecks.best(values);
        double[] present = work.array(0, values.length);
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            double gate = gate(values[i]);
            boolean opens = random.nextDouble() < gate && gate >= 0x1p-53;
            present[i] = opens ? values[i] : Double.NEGATIVE_INFINITY;
            any |= opens;
        }
        return any ? work.part(0).select(among, present, random) : work.part(1).select(otherwise, values, random);
    }

    @Override
    public Gated with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "threshold" -> new Gated(value, temperature, among, otherwise);
            case "temperature" -> new Gated(threshold, value, among, otherwise);
            case "among." ->
                new Gated(threshold, temperature, among.with(ParameterPath.tail(parameter), value), otherwise);
            case "otherwise." ->
                new Gated(threshold, temperature, among, otherwise.with(ParameterPath.tail(parameter), value));
            default ->
                throw new InvalidValue(
                        "parameter", parameter, "threshold, temperature, or among. or otherwise. and a number of it");
        };
    }

    /** Returns the probability that the gate of an action with this value is open. */
    double gate(double value) {
        return Sigmoid.of(ValueChecks.logit(value, threshold, temperature));
    }

    /** Returns the probability that it is closed, with all its digits where that is small. */
    double noGate(double value) {
        return Sigmoid.of(-ValueChecks.logit(value, threshold, temperature));
    }

    private void choose(double[] values, double[] ascending, double[] chosen, Workspace work) {
        if (among instanceof Softmax softmax) {
            race(work).probabilities(this, softmax.temperature(), values, ascending, chosen);
        } else if (among instanceof Uniform) {
            race(work).probabilities(this, Double.POSITIVE_INFINITY, values, ascending, chosen);
        } else {
            work.object(GateSubsets.class, GateSubsets::new).probabilities(this, values, chosen, work.part(0));
        }
    }

    private static GateRace race(Workspace work) {
        return work.object(GateRace.class, GateRace::new);
    }
}
