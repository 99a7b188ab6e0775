package kelvin.bandit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.bandit.slate.SlateBandit;
import kelvin.contract.Environment;
import kelvin.contract.Rewards;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.model.Features;
import kelvin.random.Seed;

/** A testbed: a family of problems, as a file names it; immutable, and the source of one bandit per repetition. */
@Stability(MAY_CHANGE)
public interface Testbed extends Environment {
    /**
     * Returns the number of arms of every bandit of this testbed.
     *
     * @return the number of arms, at least 1
     */
    int size();

    /**
     * Returns whether the means are drawn anew for each bandit, so that an arm's index means nothing across
     * repetitions.
     *
     * @return true if bandits differ in their means, false if arm i has one mean in all of them
     */
    boolean meansVary();

    /**
     * Returns the kind of rewards its arms pay.
     *
     * @return the narrowest kind that includes every reward
     */
    Rewards rewards();

    /**
     * Names the first arm whose rewards are not all of a kind.
     *
     * @param kind the rewards that a learner is made for
     * @return the arm with what it pays, such as {@code arm 1, Poisson[mean=3.0], gives rewards that are counts}; empty where no single
     *     arm is to blame
     */
    default Optional<String> armOutside(Rewards kind) {
        return Optional.empty();
    }

    /**
     * Returns the sub-Gaussian scale of the arms' noise around their means of the step.
     *
     * @return σ such that all rewards are σ-sub-Gaussian ({@link kelvin.contract.Guarantee}), in reward units; infinite if none is
     *     known. By default what {@link #rewards} can have at most
     */
    default double subGaussianScale() {
        return rewards().subGaussianScale();
    }

    /**
     * Returns whether a player may be shown the reward of every arm at every step.
     *
     * @return true unless a reward exists only for the arm that was pulled, or pulling changes an arm
     */
    default boolean fullInformation() {
        return true;
    }

    /**
     * Returns whether arms come and go.
     *
     * @return true if some arm may be closed at some step
     */
    default boolean closesArms() {
        return false;
    }

    /**
     * Returns how many features are seen before each decision.
     *
     * @return the features of every {@link Bandit#context}
     */
    default Features features() {
        return Features.NONE;
    }

    /**
     * Returns the names of the features, for tables and charts.
     *
     * @return a name for each shared feature, then for each of an action's own; features named {@code pixel_0_0}, {@code pixel_0_1},
     *     … are shown as a picture, by row and column
     */
    default List<String> featureNames() {
        return Stream.concat(
                        IntStream.rangeClosed(1, features().shared()).mapToObj(i -> "x" + i),
                        IntStream.rangeClosed(1, features().perAction()).mapToObj(i -> "z" + i))
                .toList();
    }

    /**
     * Returns the names of the arms, for charts.
     *
     * @return a name for each arm, or none where they have no names
     */
    default List<String> armNames() {
        return List.of();
    }

    /**
     * Returns the names of the groups that contexts are told apart by, so that regret can be shown for each.
     *
     * @return the names; none where contexts are all alike
     */
    default List<String> groups() {
        return List.of();
    }

    /**
     * Returns whether the mean of each arm in the present context is known.
     *
     * @return false for a log, which knows what was paid and no more; regret is then told by rewards
     */
    default boolean meansKnown() {
        return true;
    }

    /**
     * Returns whether regret is against the best fixed arm, although another may be better at a step.
     *
     * @return true if a player that does well at each step may have negative regret
     */
    default boolean fixedComparator() {
        return false;
    }

    /**
     * The steps after which the means change abruptly, where they are the same in every repetition.
     *
     * @return increasing, at least 1; empty for most testbeds
     */
    default List<Long> changes() {
        return List.of();
    }

    /**
     * Returns the lower bounds of regret on this testbed.
     *
     * @return what is proven of this problem; nothing where it changes or is drawn anew
     */
    default LowerBounds lowerBounds() {
        return LowerBounds.NONE;
    }

    /**
     * Returns the range of the number of arms in an answer.
     *
     * @return one, or the sizes of the slates that its {@link SlateBandit}s take
     */
    default SlateSizes slates() {
        return SlateSizes.ONE;
    }

    /**
     * Opens one realised problem.
     *
     * @param seed decides everything random about it
     * @param horizon how many steps it will be played; only worlds whose regret is told in hindsight depend on it
     * @return a bandit nobody has pulled yet; the same seed and horizon give the same bandit
     * @throws IllegalArgumentException if it cannot be played for so long
     */
    Bandit open(Seed seed, long horizon);
}
