package kelvin.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.decision.memory.IndexedRing;
import kelvin.decision.memory.ItemRewards;
import org.jspecify.annotations.Nullable;

/** The rows of a ring that hold decisions with their rewards, and beside them the slates that some show. Used under one lock. */
abstract class DecisionRows {
    private static final int STEP = 0;
    private static final int TIME = 1;
    private static final int VERSION = 2;
    private static final int ACTION = 3;
    private static final int PROPENSITY = 4;
    static final int REWARD = 5;
    private static final int COLUMNS = 6;
    private static final int ACTED = 0;
    private static final int ACTED_PROPENSITY = 1;
    private static final int RARE_COLUMNS = 2;
    private static final int LENGTH_BIT = 32;
    private static final long LENGTH_MASK = 0xFFFF;
    private static final int GROUP_BIT = 48;
    private static final List<Decision.Group> GROUPS = List.of(Decision.Group.values());
    private static final long SLATE_FLAG = 1L << 59;
    private static final long ACTED_FLAG = 1L << 61;
    static final long GATHERED_FLAG = 1L << 60;
    private static final long DEFAULTED_FLAG = 1L << 62;
    private static final long NONE = Double.doubleToRawLongBits(Double.NaN);

    /**
     * Bytes per decision: its row with the rare columns, its reference, two slots of the hash table and the two objects of an id, in
     * arrays twice as long as they need be.
     */
    private static final int BYTES_PER_DECISION = 272;

    /** Bytes per character of an id: two, also for as many ids that are evicted but not yet overwritten. */
    private static final int BYTES_PER_CHARACTER = 4;

    /** The rows. */
    final IndexedRing ring = new IndexedRing(COLUMNS, RARE_COLUMNS);

    private final Map<Long, Shown> slates = new HashMap<>();
    private final int bytesPerDecision;

    /** A slate, and the rewards of its actions. */
    private static final class Shown {
        private final Decision.Slate slate;
        private final ItemRewards rewards;

        Shown(Decision.Slate slate) {
            this.slate = slate;
            rewards = new ItemRewards(slate.actions());
        }

        List<RewardedDecision.Item> items() {
            List<RewardedDecision.Item> items = new ArrayList<>();
            for (int action : slate.actions()) {
                if (!Double.isNaN(rewards.get(action))) {
                    items.add(new RewardedDecision.Item(action, rewards.get(action), rewards.defaulted(action)));
                }
            }
            return items;
        }
    }

    /** Makes room for decisions, for each of which others keep some bytes too. */
    DecisionRows(int otherBytes) {
        bytesPerDecision = BYTES_PER_DECISION + otherBytes;
    }

    /** Estimates the bytes of one decision from its row alone, without a read of the id, which lies elsewhere. */
    final int bytes(int place) {
        int row = bytesPerDecision + BYTES_PER_CHARACTER * (short) (ring.get(place, ACTION) >>> LENGTH_BIT);
        return showsSlate(place) ? row + shown(place).rewards.bytes() : row;
    }

    final Decision decision(int place) {
        return new Decision(
                id(place),
                showsSlate(place) ? Decision.SLATE : (int) ring.get(place, ACTION),
                Double.longBitsToDouble(ring.get(place, PROPENSITY)),
                ring.get(place, VERSION),
                step(place),
                time(place),
                group(place),
                acted(place),
                slate(place));
    }

    private Decision.Group group(int place) {
        return GROUPS.get((byte) (ring.get(place, ACTION) >>> GROUP_BIT));
    }

    private boolean has(int place, long flag) {
        return (ring.get(place, ACTION) & flag) != 0;
    }

    final void mark(int place, long flag) {
        ring.set(place, ACTION, ring.get(place, ACTION) | flag);
    }

    final void unmark(int place, long flag) {
        ring.set(place, ACTION, ring.get(place, ACTION) & ~flag);
    }

    private Decision.@Nullable Acted acted(int place) {
        return has(place, ACTED_FLAG)
                ? new Decision.Acted(
                        (int) ring.rare(place, ACTED), Double.longBitsToDouble(ring.rare(place, ACTED_PROPENSITY)))
                : null;
    }

    /** Returns true if a decision shows a slate, rather than one action. */
    final boolean showsSlate(int place) {
        return has(place, SLATE_FLAG);
    }

    private Shown shown(int place) {
        Shown shown = slates.get(step(place));
        if (shown == null) {
            throw new IllegalStateException("decision " + step(place) + " has lost its slate");
        }
        return shown;
    }

