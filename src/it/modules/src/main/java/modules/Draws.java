package modules;

import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.ActionSelector;
import kelvin.policy.Softmax;
import kelvin.random.Seed;

/** A program that draws an action and makes a decision with a journal, from a run-time image that holds nothing else. */
public final class Draws {
    private Draws() {}

    /**
     * Fails if Kelvin is no named module, or an action cannot be drawn.
     *
     * @param args the folder of the decision maker
     * @throws Exception if the folder cannot be written
     */
    public static void main(String[] args) throws Exception {
        Seed seed = Seed.of(1);
        int action = new ActionSelector(new Softmax(0.1), new double[] {0, 1, 0.5}, seed.generator()).select(1);
        int decided;
        try (DecisionMaker maker = DecisionMaker.open(Path.of(args[0]), new Settings(new Softmax(0.1), 3, seed))) {
            decided = maker.decide("first").action();
        }
        Module kelvin = Softmax.class.getModule();
        if (!kelvin.isNamed() || kelvin.getDescriptor().isAutomatic() || Files.notExists(Path.of(args[0], "journal-000001.jsonl"))) {
            throw new IllegalStateException("found " + kelvin + ", must be a module with a descriptor of its own");
        }
        System.out.println("Java " + Runtime.version() + ", " + kelvin + ": drew " + action + ", decided " + decided);
    }
}
