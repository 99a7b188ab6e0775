package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Guarantee;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Rewards;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.learner.slate.SlateLearner;
import org.apache.commons.rng.UniformRandomProvider;

/** The immutable description of a learner, as a file names it, and what it needs of a world. */
@Stability(STABLE)
public interface LearnerSpec extends PlayerSpec {
    /**
     * Creates a fresh player for one run.
     *
     * @param problem how many actions there are, and how long the run is
     * @param random the player's own stream of random numbers
     * @return a player that has seen nothing yet
     * @throws IllegalArgumentException if this learner cannot play that problem
     */
    Learner create(BanditTask problem, UniformRandomProvider random);

    /**
     * Returns the kind of rewards this learner is made for; others fail the run.
     *
     * @return what rewards may be
     */
    default Rewards rewards() {
        return Rewards.REAL;
    }

    /**
     * Returns the rewards for which the proof about this learner holds, where they are fewer than {@link #rewards} lets
     * it play.
     *
     * @return the guarantee; nothing where none is stated, or it holds for all rewards that this learner is made for
     */
    default Optional<Guarantee> guarantee() {
        return Optional.empty();
    }

    /**
     * Returns whether players decide by what they {@linkplain Learner#see see} before a decision, and cannot do without.
     *
     * @return true if so; false for players that are blind, whatever the world shows
     */
    default boolean contextual() {
        return false;
    }

    /**
     * Returns whether players must see the reward of every action at every step, not only of the one they chose; they
     * are then {@link FullInformation} players.
     *
     * @return true if so
     */
    default boolean fullInformation() {
        return false;
    }

    /**
     * Returns whether players are {@link Recommender}s.
     *
     * @return true if so
     */
    @Override
    default boolean recommends() {
        return false;
    }

    /**
     * Returns the sufficient history: the part of the past that decides the choice probabilities of players, besides
     * the step; it decides how exactly they can be computed.
     *
     * @return the least that is enough to know
     */
    default SufficientHistory sufficientHistory() {
        return SufficientHistory.MORE;
    }

    /**
     * Returns whether players can do without an action for a while: whether they understand {@link Learner#open}.
     *
     * @return true if so
     */
    default boolean closableArms() {
        return false;
    }

    /**
     * Returns the range of the number of actions that players answer with.
     *
     * @param actions how many there are to choose from
     * @return one, unless players are {@link SlateLearner}s
     */
    default SlateSizes slates(int actions) {
        return SlateSizes.ONE;
    }
}
