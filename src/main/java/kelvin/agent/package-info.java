/**
 * Agents that learn to act in worlds with states, each under any policy of Kelvin's.
 *
 * <p>Start with {@link kelvin.agent.AgentSpec}, the immutable description named in YAML, and {@link kelvin.agent.Agent}, the mutable
 * player of one run that it creates. {@link kelvin.agent.QLearning}, {@link kelvin.agent.Sarsa},
 * {@link kelvin.agent.ExpectedSarsa} and {@link kelvin.agent.DoubleQLearning} learn the value of every action in every state;
 * {@link kelvin.agent.Reinforce} and {@link kelvin.agent.ActorCritic} learn preferences along exact gradients;
 * {@link kelvin.agent.Uct} searches ahead in a {@link kelvin.agent.TransitionModel}. A new agent is one record in this package that
 * implements {@code AgentSpec} and carries a {@link kelvin.contract.Summary}.
 *
 * <p>An agent is told numbers of states and actions and nothing of the world behind them: {@code world} is not imported. The step of
 * a policy schedule counts episodes here, from 1; in {@code Uct} it counts the visits of a node. Imports {@code policy},
 * {@code schedule}, {@code numeric} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.agent;

import org.jspecify.annotations.NullMarked;
