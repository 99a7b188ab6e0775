/**
 * Models of action values: what is seen before a decision, and what each action is then expected to pay.
 *
 * <p>Start with {@link kelvin.model.Context}, the numbers that are seen, and {@link kelvin.model.Model}, which turns them into a
 * predicted reward for each action, says how sure it is, and learns from rewards. A model is described by an immutable
 * {@link kelvin.model.ModelSpec} named in YAML; a new one is one record in this package that implements {@code ModelSpec} and carries
 * a {@link kelvin.contract.Summary}. Any policy may decide on top of any model: {@code kelvin.learner.contextual.ContextualLearner}.
 *
 * <p>{@link kelvin.model.Ridge}, {@link kelvin.model.Logistic}, {@link kelvin.model.Means} and {@link kelvin.model.Bag} know how sure
 * they are and can be drawn from, {@link kelvin.model.Clusters} where the model inside does. {@link kelvin.model.LinearSgd},
 * {@link kelvin.model.LogisticSgd}, {@link kelvin.model.Neighbours}, {@link kelvin.model.NaiveBayes} and
 * {@link kelvin.model.Discriminant} give predictions only, as do the neural networks of {@code kelvin.model.network}; a bag of them
 * gives both. Classifiers that are fitted to rows whose right answers are known are in {@code kelvin.model.classifier}.
 *
 * <p>Imports {@code contract}, {@code numeric} and {@code random}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.model;

import org.jspecify.annotations.NullMarked;
