package kelvin.decision.family;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** A program that decides about persons and erases them soon after, says which, and goes on until it is killed. */
final class ErasingVictim {
    private ErasingVictim() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (DecisionMakers makers =
                DecisionMakers.open(Path.of(args[0]), FamilyVictim.RULES, 8, 2, InstantSource.system())) {
            for (int i = 0; ; i++) {
                String person = "person " + args[1] + "/" + i + "!";
                for (String name : new String[] {person, "country " + i % 3, person}) {
                    makers.with(name, maker -> {
                        String id = maker.state().decisions() + " of " + name;
                        maker.decide(id);
                        return maker.reward(id, 1);
                    });
                }
                makers.commit();
                if (i % 7 == 6) {
                    makers.save();
                }
                String former = "person " + args[1] + "/" + (i - 2) + "!";
                if (i > 1) {
                    out.println("erase " + former);
                    makers.erase(former);
                    out.println("erased " + former);
                }
            }
        }
    }
}
