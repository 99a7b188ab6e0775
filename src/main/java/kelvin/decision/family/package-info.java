/**
 * Families of decision makers: many contexts (pages, countries, devices), each with estimates of its own, under one root folder.
 *
 * <p>Start with {@link kelvin.decision.family.DecisionMakers}: {@code with(name, use)} runs an operation on the decision maker of a
 * name, which is opened when it is needed and let go when another needs its place.
 *
 * <p>Needs Commons RNG only. Imports {@code decision} and what that imports; reads and writes below its root folder.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.decision.family;

import org.jspecify.annotations.NullMarked;
