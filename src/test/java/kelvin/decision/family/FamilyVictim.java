package kelvin.decision.family;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import kelvin.decision.Decision;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;

/** A program that decides in many contexts, few of them in memory, saves and says what is safe, until it is killed. */
final class FamilyVictim {
    static final Settings RULES = new Settings(new Softmax(0.3), 3, Seed.of(7)).remembered(20);

    private FamilyVictim() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (DecisionMakers makers = DecisionMakers.open(Path.of(args[0]), RULES, 8, 2, InstantSource.system())) {
            for (int i = 0; ; i++) {
                String name = "context " + Math.floorMod(i * 7919 + args[1].hashCode(), 60);
                String id = args[1] + "/" + i;
                Decision decision = makers.with(name, maker -> {
                    Decision made = maker.decide(id);
                    maker.reward(id, 1);
                    return made;
                });
                if (i % 40 == 39) {
                    makers.save();
                }
                makers.commit();
                out.println(name + ";" + id + ";" + decision.step());
            }
        }
    }
}
