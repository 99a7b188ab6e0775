package kelvin.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.Reference.Row;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.contextual.LinearContexts;
import kelvin.bandit.contextual.LogisticContexts;
import kelvin.bandit.contextual.Wheel;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.ContextualLearner;
import kelvin.learner.contextual.Mean;
import kelvin.learner.contextual.Optimistic;
import kelvin.learner.contextual.Outlook;
import kelvin.learner.contextual.Sampled;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.policy.gap.InverseGap;
import kelvin.schedule.SqrtPlays;

/** The problems and learners of {@code regret_linear.csv} and {@code wheel_linear.csv}, by the words those files have for them. */
final class ContextualProblems {
    /** The weights of problem A, a row per arm. */
    private static final String WEIGHTS = ".25 .5 0 0; 0 -.5 .5 0; 0 0 -.5 .5; .125 .25 .25 -.5; -.25 .25 -.25 .25";

    private ContextualProblems() {}

    static Testbed problem(String name) {
        return switch (name) {
            case "A fixed" -> linear(5, 4, 0, Layout.DISJOINT, weights(WEIGHTS, 1), 0, 0.5);
            case "B redrawn" -> linear(5, 8, 0, Layout.DISJOINT, List.of(), Math.sqrt(0.125), 1);
            case "C logistic" -> new LogisticContexts(5, 4, 0, Layout.DISJOINT, weights(WEIGHTS, 2), 0, true);
            case "D shared" -> linear(10, 0, 5, Layout.SHARED, weights(".5 -.5 .25 .25 -.125", 1), 0, 0.5);
            default -> new Wheel(Double.parseDouble(name));
        };
    }

    private static Testbed linear(
            int arms,
            int shared,
            int perAction,
            Layout layout,
            List<List<Double>> weights,
            double stdDev,
            double noise) {
        return new LinearContexts(arms, shared, perAction, layout, weights, stdDev, 0, true, new Gaussian(0, 1), noise);
    }

    private static List<List<Double>> weights(String rows, double factor) {
        return Stream.of(rows.split("; "))
                .map(row -> Arrays.stream(row.split(" "))
                        .map(number -> factor * Double.parseDouble(number))
                        .toList())
                .toList();
    }

    static LearnerSpec learner(String name, double parameter, Ridge model) {
        return switch (name) {
            case "uniform" -> on(model, new Uniform(), new Mean());
            case "greedy" -> on(model, new Greedy(), new Mean());
            case "epsilon" -> on(model, new EpsilonGreedy(parameter), new Mean());
            case "softmax" -> on(model, new Softmax(parameter), new Mean());
            case "squarecb" ->
                on(model, new Annealed(new InverseGap(1), "sharpness", new SqrtPlays(parameter)), new Mean());
            case "linucb" -> on(model, new Greedy(), new Optimistic(parameter));
            case "lints" -> on(model, new Greedy(), new Sampled(parameter));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static LearnerSpec on(Ridge model, PolicySchedule policy, Outlook outlook) {
        return new ContextualLearner(model, policy, outlook, false);
    }

    static LearnerSpec learner(Row row, Layout layout) {
        return learner(row.text("learner"), row.number("parameter"), new Ridge(row.number("ridge_lambda"), layout, 1));
    }
}
