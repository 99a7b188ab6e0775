package kelvin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.Charts;
import kelvin.chart.Profiles;
import kelvin.model.network.Activation;
import kelvin.model.network.GradientFlow;
import kelvin.numeric.Sigmoid;
import kelvin.policy.Softmax;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.SubsetPolicy;

/** Draws the pictures of the lessons. */
final class LessonFigures {
    static final Path FOLDER = Path.of("src/site/markdown/lessons");

    private static final double[] VALUES = {-0.5, 1.2, -0.1, 2.4};

    private LessonFigures() {}

    /** Draws the pictures whose names are given, or all. */
    public static void main(String[] args) throws IOException {
        Path drawn = Files.createTempDirectory("lessons");
        for (Map.Entry<String, Supplier<Profiles>> figure : all().entrySet()) {
            if (args.length == 0 || List.of(args).contains(figure.getKey())) {
                Charts.draw(figure.getValue().get(), drawn, figure.getKey());
                String file = figure.getKey() + ".svg";
                Files.move(drawn.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The pictures by the names of their files. */
    static Map<String, Supplier<Profiles>> all() {
        Map<String, Supplier<Profiles>> figures = new LinkedHashMap<>();
        figures.put("01-one-decision", LessonFigures::raised);
        figures.put("02-what-exploring-costs", LessonPlays::exploring);
        figures.put("03-temperature", LessonPlays::temperatures);
        figures.put("04-cooling", LessonPlays::cooling);
        figures.put("05-units", LessonFigures::units);
        figures.put("06-the-plateau", LessonFigures::plateau);
        figures.put("07-one-answer-or-several", LessonFigures::sets);
        figures.put("08-what-you-see-decides", LessonPlays::irises);
        figures.put("09-layers", LessonFigures::layers);
        figures.put("10-how-sure", LessonPlays::intervals);
        return figures;
    }

    /** Returns evenly spaced numbers. */
    static double[] grid(double from, double to, int points) {
        return IntStream.range(0, points)
                .mapToDouble(i -> from + (to - from) * i / (points - 1))
                .toArray();
    }

    /** Returns a line per action, from the probabilities of all actions at each place. */
    static Profiles.Plot plot(String title, double[] x, DoubleFunction<double[]> probabilities) {
        double[][] rows = DoubleStream.of(x).mapToObj(probabilities).toArray(double[][]::new);
        List<double[]> lines = new ArrayList<>();
        for (int i = 0; i < rows[0].length; i++) {
            int action = i;
            lines.add(IntStream.range(0, x.length)
                    .mapToDouble(row -> rows[row][action])
                    .toArray());
        }
        return new Profiles.Plot(title, lines);
    }

    private static Profiles raised() {
        double[] x = grid(-3, 3, 25);
        DoubleFunction<double[]> values = added -> new double[] {-0.5, 1.2 + added, -0.1, 2.4};
        return new Profiles(
                "What does raising one value do to the others?",
                "Something is added to the value of action 1, which is 1.2; the others keep −0.5, −0.1 and 2.4. Temperature 1.",
                "added to the value of action 1",
                "probability",
                "action",
                List.of("0", "1", "2", "3"),
                x,
                List.of(
                        plot("Softmax", x, added -> new Softmax(1).probabilities(values.apply(added))),
                        plot("Sigmoid gates", x, added -> new IndependentGates(0, 1).inclusion(values.apply(added)))));
    }

    private static Profiles units() {
        double[] x = grid(-3, 3, 37);
        List<double[]> lines = DoubleStream.of(0.1, 1, 10)
                .mapToObj(unit -> DoubleStream.of(x)
                        .map(power -> Math.exp(new Softmax(Math.pow(10, power))
                                .distribution(DoubleStream.of(VALUES)
                                        .map(q -> unit * q)
                                        .toArray())
                                .entropy()))
                        .toArray())
                .toList();
        return new Profiles(
                "How undecided is softmax at each temperature?",
                "The values −0.5, 1.2, −0.1 and 2.4, as they are and in units that make them a tenth and ten times as large.",
                "power of ten of the temperature",
                "effective actions",
                "values",
                List.of("a tenth", "as they are", "tenfold"),
                x,
                List.of(new Profiles.Plot("Softmax", lines)));
    }

    private static Profiles plateau() {
        double[] x = grid(-8, 8, 49);
        double[] p = DoubleStream.of(x).map(Sigmoid::of).toArray();
        return new Profiles(
                "How much does a policy gradient learn, by what it prefers?",
                "Two actions. The gradient is step size · p(1 − p) · gap; drawn beside p is p(1 − p), as a share of its largest value, 1/4.",
                "preference for the better action",
                "probability, share of the largest gradient",
                "",
                List.of("probability p", "gradient"),
                x,
                List.of(new Profiles.Plot(
                        "Softmax of two, or a sigmoid",
                        List.of(
                                p,
                                DoubleStream.of(p)
                                        .map(each -> 4 * each * (1 - each))
                                        .toArray()))));
    }

    private static Profiles sets() {
        double[] x = grid(-1.5, 1.5, 25);
        Map<String, DoubleFunction<SubsetPolicy>> families = new LinkedHashMap<>();
        families.put("Independent gates", t -> new IndependentGates(0, t));
        families.put("Exactly two", t -> new ExactlyM(2, t));
        families.put("Exactly one: softmax", t -> new ExactlyM(1, t));
        List<Profiles.Plot> plots = new ArrayList<>();
        families.forEach((title, family) -> plots.add(
                plot(title, x, power -> family.apply(Math.pow(10, power)).inclusion(VALUES))));
        return new Profiles(
                "How likely is each action in the set?",
                "Values −0.5, 1.2, −0.1 and 2.4; the threshold of the gates is 0.",
                "power of ten of the temperature",
                "P(in the set)",
                "action",
                List.of("0", "1", "2", "3"),
                x,
                plots);
    }

    private static Profiles layers() {
        double[] x = grid(0, 10, 11);
        List<Profiles.Plot> plots = Stream.of(false, true)
                .map(residual -> new Profiles.Plot(
                        residual ? "Residual: every layer adds its input" : "Layer after layer",
                        Stream.of(Activation.SIGMOID, Activation.TANH, Activation.RELU)
                                .map(f -> DoubleStream.concat(
                                                DoubleStream.of(1),
                                                DoubleStream.of(new GradientFlow(f, 1, residual).wide(10)))
                                        .map(share -> Math.log10(share) / 2)
                                        .toArray())
                                .toList()))
                .toList();
        return new Profiles(
                "What is left of a gradient after so many layers?",
                "Root mean square in infinitely wide layers, as a power of ten: 0 is all of it, −3 a thousandth. Weights N(0, 1/width).",
                "layers",
                "power of ten of what is left",
                "activation",
                List.of("sigmoid", "tanh", "ReLU"),
                x,
                plots);
    }
}
