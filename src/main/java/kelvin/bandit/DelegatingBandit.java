package kelvin.bandit;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.model.Context;

/** A bandit that delegates to another one in all but a few questions. */
@Stability(MAY_CHANGE)
public interface DelegatingBandit extends Bandit {
    /**
     * Returns the bandit that answers all questions which are not overridden.
     *
     * @return the same bandit at every call
     */
    Bandit inner();

    @Override
    default int arms() {
        return inner().arms();
    }

    @Override
    default double mean(int arm) {
        return inner().mean(arm);
    }

    @Override
    default double pull(int arm) {
        return inner().pull(arm);
    }

    @Override
    default boolean stationary() {
        return inner().stationary();
    }

    @Override
    default boolean advance(long step) {
        return inner().advance(step);
    }

    @Override
    default BitSet open() {
        return inner().open();
    }

    @Override
    default Context context() {
        return inner().context();
    }

    @Override
    default int group() {
        return inner().group();
    }

    @Override
    default double benchmark() {
        return inner().benchmark();
    }

    @Override
    default boolean optimal(int arm) {
        return inner().optimal(arm);
    }

    @Override
    default boolean accepts(int arm) {
        return inner().accepts(arm);
    }

    @Override
    default long delay() {
        return inner().delay();
    }
}
