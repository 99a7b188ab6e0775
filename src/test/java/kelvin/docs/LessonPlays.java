package kelvin.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.chart.Profiles;
import kelvin.exact.BernoulliProblem;
import kelvin.exact.Expectation;
import kelvin.experiment.LabelledTable;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SoftMix;
import kelvin.learner.ValueLearner;
import kelvin.learner.index.Ucb1;
import kelvin.metric.Metric;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.model.classifier.Classifier;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.classifier.LogisticRegression;
import kelvin.model.classifier.SoftmaxRegression;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Numeric;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseSqrt;
import kelvin.simulation.Simulation;

/** The pictures of the lessons for which something is played or fitted. */
final class LessonPlays {
    private static final int COINS = 50;

    private LessonPlays() {}

    static Profiles exploring() {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("uniform", learner(new Uniform()));
        learners.put("greedy", learner(new Greedy()));
        learners.put("ε-greedy 0.1", learner(new EpsilonGreedy(0.1)));
        learners.put("ε-greedy 0.5", learner(new EpsilonGreedy(0.5)));
        return coins(
                "What do four ways of exploring lose?",
                "Expected regret with two machines that pay 0.8 and 0.5, or 0.8 and 0.7, computed exactly.",
                "expected regret",
                learners,
                List.of(new double[] {0.8, 0.5}, new double[] {0.8, 0.7}),
                Expectation::regret);
    }

    static Profiles cooling() {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("softmax 0.05", learner(new Softmax(0.05)));
        learners.put("softmax 0.5", learner(new Softmax(0.5)));
        learners.put("softmax 1/√t", learner(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1))));
        learners.put("softmax ln t/t", new SoftMix(1));
        return coins(
                "How often does each schedule choose the better machine?",
                "Two machines that pay 0.8 and 0.5, or 0.55 and 0.45; the probability of the better one at each coin, computed exactly.",
                "P(better machine)",
                learners,
                List.of(new double[] {0.8, 0.5}, new double[] {0.55, 0.45}),
                found -> Stream.of(found.choices()).mapToDouble(p -> p[0]).toArray());
    }

    private static LearnerSpec learner(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    private static Profiles coins(
            String title,
            String caption,
            String yTitle,
            Map<String, LearnerSpec> learners,
            List<double[]> machines,
            Function<Expectation, double[]> measure) {
        List<Profiles.Plot> plots = machines.stream()
                .map(means -> new Profiles.Plot(
                        "Machines that pay " + means[0] + " and " + means[1],
                        learners.values().stream()
                                .map(spec -> measure.apply(new BernoulliProblem(means, COINS).expectation(spec)))
                                .toList()))
                .toList();
        return new Profiles(
                title,
                caption,
                "coins",
                yTitle,
                "",
                List.copyOf(learners.keySet()),
                LessonFigures.grid(1, COINS, COINS),
                plots);
    }

    static Profiles temperatures() {
        double[] x = LessonFigures.grid(-2, 1, 19);
        List<Integer> horizons = List.of(10, 25, COINS);
        List<Profiles.Plot> plots = Stream.of(new double[] {0.8, 0.5}, new double[] {0.8, 0.7})
                .map(means -> new Profiles.Plot(
                        "Machines that pay " + means[0] + " and " + means[1], regrets(means, x, horizons)))
                .toList();
        return new Profiles(
                "What does softmax lose at each temperature?",
                "Expected regret after 10, 25 and 50 coins, computed exactly. −2 is a temperature of 0.01, 0 is 1.",
                "power of ten of the temperature",
                "expected regret",
                "coins",
                horizons.stream().map(String::valueOf).toList(),
                x,
                plots);
    }

    private static List<double[]> regrets(double[] means, double[] powers, List<Integer> horizons) {
        double[][] found = DoubleStream.of(powers)
                .mapToObj(power -> new BernoulliProblem(means, COINS)
                        .expectation(learner(new Softmax(Math.pow(10, power))))
                        .regret())
                .toArray(double[][]::new);
        return horizons.stream()
                .map(horizon -> Stream.of(found)
                        .mapToDouble(regret -> regret[horizon - 1])
                        .toArray())
                .toList();
    }

    static Profiles irises() {
        LabelledTable table = LabelledTable.read(
                Path.of("experiments/data/iris.csv"), "species", new FeatureMap(new Numeric("petal_length")));
        double[][] petals = table.design(table.all()).x();
        double[] x = LessonFigures.grid(1, 7, 31);
        Map<String, ClassifierSpec> specs = new LinkedHashMap<>();
        specs.put("Softmax: one answer", new SoftmaxRegression(1, true));
        specs.put("Gates: none, one or several", new LogisticRegression(1, true));
        List<Profiles.Plot> plots = new ArrayList<>();
        specs.forEach((title, spec) -> {
            Classifier fitted = spec.fit(
                    petals,
                    table.labels().stream().mapToInt(Integer::intValue).toArray(),
                    table.classes().size());
            plots.add(LessonFigures.plot(title, x, length -> {
                double[] p = new double[fitted.classes()];
                fitted.probabilities(new double[] {length}, p);
                return p;
            }));
        });
        return new Profiles(
                "Which iris is it, by the length of its petals?",
                "Softmax and logistic regression on one feature of 150 flowers, C = 1.",
                "petal length, cm",
                "probability",
                "species",
                table.classes(),
                x,
                plots);
    }

    static Profiles intervals() {
        int most = 320;
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("UCB1", new Ucb1());
        learners.put("softmax 0.2", learner(new Softmax(0.2)));
        List<RunValues> runs = new Simulation(
                        new GaussianTestbed(10, 0, 1, 1), learners, new long[] {1000}, most, Seed.of(1))
                .play("How sure?", 1, decisions -> {})
                .trials(Metric.REGRET);
        double[] x = LessonFigures.grid(1, 6, 11);
        List<Profiles.Plot> plots = List.of(
                new Profiles.Plot("UCB1", intervals(runs.get(0), x)),
                new Profiles.Plot("softmax 0.2", intervals(runs.get(1), x)),
                new Profiles.Plot(
                        "softmax 0.2 − UCB1, in pairs", intervals(runs.get(1).minus(runs.get(0)), x)));
        return new Profiles(
                "How sure is a mean after so many repetitions?",
                "Regret on the 10-armed testbed after 1000 steps: means and 95 % intervals of the first 10, 20, 40, … 320 repetitions.",
                "doublings of 5 repetitions",
                "regret",
                "",
                List.of("lower end", "mean", "upper end"),
                x,
                plots);
    }

    private static List<double[]> intervals(RunValues values, double[] doublings) {
        RunSummary[] summaries = DoubleStream.of(doublings)
                .mapToObj(power -> RunSummary.of(values.first((int) Math.round(5 * Math.pow(2, power)))))
                .toArray(RunSummary[]::new);
        return Stream.<Function<RunSummary, Double>>of(RunSummary::lower, RunSummary::mean, RunSummary::upper)
                .map(end -> IntStream.range(0, summaries.length)
                        .mapToDouble(i -> end.apply(summaries[i]))
                        .toArray())
                .toList();
    }
}
