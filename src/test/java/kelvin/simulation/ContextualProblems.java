package kelvin.simulation;

import java.util.Map;
import kelvin.Reference.Row;
import kelvin.bandit.Testbed;
import kelvin.experiment.Catalog;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.ContextualLearner;
import kelvin.learner.contextual.LinTs;
import kelvin.learner.contextual.LinUcb;
import kelvin.learner.contextual.SquareCb;
import kelvin.model.Layout;
import kelvin.model.ModelSpec;
import kelvin.model.Ridge;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.yaml.YamlDocument;

/** The problems and learners of {@code regret_linear.csv} and {@code wheel_linear.csv}, by the words those files have for them. */
final class ContextualProblems {
    private static final Map<String, String> PROBLEMS = Map.of(
            "A fixed", """
            {LinearContexts: {arms: 5, shared: 4, noise: 0.5, weights: [[0.25, 0.5, 0, 0], [0, -0.5, 0.5, 0], [0, 0, -0.5, 0.5],
              [0.125, 0.25, 0.25, -0.5], [-0.25, 0.25, -0.25, 0.25]]}}""",
            "B redrawn", "{LinearContexts: {arms: 5, shared: 8, weightStdDev: 0.3535533905932738, noise: 1}}",
            "C logistic", """
            {LogisticContexts: {arms: 5, shared: 4, weights: [[0.5, 1, 0, 0], [0, -1, 1, 0], [0, 0, -1, 1],
              [0.25, 0.5, 0.5, -1], [-0.5, 0.5, -0.5, 0.5]]}}""",
            "D shared", """
            {LinearContexts: {arms: 10, perAction: 5, layout: shared, weights: [[0.5, -0.5, 0.25, 0.25, -0.125]], noise: 0.5}}""");

    private ContextualProblems() {}

    /** Returns a problem as a file would describe it: by its name, or the wheel's δ. */
    static Testbed problem(String name) {
        String yaml = PROBLEMS.getOrDefault(name, "{Wheel: {delta: " + name + "}}");
        return new Catalog().binder().bind(Testbed.class, YamlDocument.root(name, yaml));
    }

    static LearnerSpec learner(String name, double parameter, ModelSpec model) {
        return switch (name) {
            case "uniform" -> new ContextualLearner(model, new Uniform());
            case "greedy" -> new ContextualLearner(model, new Greedy());
            case "epsilon" -> new ContextualLearner(model, new EpsilonGreedy(parameter));
            case "softmax" -> new ContextualLearner(model, new Softmax(parameter));
            case "squarecb" -> new SquareCb(model, parameter);
            default -> sure(name, parameter, (Ridge) model);
        };
    }

    private static LearnerSpec sure(String name, double parameter, Ridge model) {
        return switch (name) {
            case "linucb" -> new LinUcb(model.regularisation(), parameter, model.layout(), 1);
            case "lints" -> new LinTs(model.regularisation(), parameter, model.layout(), 1);
            default -> throw new IllegalArgumentException(name);
        };
    }

    static LearnerSpec learner(Row row, Layout layout) {
        return learner(row.text("learner"), row.number("parameter"), new Ridge(row.number("ridge_lambda"), layout, 1));
    }
}
