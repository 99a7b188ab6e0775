/**
 * Exact expectations of learners: regret, its spread and the choices at every step, without simulation.
 *
 * <p>Start with {@link kelvin.exact.BernoulliProblem}. Learners that recall counts and sums are followed through every state these can
 * have, others through every path of choices and rewards; so it is for few arms and short horizons. Imports {@code learner},
 * {@code numeric}, {@code random} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.exact;

import org.jspecify.annotations.NullMarked;