    /** Returns the slate that a decision shows; null where it is for one action. */
    final Decision.@Nullable Slate slate(int place) {
        return showsSlate(place) ? shown(place).slate : null;
    }

    /** Returns the action that was taken, which a reward is for; of a slate, the first without a reward, or −1. */
    final int actionTaken(int place) {
        if (showsSlate(place)) {
            return shown(place).rewards.firstPending();
        }
        return (int) (has(place, ACTED_FLAG) ? ring.rare(place, ACTED) : ring.get(place, ACTION));
    }

    /** Returns true if a decision was made by the treatment group and acted by. */
    final boolean isOwn(int place) {
        return !has(place, ACTED_FLAG) && group(place) == Decision.Group.TREATMENT;
    }

    final long step(int place) {
        return ring.get(place, STEP);
    }

    final long time(int place) {
        return ring.get(place, TIME);
    }

    final boolean hasReward(int place) {
        return ring.get(place, REWARD) != NONE;
    }

    /** Returns true if a decision has rewards from which nothing has been learned yet. */
    final boolean gathered(int place) {
        return has(place, GATHERED_FLAG);
    }

    /** Returns the reward of a decision that has one, learned or gathered. */
    final double reward(int place) {
        return Double.longBitsToDouble(ring.get(place, REWARD));
    }

    /** Sets a row to a decision without a reward; returns true if that shows a slate of no actions. */
    final boolean set(int place, Decision decision) {
        ring.set(place, STEP, decision.step());
        ring.set(place, TIME, decision.time());
        ring.set(place, VERSION, decision.version());
        ring.set(
                place,
                ACTION,
                (long) group(decision.group()) << GROUP_BIT
                        | (long) decision.id().length() << LENGTH_BIT
                        | Math.max(0, decision.action()));
        ring.set(place, PROPENSITY, Double.doubleToRawLongBits(decision.propensity()));
        ring.set(place, REWARD, NONE);
        Decision.Acted acted = decision.acted();
        if (acted != null) {
            mark(place, ACTED_FLAG);
            ring.setRare(place, ACTED, acted.action());
            ring.setRare(place, ACTED_PROPENSITY, Double.doubleToRawLongBits(acted.propensity()));
        }
        Decision.Slate slate = decision.slate();
        if (slate == null) {
            return false;
        }
        mark(place, SLATE_FLAG);
        slates.put(decision.step(), new Shown(slate));
        return slate.actions().isEmpty();
    }

    final void setIdLength(int place, int characters) {
        long others = ring.get(place, ACTION) & ~(LENGTH_MASK << LENGTH_BIT);
        ring.set(place, ACTION, others | (long) characters << LENGTH_BIT);
    }

    /** Frees the memory of the slate of a decision that is no longer needed. */
    final void removeSlate(int place) {
        if (showsSlate(place)) {
            slates.remove(step(place));
        }
    }

    /** Returns true if an action of a slate has a reward. */
    final boolean itemRewarded(int place, int action) {
        return !Double.isNaN(shown(place).rewards.get(action));
    }

    /** Sets the reward of an action, where it is of a slate; returns true if all that a decision took have one then. */
    final boolean setReward(int place, int action, double reward) {
        return !showsSlate(place) || shown(place).rewards.set(action, reward);
    }

    final RewardedDecision rewardedDecision(int place) {
        return showsSlate(place)
                ? new RewardedDecision(
                        decision(place), null, false, false, shown(place).items())
                : new RewardedDecision(
                        decision(place),
                        hasReward(place) ? (Double) reward(place) : null,
                        has(place, DEFAULTED_FLAG),
                        gathered(place));
    }

    /** Returns the number of a group; most decisions are of the first. */
    private static int group(Decision.Group group) {
        return group == Decision.Group.TREATMENT ? 0 : GROUPS.indexOf(group);
    }

    /** Returns true if the reward of an action that a decision took is the default. */
    final boolean defaulted(int place, int action) {
        return showsSlate(place) ? shown(place).rewards.defaulted(action) : has(place, DEFAULTED_FLAG);
    }

    /** Marks the reward of an action that a decision took as the default. */
    final void markDefaulted(int place, int action) {
        if (showsSlate(place)) {
            shown(place).rewards.markDefaulted(action);
        } else {
            mark(place, DEFAULTED_FLAG);
        }
    }

    final String id(int place) {
        return ring.id(place);
    }
}
