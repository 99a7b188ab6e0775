package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.LowerBounds;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * One good arm, the first, among others that are all alike: what there is to find is in one place.
 *
 * @param arms the number of arms, at least 2
 * @param good the first arm
 * @param others every other arm, of a smaller mean
 */
@Summary("one good arm among others that are all alike")
@Stability(MAY_CHANGE)
public record OneGoodArm(int arms, Arm good, Arm others) implements Testbed {
    public OneGoodArm {
        Require.atLeast("arms", 2, arms);
        Require.that(
                others.mean() < good.mean(), "others", others, "of a smaller mean than good (" + good.mean() + ")");
    }

    @Override
    public int size() {
        return arms;
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return good.rewards().or(others.rewards());
    }

    @Override
    public LowerBounds lowerBounds() {
        return fixed().lowerBounds();
    }

    @Override
    public double subGaussianScale() {
        return fixed().subGaussianScale();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        return fixed().open(seed, horizon);
    }

    private FixedTestbed fixed() {
        List<Arm> all = new ArrayList<>(Collections.nCopies(arms, others));
        all.set(0, good);
        return new FixedTestbed(all);
    }
}
