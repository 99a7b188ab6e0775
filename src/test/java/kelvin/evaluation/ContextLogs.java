package kelvin.evaluation;

import java.util.ArrayList;
import java.util.List;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Logs with contexts (1, x), x uniform in [−1, 1], in which action 1 of 2 pays 1 with probability (1 + x)/2 and action 0 with
 * probability (1 − x)/2; action 1 is logged with probability 0.8 where x &gt; 0, else 0.2.
 */
final class ContextLogs {
    private static final double OFTEN = 0.8;

    private ContextLogs() {}

    /** Contexts (1, x) for given x. */
    record OfNumbers(List<Double> numbers) implements LogContexts {
        @Override
        public Features features() {
            return new Features(2, 0);
        }

        @Override
        public void read(int decision, Context out) {
            out.set(0, 1);
            out.set(1, numbers.get(decision));
        }
    }

    static LoggedDecisions log(int size, long seed) {
        UniformRandomProvider random = Seed.of(seed).generator();
        LoggedDecisions log = new LoggedDecisions();
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double x = 2 * random.nextDouble() - 1;
            boolean usual = random.nextDouble() < OFTEN;
            int action = usual == x > 0 ? 1 : 0;
            double mean = action == 1 ? (1 + x) / 2 : (1 - x) / 2;
            log.add(new LoggedDecision(action, random.nextDouble() < mean ? 1 : 0, usual ? OFTEN : 1 - OFTEN, null));
            numbers.add(x);
        }
        log.setContexts(new OfNumbers(numbers));
        return log;
    }
}
