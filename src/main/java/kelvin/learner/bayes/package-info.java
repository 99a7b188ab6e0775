/**
 * Learners that keep a posterior of every mean: Thompson sampling, Bayes-UCB, Gittins indices, information-directed and top-two sampling.
 *
 * <p>Start with {@link kelvin.learner.bayes.ThompsonBeta}. {@link kelvin.learner.bayes.PosteriorSampling} plays any posterior that can be drawn from.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.bayes;

import org.jspecify.annotations.NullMarked;
