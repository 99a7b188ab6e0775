package kelvin.decision;

import java.time.Duration;
import java.util.BitSet;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** Rules and lives of decision makers that tests share. */
final class Samples {
    static final Settings RULES =
            new Settings(new Softmax(0.3), 4, Seed.of(7)).remembered(50).maxAge(Duration.ofSeconds(1));

    private Samples() {}

    /** Some hundred calls of every kind, the same for the same seed: late, twice, too late, unknown, arms that come and go. */
    static void live(DecisionMaker maker, HandClock clock, long seed, int calls) {
        UniformRandomProvider random = Seed.of(seed).generator();
        for (int i = 0; i < calls; i++) {
            clock.set(10L * i);
            String id = seed + "/" + (i - random.nextInt(80));
            int kind = random.nextInt(20);
            if (kind == 0) {
                maker.setOpen(random.nextInt(3), random.nextBoolean());
            } else if (kind == 1) {
                maker.addArm(random.nextDouble(), random.nextInt(3));
            } else if (kind < 10) {
                maker.reward(id, random.nextDouble());
            } else {
                maker.decide(seed + "/" + i, kind < 12 ? BitSet.valueOf(new long[] {0b1011}) : null);
            }
        }
    }
}
