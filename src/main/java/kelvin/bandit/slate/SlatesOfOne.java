package kelvin.bandit.slate;

import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingBandit;
import kelvin.contract.Slate;

/** An ordinary bandit to a player of slates: they hold one arm each. */
record SlatesOfOne(Bandit inner) implements DelegatingBandit, SlateBandit {
    @Override
    public boolean stationary() {
        return SlateBandit.super.stationary();
    }

    @Override
    public double mean(Slate slate) {
        return inner.mean(slate.action(0));
    }

    @Override
    public boolean optimal(Slate slate) {
        return inner.optimal(slate.action(0));
    }

    @Override
    public void show(Slate slate) {
        double reward = inner.pull(slate.action(0));
        slate.see(reward);
        slate.pay(reward);
    }
}
