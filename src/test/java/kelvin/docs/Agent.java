package kelvin.docs;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.decision.Decision;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** Shows each visitor one of three variants and learns from clicks. Arguments: a folder of its own, and how many visits. */
public final class Agent {
    private static final double[] CLICK_RATES = {0.2, 0.5, 0.3}; // the world's secret

    public static void main(String[] args) throws IOException {
        Settings settings = new Settings(new Softmax(0.1), 3, Seed.of(1));
        try (DecisionMaker maker = DecisionMaker.open(Path.of(args[0]), settings)) {
            long before = maker.state().decisions();
            long visits = Long.parseLong(args[1]);
            UniformRandomProvider world = Seed.of(before).generator();
            for (long visit = before + 1; visit <= before + visits; visit++) {
                Decision decision = maker.decide("visit " + visit);
                maker.commit(); // on disk before the visitor sees it
                boolean clicked = world.nextDouble() < CLICK_RATES[decision.action()];
                maker.reward("visit " + visit, clicked ? 1 : 0);
            }
            System.out.println(maker.state().decisions() + " decisions");
            maker.state().arms().forEach(System.out::println);
        }
    }
}
