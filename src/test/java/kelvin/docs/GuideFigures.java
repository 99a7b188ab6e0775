package kelvin.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.Charts;
import kelvin.chart.Profiles;
import kelvin.cli.text.ActivationCurves;
import kelvin.cli.text.NeuronActivation;
import kelvin.policy.Entmax;
import kelvin.policy.Floor;
import kelvin.policy.Gated;
import kelvin.policy.Mellowmax;
import kelvin.policy.MinP;
import kelvin.policy.Mixture;
import kelvin.policy.Nucleus;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Sparsemax;
import kelvin.policy.Top;
import kelvin.policy.Tsallis;
import kelvin.policy.Uniform;
import kelvin.policy.UniformMix;
import kelvin.policy.guard.BaselineShare;
import kelvin.policy.guard.ExplorationBudget;
import kelvin.policy.guard.LossBudget;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;

/** The pictures of the user guide; run it to draw them again. */
final class GuideFigures {
    static final Path FOLDER = Path.of("src/site/markdown/guide");

    private static final List<Double> TEMPERATURES = List.of(0.05, 0.2, 1.0);

    /** Eight actions, evenly apart. */
    private static final double[] VALUES =
            IntStream.rangeClosed(0, 7).mapToDouble(i -> i / 7.0).toArray();

    private GuideFigures() {}

    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, Profiles> figure : all().entrySet()) {
            Charts.draw(figure.getValue(), FOLDER, figure.getKey());
        }
    }

    /** The pictures by the names of their files. */
    static Map<String, Profiles> all() {
        return Map.of("which-policy", policies(), "how-many", subsets(), "activations", activations());
    }

    private static Profiles activations() {
        return ActivationCurves.of(List.of(NeuronActivation.SIGMOID, NeuronActivation.TANH, NeuronActivation.RELU));
    }

    private static Profiles policies() {
        Map<String, DoubleFunction<Policy>> families = new LinkedHashMap<>();
        families.put("Softmax", Softmax::new);
        families.put("SigmoidGate", t -> new SigmoidGate(0.5, t));
        families.put("Gated", t -> new Gated(0.5, t, new Uniform(), new Uniform()));
        families.put("Mellowmax", t -> new Mellowmax(1 / t));
        families.put("Tsallis", Tsallis::new);
        families.put("Entmax", t -> new Entmax(1.5, t));
        families.put("Sparsemax", Sparsemax::new);
        families.put("Mixture", t -> new Mixture(new Softmax(t), 0.3, new Uniform()));
        families.put("UniformMix", t -> new UniformMix(new Softmax(t), 0.05));
        families.put("Floor", t -> new Floor(new Softmax(t), 0.05));
        families.put("Top", t -> new Top(new Softmax(t), 3));
        families.put("Nucleus", t -> new Nucleus(new Softmax(t), 0.8));
        families.put("MinP", t -> new MinP(new Softmax(t), 0.3));
        families.put("BaselineShare", t -> new BaselineShare(new Softmax(t), 0.3, 0));
        families.put("Exploration budget", t -> new ExplorationBudget(new Softmax(t), 0.2));
        families.put("LossBudget", t -> new LossBudget(new Softmax(t), 0.05));
        List<Profiles.Plot> plots = new ArrayList<>();
        families.forEach(
                (name, family) -> plots.add(plot(name, t -> family.apply(t).probabilities(VALUES))));
        return profiles(
                "How does each policy turn eight values into probabilities?",
                "Each dot is one of eight actions with values from 0 to 1. SigmoidGate and Gated have θ\u00a0=\u00a00.5, Mellowmax"
                        + " ω\u00a0=\u00a01/τ, Entmax α\u00a0=\u00a01.5. The last nine change a softmax: Mixture with ε\u00a0=\u00a00.3, UniformMix and"
                        + " Floor with a minimum of 0.05, Top with k\u00a0=\u00a03, Nucleus with a mass of 0.8, MinP with"
                        + " a share of 0.3, BaselineShare with a share of 0.3 for the action with the value 0, ExplorationBudget with a"
                        + " share of 0.2, LossBudget with a budget of 0.05.",
                "probability",
                plots);
    }

    private static Profiles subsets() {
        Map<String, DoubleFunction<SubsetPolicy>> families = new LinkedHashMap<>();
        families.put("ExactlyM, one", t -> new ExactlyM(1, t));
        families.put("ExactlyM, three", t -> new ExactlyM(3, t));
        families.put("PlackettLuce", t -> new PlackettLuce(3, t));
        families.put("Independent gates", t -> new IndependentGates(0.5, t));
        List<Profiles.Plot> plots = new ArrayList<>();
        families.forEach(
                (name, family) -> plots.add(plot(name, t -> family.apply(t).inclusion(VALUES))));
        return profiles(
                "How likely is each of eight actions in the set?",
                "Each dot is one of eight actions with values from 0 to 1. ExactlyM with m\u00a0=\u00a01 (softmax) and m\u00a0=\u00a03,"
                        + " PlackettLuce with m\u00a0=\u00a03, IndependentGates with θ\u00a0=\u00a00.5.",
                "P(in the set)",
                plots);
    }

    private static Profiles.Plot plot(String name, DoubleFunction<double[]> family) {
        return new Profiles.Plot(name, TEMPERATURES.stream().map(family::apply).toList());
    }

    private static Profiles profiles(String title, String caption, String yTitle, List<Profiles.Plot> plots) {
        List<String> labels = List.of("0.05", "0.2", "1");
        double[] x = DoubleStream.of(VALUES).toArray();
        return new Profiles(title, caption, "value of the action", yTitle, "temperature", labels, x, plots);
    }
}
