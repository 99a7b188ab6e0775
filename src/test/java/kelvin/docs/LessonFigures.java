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
import kelvin.chart.Charts;
import kelvin.chart.Profiles;
import kelvin.policy.Softmax;
import kelvin.policy.subset.IndependentGates;

/** The pictures of the lessons; run it to draw them again. */
final class LessonFigures {
    static final Path FOLDER = Path.of("src/site/markdown/lessons");

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
}
