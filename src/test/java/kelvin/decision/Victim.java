package kelvin.decision;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that decides, learns, saves and says what is safe, until it is killed. */
final class Victim {
    private static final int LEARN_AFTER = 7;

    private Victim() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (DecisionMaker maker = DecisionMaker.open(Path.of(args[0]), Samples.RULES)) {
            for (int i = 0; ; i++) {
                String id = args[1] + "/" + i;
                Decision decision = maker.decide(id);
                String earlier = args[1] + "/" + (i - LEARN_AFTER);
                RewardOutcome outcome = maker.reward(earlier, 1);
                if (i % 50 == 49) {
                    maker.save();
                }
                maker.commit();
                out.println(id + " " + decision.step() + " " + decision.action() + " " + earlier + " " + outcome);
            }
        }
    }
}
