package kelvin.decision.family;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.decision.ContextMaker;
import kelvin.decision.ContextMaker.Prior;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.SealedLine;
import org.jspecify.annotations.Nullable;

/** Computes the sums, own rewards and priors that the lines of one shard record again, and lists what comes out differently. */
final class SharedCheck {
    private final @Nullable SharedPrior by;
    private final Map<String, OwnRewards> own = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private @Nullable SharedSums sums;
    private int arms;
    private long skipped;

    SharedCheck(@Nullable SharedPrior by) {
        this.by = by;
    }

    List<String> differences() {
        return differences;
    }

    /** Returns the number of priors that follow from lines that were lost. */
    long skipped() {
        return skipped;
    }

    /** Takes a line of the shard. */
    void line(JsonMembers line) {
        if (line.has(SealedLine.START)) {
            start(line);
        } else if (line.has(Context.KEY) && by != null) {
            line(line.text(Context.KEY), line, by);
        }
    }

    private void start(JsonMembers line) {
        arms = Math.toIntExact(line.fields("rules").whole("arms"));
        if (line.has(SalvagedShard.KEY)) {
            sums = null;
            own.clear();
        }
        SharedSums recorded = SharedSums.of(line);
        if (recorded != null && sums != null && !recorded.json().equals(sums.json())) {
            differences.add("start record: recorded and computed sums of the shared prior: " + recorded.json() + " and "
                    + sums.json());
        }
        sums = recorded == null ? sums : recorded;
    }

    private void line(String name, JsonMembers line, SharedPrior shared) {
        if (!line.has(Place.BACK)) {
            own.put(name, new OwnRewards());
        }
        if (OwnRewards.isIn(line)) {
            reward(name, OwnRewards.before(line));
        } else if (ContextMaker.isState(line) && line.has(OwnRewards.KEY)) {
            OwnRewards recorded = new OwnRewards();
            recorded.take(line);
            OwnRewards known = line.has(SalvagedShard.KEY) ? own.remove(name) : own.put(name, recorded);
            if (known != null
                    && own.get(name) == recorded
                    && line.has(Place.BACK)
                    && !known.json().equals(recorded.json())) {
                differs(name, "own rewards", recorded.json(), known.json());
            }
        } else {
            prior(name, Prior.of(line), shared);
        }
    }

    /** Verifies what a reward's line says of the rewards before it, where these are known. */
    private void reward(String name, OwnRewards.Reward reward) {
        OwnRewards known = own.get(name);
        if (known != null && !known.next(reward.action(), reward.value()).equals(reward)) {
            differs(
                    name,
                    "own rewards before one",
                    reward.json(),
                    known.next(reward.action(), reward.value()).json());
        }
        if (known != null) {
            known.add(reward);
        }
        if (sums != null) {
            sums.add(reward);
        }
    }

    private void prior(String name, List<Prior> recorded, SharedPrior shared) {
        if (recorded.isEmpty()) {
            return;
        } else if (sums == null) {
            skipped++;
            return;
        }
        List<Prior> computed = sums.prior(shared, arms);
        if (!computed.equals(recorded)) {
            differs(name, "prior", recorded, computed);
        }
    }

    private void differs(String name, String what, Object recorded, Object computed) {
        differences.add(name + ": " + what + ": recorded and computed: " + recorded + " and " + computed);
    }
}
