package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Empirical;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;

/**
 * Arms that pay what they once paid: logged rewards, drawn with replacement, anew for every pull.
 *
 * <pre>
 *   r of arm a ~ the logged rewards of a, each equally likely,   μ[a] = their average
 * </pre>
 *
 * <p>Logged clicks make Bernoulli arms with the observed click rates. Those are estimates: with few events per arm
 * their gaps are mostly chance, and what wins here need not win where the log came from.
 *
 * @param arms the arm of each logged event, from 0; every arm up to the largest occurs
 * @param paid what each event paid; finite, as many as arms
 */
@Summary("arms that pay what a log says they paid, such as columns of a CSV file")
@Stability(MAY_CHANGE)
public record EmpiricalTestbed(List<Integer> arms, List<Double> paid) implements Testbed {
    public EmpiricalTestbed {
        arms = List.copyOf(arms);
        paid = List.copyOf(paid);
        EventLog.check(arms, "arms", paid);
    }

    @Override
    public int size() {
        return EventLog.arms(arms);
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return paid.stream().map(Rewards::of).reduce(Rewards::or).orElseThrow();
    }

    @Override
    public double subGaussianScale() {
        return new Empirical(paid).subGaussianScale();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        double[][] logged = EventLog.byArm(arms, paid);
        double[] means = Arrays.stream(logged).mapToDouble(EventLog::average).toArray();
        NumberedStreams streams = seed.child("rewards").streams();
        return new StreamBandit(means, streams, arm -> logged[arm][streams.nextInt(logged[arm].length)]);
    }
}
