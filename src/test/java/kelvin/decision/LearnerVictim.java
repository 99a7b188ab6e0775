package kelvin.decision;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kelvin.learner.contextual.LinTs;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** A program in which a learner decides and learns, each time the same, until it is killed. */
final class LearnerVictim {
    static final Settings RULES =
            new Settings(new LinTs(1, 0.5, Layout.DISJOINT, 1), 3, new Features(2, 0), Seed.of(3)).remembered(40);
    private static final int LEARN_AFTER = 7;

    private LearnerVictim() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        HandClock clock = new HandClock();
        try (DecisionMaker maker = DecisionMaker.open(Path.of(args[0]), RULES, clock)) {
            for (long i = maker.health().decisions(); ; i++) {
                live(maker, clock, i);
                if (i % 50 == 49) {
                    maker.save();
                }
                maker.commit();
                out.println(i + 1);
            }
        }
    }

    /** Learns the reward of an earlier decision, unless that was done before the program was killed, and makes the next one. */
    static void live(DecisionMaker maker, HandClock clock, long i) {
        clock.set(i);
        UniformRandomProvider random = Seed.of(i).generator();
        Context context = new Context(3, RULES.features());
        context.set(0, random.nextDouble());
        context.set(1, random.nextDouble());
        if (i - LEARN_AFTER == maker.counts().learned()) {
            maker.reward(String.valueOf(i - LEARN_AFTER), random.nextDouble());
        }
        maker.decide(String.valueOf(i), context);
    }
}
