/**
 * Decisions that can be accounted for, in a program that decides and learns at the same time, restarts and is killed.
 *
 * <p>Start with {@link kelvin.decision.DecisionMaker}: {@code decide} answers with a {@link kelvin.decision.Decision},
 * {@code reward} may come late, twice or never, and {@link kelvin.decision.Rules} say what it goes by. Given a folder it keeps a
 * journal and snapshots of its {@link kelvin.decision.State}; {@link kelvin.decision.Redraw} draws every decision of a journal
 * again. {@link kelvin.decision.DecisionMakers} holds one for each of many contexts.
 *
 * <p>Needs Commons RNG only. Imports {@code policy}, {@code schedule}, {@code random}, {@code contract}, {@code json} and {@code file}; reads and
 * writes the files of its folder and no others.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.decision;

import org.jspecify.annotations.NullMarked;
