package kelvin.bandit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import kelvin.contract.Stability;

/**
 * Lower bounds of regret, as coefficients; {@code NaN} where nothing is proven.
 *
 * <pre>
 *   Lai–Robbins   lim inf R(t)/ln t ≥ Σ Δ[a]/KL(a ‖ μ*),   the sum over arms with gap Δ[a] &gt; 0
 *   minimax       R(t) ≥ σ·√((K − 1)·t)/27 for K Gaussian arms,   ≥ √(K·t)/20 for K Bernoulli arms,   t ≥ K
 * </pre>
 *
 * <p>The first holds for learners that are consistent, on this very problem, and in the limit: at a finite step regret may lie
 * below the line. The second holds at every step, but on the worst problem of its kind: on this one regret may lie below.
 *
 * @param laiRobbins what ln t is multiplied by
 * @param minimax what √t is multiplied by, from as many steps as there are arms
 * @see <a href="https://doi.org/10.1016/0196-8858(85)90002-8">Lai and Robbins (1985), Asymptotically efficient adaptive
 *     allocation rules</a>
 * @see <a href="https://tor-lattimore.com/downloads/book/book.pdf">Lattimore and Szepesvári (2020), Bandit algorithms, theorem
 *     15.2, for Gaussian arms</a>
 * @see <a href="https://doi.org/10.1137/S0097539701398375">Auer, Cesa-Bianchi, Freund and Schapire (2002), The nonstochastic
 *     multiarmed bandit problem, for Bernoulli arms</a>
 */
@Stability(MAY_CHANGE)
public record LowerBounds(double laiRobbins, double minimax) {
    /** Bounds of which none is proven. */
    public static final LowerBounds NONE = new LowerBounds(Double.NaN, Double.NaN);

    /**
     * Returns the bounds of a stationary problem.
     *
     * @param kinds what each arm is, whatever its own mean
     * @param means the mean of each arm
     * @return its bounds
     */
    public static LowerBounds of(List<? extends Arm> kinds, double[] means) {
        double best = Double.NEGATIVE_INFINITY;
        for (double mean : means) {
            best = Math.max(best, mean);
        }
        double sum = 0;
        for (int arm = 0; arm < means.length; arm++) {
            double gap = best - means[arm];
            sum += gap > 0 ? gap / kinds.get(arm).divergence(means[arm], best) : 0;
        }
        return new LowerBounds(sum > 0 ? sum : Double.NaN, minimax(kinds));
    }

    private static double minimax(List<? extends Arm> kinds) {
        int arms = kinds.size();
        if (arms > 1 && kinds.stream().allMatch(Bernoulli.class::isInstance)) {
            return Math.sqrt(arms) / 20;
        } else if (arms > 1
                && kinds.get(0) instanceof Gaussian first
                && kinds.stream().allMatch(kind -> kind instanceof Gaussian g && g.stdDev() == first.stdDev())) {
            return first.stdDev() * Math.sqrt(arms - 1.0) / 27;
        }
        return Double.NaN;
    }
}
