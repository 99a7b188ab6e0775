package kelvin.bandit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.model.Features;

/** A testbed that delegates to another one in all but a few questions. */
@Stability(MAY_CHANGE)
public interface DelegatingTestbed extends Testbed {
    /**
     * Returns the testbed that answers all questions which are not overridden.
     *
     * @return the same testbed at every call
     */
    Testbed testbed();

    /**
     * Requires of a testbed that it takes one action at a step, as whatever passes on no slates of its own accord does.
     *
     * @param name the parameter's name
     * @param testbed its value
     */
    static void requireSingleActions(String name, Testbed testbed) {
        Require.that(testbed.slates().equals(SlateSizes.ONE), name, testbed, "one that takes one action at a step");
    }

    @Override
    default int size() {
        return testbed().size();
    }

    @Override
    default boolean meansVary() {
        return testbed().meansVary();
    }

    @Override
    default Rewards rewards() {
        return testbed().rewards();
    }

    @Override
    default Optional<String> armOutside(Rewards kind) {
        return testbed().armOutside(kind);
    }

    @Override
    default double subGaussianScale() {
        return testbed().subGaussianScale();
    }

    @Override
    default boolean fullInformation() {
        return testbed().fullInformation();
    }

    @Override
    default Features features() {
        return testbed().features();
    }

    @Override
    default List<String> featureNames() {
        return testbed().featureNames();
    }

    @Override
    default List<String> armNames() {
        return testbed().armNames();
    }

    @Override
    default boolean meansKnown() {
        return testbed().meansKnown();
    }

    @Override
    default boolean fixedComparator() {
        return testbed().fixedComparator();
    }

    @Override
    default List<Long> changes() {
        return testbed().changes();
    }

    @Override
    default List<String> groups() {
        return testbed().groups();
    }

    @Override
    default boolean closesArms() {
        return testbed().closesArms();
    }
}
