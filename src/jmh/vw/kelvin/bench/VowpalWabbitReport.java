package kelvin.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import vowpalWabbit.learner.VWActionProbsLearner;
import vowpalWabbit.learner.VWLearners;
import vowpalWabbit.responses.ActionProb;

/**
 * One decision and one reward of Vowpal Wabbit by its Java interface, in microseconds of processor time; only printed, to be read beside
 * {@link ContextualReport}: ε-greedy on a linear model of each action, the contexts written as text beforehand. Medians over rounds.
 *
 * <p>{@code ./mvnw -Pbench,vw -Dquick compile exec:exec -Dbench=kelvin.bench.VowpalWabbitReport}, on Linux. Arguments: the number of
 * rounds, 7 unless told.
 */
final class VowpalWabbitReport {
    private static final int CONTEXTS = 256;
    private static final int DECISIONS = 3000;

    private VowpalWabbitReport() {}

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        for (int[] size : new int[][] {{10, 10}, {100, 10}, {100, 100}}) {
            double cost = Rounds.median(
                    IntStream.range(0, rounds).mapToDouble(round -> cost(size[0], size[1])).toArray());
            System.out.printf(
                    Locale.ROOT, "Vowpal Wabbit, %d features, %d actions: %.1f µs%n", size[0], size[1], cost / 1000);
        }
    }

    private static double cost(int features, int actions) {
        UniformRandomProvider random = Seed.of(1).generator();
        String[] contexts = IntStream.range(0, CONTEXTS)
                .mapToObj(i -> random.doubles(features, -0.5, 0.5)
                        .mapToObj(x -> String.format(Locale.ROOT, "%.4f", x))
                        .collect(Collectors.toList()))
                .map(numbers -> IntStream.range(0, features)
                        .mapToObj(j -> j + ":" + numbers.get(j))
                        .collect(Collectors.joining(" ", "| ", "")))
                .toArray(String[]::new);
        double[] costs = random.doubles((long) CONTEXTS * actions, -0.5, 0.5).toArray();
        try (VWActionProbsLearner learner = VWLearners.create("--quiet --cb_explore " + actions + " --epsilon 0.05")) {
            play(learner, contexts, costs, random, actions);
            long start = Work.processorTime();
            play(learner, contexts, costs, random, actions);
            return (double) (Work.processorTime() - start) / DECISIONS;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void play(
            VWActionProbsLearner learner, String[] contexts, double[] costs, UniformRandomProvider random, int actions) {
        for (int i = 0; i < DECISIONS; i++) {
            int number = i % CONTEXTS;
            ActionProb chosen = draw(learner.predict(contexts[number]).getActionProbs(), random);
            double cost = costs[number * actions + chosen.getAction()];
            learner.learn((chosen.getAction() + 1) + ":" + cost + ":" + chosen.getProbability() + " " + contexts[number]);
        }
    }

    private static ActionProb draw(ActionProb[] probabilities, UniformRandomProvider random) {
        double rest = random.nextDouble() * Arrays.stream(probabilities).mapToDouble(ActionProb::getProbability).sum();
        for (ActionProb each : probabilities) {
            rest -= each.getProbability();
            if (rest < 0) {
                return each;
            }
        }
        return probabilities[probabilities.length - 1];
    }
}
