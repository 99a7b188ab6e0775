package kelvin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.exact.BernoulliProblem;
import kelvin.exact.Expectation;
import kelvin.learner.ValueLearner;
import kelvin.metric.RunSummary;
import kelvin.model.network.Activation;
import kelvin.model.network.GradientFlow;
import kelvin.numeric.Sigmoid;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.schedule.InverseCount;

/** The numbers that lessons tell beyond what their commands print, computed. */
final class LessonFacts {
    private static final double[] VALUES = {-0.5, 1.2, -0.1, 2.4};

    private static final int COINS = 50;

    private LessonFacts() {}

    /** Returns the numbers of a lesson. */
    static double[] of(int lesson) {
        return switch (lesson) {
            case 1 -> oneDecision();
            case 2 -> exploring();
            case 3 -> temperature();
            case 4 -> new double[] {0.5, 0.51, 0.51 - 0.5, 0.55, 0.45};
            case 5 -> units();
            case 6 -> plateau();
            case 7 -> severalAnswers();
            case 8 -> flower();
            case 9 -> layers();
            case 10 -> intervals();
            default -> new double[0];
        };
    }

    private static double[] oneDecision() {
        double[] p = new Softmax(1).probabilities(VALUES);
        double[] raised = new Softmax(1).probabilities(-0.5, 2.2, -0.1, 2.4);
        double[] gates = DoubleStream.of(VALUES).map(Sigmoid::of).toArray();
        double[] printed = {truncated(gates[0]), rounded(gates[1]), rounded(gates[2]), truncated(gates[3])};
        double[] shares = {rounded(p[0]), rounded(p[1]), truncated(p[2]), rounded(p[3])};
        double[] odds = DoubleStream.of(gates).map(g -> g / (1 - g)).toArray();
        double[] sums = {
            Math.E,
            DoubleStream.of(printed).sum(),
            DoubleStream.of(shares).sum(),
            DoubleStream.of(gates).map(LessonFacts::rounded).sum(),
            DoubleStream.of(p).map(LessonFacts::rounded).sum(),
            0.005,
            raised[1] - p[1],
            100 * (1 - raised[0] / p[0]),
            DoubleStream.of(odds).sum()
        };
        return Stream.of(printed, shares, odds, sums)
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    private static double[] exploring() {
        double perCoin = 0.1 / 2 * (0.8 - 0.5);
        double lost = regret(new EpsilonGreedy(0.1));
        return DoubleStream.concat(
                        DoubleStream.of(0.8 - 0.5, 0.8 - 0.7, perCoin, COINS * perCoin, lost - COINS * perCoin),
                        kept("sutton-barto-2-2-epsilon-greedy"))
                .toArray();
    }

    private static double[] temperature() {
        return DoubleStream.concat(
                        DoubleStream.of(0.8 - 0.5, 0.3 / Math.log(20), regret(new Uniform())),
                        kept("softmax-against-epsilon-greedy"))
                .toArray();
    }

    private static double[] units() {
        double entropy = new Softmax(1).distribution(VALUES).entropy();
        return new double[] {Math.log(4), entropy, Math.exp(entropy), 0.2};
    }

    private static double[] plateau() {
        double p = Sigmoid.of(-6);
        double hundredth = (1 - Math.sqrt(1 - 4 * 0.01)) / 2; // p(1 − p) = 1/100
        double sum = 8 - 3 * 0.5 - 0.2;
        double learnt = 0.5 * Sigmoid.of(sum) * Sigmoid.of(sum) * Sigmoid.of(-sum) * (1 + 0.5 * 0.5 + 1);
        return new double[] {
            p * (1 - p),
            0.01,
            hundredth,
            Math.log((1 - hundredth) / hundredth),
            learnt,
            Sigmoid.of(-5) - p,
            Sigmoid.of(1) - 0.5
        };
    }

    private static double[] severalAnswers() {
        double[] shut = DoubleStream.of(VALUES).map(q -> 1 - Sigmoid.of(q)).toArray();
        double four = 0.8 + 0.75 + 0.7 + 0.65 - 4 * 0.5;
        double[] others = {DoubleStream.of(shut).reduce(1, (x, y) -> x * y), 0.5, four, four - (0.8 - 0.5)};
        return DoubleStream.concat(DoubleStream.of(shut), DoubleStream.of(others))
                .toArray();
    }

    /** From the probabilities that the lesson prints for the flower: the differences of its logits, and what raising one by 2 does. */
    private static double[] flower() {
        double setosa = Math.log(0.5071 / 0.0011);
        double versicolor = Math.log(0.5071 / 0.4918);
        return new double[] {setosa, versicolor, new Softmax(1).probabilities(-setosa, 2 - versicolor, 0)[2]};
    }

    private static double[] layers() {
        double left = Math.sqrt(new GradientFlow(Activation.SIGMOID, 1, false).wide(10)[9]);
        return new double[] {1e7 * left, Math.pow(left, 0.1), Sigmoid.of(1) - 0.5, Sigmoid.of(4) - Sigmoid.of(3), 0.5};
    }

    private static double[] intervals() {
        double cold = spread(new Softmax(0.05)) / Math.sqrt(20);
        double warm = spread(new Softmax(0.5)) / Math.sqrt(20);
        double missed = 100 * RunSummary.missedShare(80);
        return new double[] {cold, warm, missed, readme("UCB1"), readme("softmax 0.2"), 0.05};
    }

    private static double regret(PolicySchedule policy) {
        return expectation(policy).regret()[COINS - 1];
    }

    private static double spread(PolicySchedule policy) {
        return expectation(policy).spread()[COINS - 1];
    }

    private static Expectation expectation(PolicySchedule policy) {
        return new BernoulliProblem(new double[] {0.8, 0.5}, COINS)
                .expectation(new ValueLearner(policy, 0, new InverseCount(1), false));
    }

    /** Returns the regrets of kept results. */
    static DoubleStream kept(String experiment) {
        return text(Path.of("results/gallery", experiment, "summary.csv"))
                .lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals("regret"))
                .mapToDouble(cells -> Double.parseDouble(cells[2]));
    }

    /** Returns the regret of a learner in the table of the README. */
    private static double readme(String learner) {
        return text(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith(learner + " "))
                .mapToDouble(line -> Double.parseDouble(
                        line.substring(learner.length()).strip().split(" ", 2)[0]))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double truncated(double x) {
        return Math.floor(100 * x) / 100;
    }

    private static double rounded(double x) {
        return Math.rint(100 * x) / 100;
    }
}
