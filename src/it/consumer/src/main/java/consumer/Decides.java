package consumer;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.index.Ucb1;
import kelvin.policy.ActionSelector;
import kelvin.policy.Annealed;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import org.apache.commons.rng.UniformRandomProvider;

/** A program with an agent inside: a hundred decisions and what they taught, a learner, and nothing else to lean on. */
public final class Decides {
    private static final double[] WORTH = {0.2, 0.9, 0.5};

    private Decides() {}

    /**
     * Fails if anything but Kelvin and Commons RNG is on the class path, or if what is best was not found.
     *
     * @param args none
     */
    public static void main(String[] args) {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName())
                .filter(name -> !name.equals("classes"))
                .sorted()
                .toList();
        require(
                jars.stream().allMatch(name -> name.matches("(kelvin|commons-rng-[a-z-]+)-[0-9.]+(-SNAPSHOT)?\\.jar")),
                jars);
        require(decided() == 1, "the selector");
        require(learned() == 1, "the learner");
        System.out.println("Java " + Runtime.version() + ": decided with " + String.join(", ", jars));
    }

    private static int decided() {
        UniformRandomProvider random = Seed.of(1).generator();
        Annealed cooling = new Annealed(new Softmax(1), "temperature", new InverseSqrt(0.5));
        ActionSelector selector = new ActionSelector(cooling, new double[WORTH.length], random);
        int[] taken = new int[WORTH.length];
        for (int step = 1; step <= 1000; step++) {
            int action = selector.select(step);
            selector.set(action, WORTH[action]);
            taken[action]++;
        }
        return most(taken);
    }

    private static int learned() {
        Learner learner =
                new Ucb1().create(new BanditTask(WORTH.length, 1000), Seed.of(2).generator());
        int[] taken = new int[WORTH.length];
        for (int step = 1; step <= 1000; step++) {
            int action = learner.select(step);
            learner.observe(step, action, WORTH[action]);
            taken[action]++;
        }
        return most(taken);
    }

    private static int most(int[] taken) {
        int most = 0;
        for (int action = 1; action < taken.length; action++) {
            most = taken[action] > taken[most] ? action : most;
        }
        return most;
    }

    private static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
