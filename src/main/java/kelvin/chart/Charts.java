package kelvin.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.metric.Metric;
import kelvin.metric.Results;

/** The charts of an experiment and of policies, needing neither a display nor an installed font. */
public final class Charts {
    private Charts() {}

    /**
     * Draws cumulative regret with 95 % bands, mean reward, the share of optimal actions and the selections by rank.
     *
     * <p>A band is mean ± 1.96 standard errors, left out where the error is {@code NaN} (one repetition). Steps run
     * linearly up to a horizon of 1000 and logarithmically above, but for regret only if the largest has levelled off.
     * Reward and optimal actions are averaged over at least the latest 5 % of the steps at each point, selections over
     * 12 %, as their captions say; regret is drawn as it is.
     *
     * <p>Each file is written beside its final name and then moved onto it, so that there is never half a picture under
     * a final name. Pictures are drawn in parallel. Cost: about a second at first, most of it the JDK starting to draw.
     *
     * @param results what to draw; at least one learner, with every metric and at least one reported step
     * @param folder where to put {@code selections} and a chart named for each metric that a learner has ({@code regret},
     *     {@code optimal-action}, …), each {@code .png} and {@code .svg}; made if missing
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Results results, Path folder) throws IOException {
        needNoDisplay();
        return draw(figures(results), folder);
    }

    /**
     * Draws probabilities, or whatever else of policies lies in [0, 1], as small plots side by side.
     *
     * @param profiles what to draw; at least one plot, line and point
     * @param folder where to put the picture; made if missing
     * @param name its name, to which {@code .png} and {@code .svg} are added
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public static List<Path> draw(Profiles profiles, Path folder, String name) throws IOException {
        needNoDisplay();
        return draw(Map.of(name, ProfilePanel.figure(profiles)), folder);
    }

    private static List<Path> draw(Map<String, Figure> figures, Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            return figures.entrySet().stream()
                    .flatMap(figure -> Stream.of(ImageFile.values())
                            .map(kind -> new Picture(figure.getKey(), figure.getValue(), kind)))
                    .toList()
                    .parallelStream()
                    .map(picture -> picture.write(folder))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Before anything else of AWT is touched. */
    private static void needNoDisplay() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static Map<String, Figure> figures(Results results) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            if (!results.series(metric).isEmpty()) {
                figures.put(metric.key().replace('_', '-'), new CurveFigure(results, metric));
            }
        }
        figures.put("selections", SelectionFigure.of(results));
        return figures;
    }

    private record Picture(String name, Figure figure, ImageFile kind) {
        Path write(Path folder) {
            try {
                return kind.write(figure, folder, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
