package kelvin.decision.family;

import java.util.ArrayList;
import java.util.List;
import kelvin.decision.ContextMaker.Prior;
import kelvin.decision.journal.JsonMembers;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Running sums over the contexts of one shard, from which a {@link SharedPrior} follows: six numbers for each arm, whatever the number
 * of contexts. A function of the lines of the journal in their order, to the bit.
 */
final class SharedSums {
    /** The key, in a start record, of the sums at that line. */
    static final String KEY = "shared";

    private final List<Arm> arms = new ArrayList<>();

    /** The sums of one arm over the contexts that have rewards of it. */
    private static final class Arm {
        private long contexts;
        private long rewards;
        private double mean;
        private double between;
        private double reciprocals;
        private double within;

        /** Moves one context from its old mean to the new one; each sum of squares about a mean is kept without cancellation. */
        void add(OwnRewards.Reward reward) {
            long n = reward.count();
            double after = (reward.sum() + reward.value()) / (n + 1);
            double before = n == 0 ? 0 : reward.sum() / n;
            double old = mean;
            if (n == 0) {
                contexts++;
                mean += (after - old) / contexts;
                between += (after - old) * (after - mean);
                reciprocals += 1;
            } else {
                mean += (after - before) / contexts;
                between += (after - before) * (after - mean + before - old);
                reciprocals += 1.0 / (n + 1) - 1.0 / n;
                within += (reward.value() - before) * (reward.value() - after);
            }
            rewards++;
        }

        boolean isFinite() {
            return Double.isFinite(mean) && Double.isFinite(between) && Double.isFinite(within);
        }

        @Nullable
        Prior prior(int action, SharedPrior by) {
            if (contexts < by.minContexts() || rewards - contexts < by.minContexts() || !isFinite()) {
                return null;
            }
            double variance = within / (rewards - contexts);
            double noise = variance * (reciprocals / contexts);
            double spread = Math.max(0, between / (contexts - 1) - noise);
            double weight = spread == 0 && variance == 0 ? rewards : variance / (spread + (spread + noise) / contexts);
            return new Prior(action, mean, Math.round(Math.min(Math.max(0, weight), by.maxWeight())));
        }
    }

    /** Adds a reward that a context has learned. */
    void add(OwnRewards.Reward reward) {
        while (arms.size() <= reward.action()) {
            arms.add(new Arm());
        }
        arms.get(reward.action()).add(reward);
    }

    /** Returns the prior of each arm that has one, of the first arms. */
    List<Prior> prior(SharedPrior by, int most) {
        List<Prior> prior = new ArrayList<>();
        for (int action = 0; action < Math.min(most, arms.size()); action++) {
            Prior arm = arms.get(action).prior(action, by);
            if (arm != null) {
                prior.add(arm);
            }
        }
        return prior;
    }

    /** Returns the sums as a start record holds them. */
    String json() {
        List<Object> rows = new ArrayList<>();
        for (Arm arm : arms) {
            rows.add(
                    arm.isFinite()
                            ? List.of(arm.contexts, arm.rewards, arm.mean, arm.between, arm.reciprocals, arm.within)
                            : List.of());
        }
        return Json.canonical(rows);
    }

    /** Returns the sums that a start record holds; null if it holds none. */
    static @Nullable SharedSums of(JsonMembers start) {
        if (!start.has(KEY)) {
            return null;
        }
        SharedSums sums = new SharedSums();
        for (Object row : start.list(KEY)) {
            sums.arms.add(arm(row));
        }
        return sums;
    }

    private static Arm arm(Object row) {
        Arm arm = new Arm();
        if (row instanceof List<?> none && none.isEmpty()) {
            arm.mean = Double.NaN; // and so it stays
            return arm;
        } else if (row instanceof List<?> list
                && list.size() == 6
                && list.get(0) instanceof Long contexts
                && list.get(1) instanceof Long rewards
                && list.get(2) instanceof Double mean
                && list.get(3) instanceof Double between
                && list.get(4) instanceof Double reciprocals
                && list.get(5) instanceof Double within) {
            arm.contexts = contexts;
            arm.rewards = rewards;
            arm.mean = mean;
            arm.between = between;
            arm.reciprocals = reciprocals;
            arm.within = within;
            return arm;
        }
        throw new IllegalArgumentException(KEY + ": found " + row
                + ", must be [contexts, rewards, mean of means, sum of squares between, sum of reciprocals, sum of squares"
                + " within]");
    }
}
