package kelvin.bandit.slate;

import kelvin.bandit.DelegatingBandit;

/** Slates of the arms of another bandit. */
interface DelegatingSlates extends DelegatingBandit, SlateBandit {
    BestSlate best();

    @Override
    default boolean stationary() {
        return SlateBandit.super.stationary();
    }

    @Override
    default boolean advance(long step) {
        boolean changed = inner().advance(step);
        best().moved();
        return changed;
    }

    @Override
    default double benchmark() {
        return best().mean();
    }

    @Override
    default boolean optimal(int arm) {
        return benchmark() - mean(arm) <= 1e-12 * Math.abs(benchmark());
    }
}
