package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Rewards written down in advance, one list per arm: an oblivious adversary, in YAML often columns of a CSV file.
 *
 * <pre>
 *   reward of arm a at step t = table[a][t − 1]
 * </pre>
 *
 * <p>Regret is against the best fixed arm in hindsight, the one with the largest sum over the steps up to the
 * horizon; rows beyond it do not count, and a table shorter than the horizon is refused.
 *
 * @param table for each arm its rewards, from step 1; finite, equally many, at least one
 */
@Summary("rewards written down in advance, such as columns of a CSV file")
@Stability(MAY_CHANGE)
public record RewardTable(List<List<Double>> table) implements Testbed {
    public RewardTable {
        table = table.stream().map(List::copyOf).toList();
        Require.that(!table.isEmpty(), "table", table, "at least one list");
        int rows = table.get(0).size();
        Require.atLeast("table", 1, rows);
        for (List<Double> arm : table) {
            Require.that(
                    arm.size() == rows, "table", arm.size() + " for an arm", "as many as for the first (" + rows + ")");
            arm.forEach(reward -> Require.finite("table", reward));
        }
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return table.stream()
                .flatMap(List::stream)
                .map(Rewards::of)
                .reduce(Rewards::or)
                .orElseThrow();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        int rows = table.get(0).size();
        Require.that(horizon <= rows, "table", rows + " rows", "at least as many as the horizon (" + horizon + ")");
        double[][] script = table.stream()
                .map(arm -> arm.stream().mapToDouble(r -> r).toArray())
                .toArray(double[][]::new);
        return ScriptedBandit.inHindsight(script.length, (arm, step) -> script[arm][(int) step - 1], horizon);
    }
}
