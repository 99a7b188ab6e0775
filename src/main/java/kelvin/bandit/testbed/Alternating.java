package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * The sequence that defeats follow-the-leader: after a first step that puts one arm half a reward ahead, the arm that
 * is ahead always pays nothing and the other 1.
 *
 * <pre>
 *   rewards of arms 0 and 1:   t = 1: ½, 0    t even: 0, 1    t odd: 1, 0
 * </pre>
 *
 * <p>Following the leader earns ½ in all, a coin half of the steps; so does either arm held for ever. Regret is
 * against the best fixed arm in hindsight. Nothing is random.
 *
 * @see <a href="https://doi.org/10.1561/2200000018">Shalev-Shwartz (2012), Online learning and online convex
 *     optimization</a>
 */
@Summary("two arms that take turns: the leader of the sums so far always pays nothing")
@Stability(MAY_CHANGE)
public record Alternating() implements Testbed {
    @Override
    public int size() {
        return 2;
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        return ScriptedBandit.inHindsight(2, Alternating::reward, horizon);
    }

    private static double reward(int arm, long step) {
        if (step == 1) {
            return arm == 0 ? 0.5 : 0;
        }
        return arm == 0 == (step % 2 == 1) ? 1 : 0;
    }
}
