/**
 * Numerical kernels: exponentials, sigmoids, compensated sums, weighted draws, roots, divergences, gamma and beta functions.
 *
 * <p>Start with {@link kelvin.numeric.Exp} and {@link kelvin.numeric.Weights}: a softmax is {@code Exp.all} of the distances
 * from the best value, then {@code Weights.normalise} or {@code Weights.draw}. All kernels give the
 * same bits on every machine. Numbers out of the ranges stated are not checked.
 *
 * <ul>
 *   <li>Functions: {@link kelvin.numeric.Exp} eˣ, {@link kelvin.numeric.Expm1} eˣ − 1, {@link kelvin.numeric.Log} ln x,
 *       {@link kelvin.numeric.Log1p} ln(1 + x), {@link kelvin.numeric.Pow} xʸ, {@link kelvin.numeric.Trigonometric} sine and cosine,
 *       {@link kelvin.numeric.Tanh} hyperbolic tangent, {@link kelvin.numeric.Sigmoid} σ(x), ln σ(x) and softplus,
 *       {@link kelvin.numeric.LogLoss} and {@link kelvin.numeric.CrossEntropy} losses of classifiers from their logits,
 *       {@link kelvin.numeric.BetaFunction} density, tails and quantiles of the beta distribution
 *   <li>Sums and draws: {@link kelvin.numeric.NeumaierSum} compensated sum, {@link kelvin.numeric.Weights} sum, normalise, draw,
 *       {@link kelvin.numeric.WeightStore} draws while single weights change, {@link kelvin.numeric.ArgMax} arg max with ties at
 *       random, {@link kelvin.numeric.LargestTree} maximum while single numbers change, {@link kelvin.numeric.Leader} the place of a single one, {@link kelvin.numeric.Selection} the k
 *       largest in linear time
 *   <li>Least squares: {@link kelvin.numeric.GivensFactor} a triangular factor updated by rotations
 *   <li>Distributions: {@link kelvin.numeric.GammaSampler} normal, gamma and beta variates,
 *       {@link kelvin.numeric.CountSampler} Poisson and binomial variates, {@link kelvin.numeric.TruncatedNormalSampler} normal
 *       variates between bounds, {@link kelvin.numeric.Divergence} and {@link kelvin.numeric.KlDivergence} Kullback–Leibler divergences and their upper confidence bounds
 *   <li>Solvers: {@link kelvin.numeric.Root} zero of an increasing function, {@link kelvin.numeric.InverseTemperature} the temperature of a
 *       Gibbs distribution with a stated entropy, mean or weight, {@link kelvin.numeric.Simplex} projection on the simplex
 *   <li>Statistics: {@link kelvin.numeric.Moments} running means and standard errors
 *   <li>Text: {@link kelvin.numeric.ShortestDecimal} the shortest decimal that is read back to the same bits
 * </ul>
 *
 * <p>Imports {@code contract} and Commons RNG.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.numeric;

import org.jspecify.annotations.NullMarked;
