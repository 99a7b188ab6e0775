/**
 * Softmax models of choices made by people, animals or other programs: maximum-likelihood fits, model comparison and
 * parameter recovery.
 *
 * <p>Start with {@link kelvin.choice.ChoiceModel}: {@code fit} finds the parameters that make a
 * {@link kelvin.choice.ChoiceSequence} likeliest, as a {@link kelvin.choice.ChoiceFit} with standard errors, intervals, AIC and BIC, and in
 * words where there is none ({@link kelvin.choice.Identification}); {@link kelvin.choice.HierarchicalFit} fits several choosers at
 * once; {@link kelvin.choice.Recovery} simulates choosers of known parameters and tells how well fitting finds them again. The only
 * package that knows Hipparchus. Imports {@code policy}, {@code numeric}, {@code random} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.choice;

import org.jspecify.annotations.NullMarked;
