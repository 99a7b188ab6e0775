/**
 * Classifiers fitted to rows of which the right class is known: logistic and multinomial regression, discriminant analysis, naive Bayes.
 *
 * <p>Start with {@link kelvin.model.classifier.ClassifierSpec}, the description of a classifier, whose {@code fit} gives a
 * {@link kelvin.model.classifier.Classifier}: logits and probabilities of the classes. Where one class is right, these end in a softmax;
 * where several may be, in a sigmoid gate each. A new classifier is one record in this package that implements {@code ClassifierSpec} and
 * carries a {@link kelvin.contract.Summary}. {@code kelvin.learner.contextual.FittedClassifier} chooses actions by one.
 *
 * <p>Imports {@code contract}, {@code numeric} and {@code model}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.model.classifier;

import org.jspecify.annotations.NullMarked;
