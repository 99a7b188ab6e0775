package kelvin.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.file.Folders;
import kelvin.metric.Metric;
import kelvin.report.ReportChart;

/** The charts and report of a results folder by file name: deletes them for new results, and detects files that were cut short. */
final class ChartFiles {
    private static final String PNG = ".png";
    private static final String SVG = ".svg";
    /** The ends of names of pictures, and of the tables beside them. */
    private static final List<String> ENDS = List.of(PNG, SVG, ".pdf", ".tex", "-curves.csv");

    private static final String REPORT = "report.html";

    /** The chunk that ends every PNG: its name and its check sum. */
    private static final String PNG_END = "IEND\u00aeB`\u0082";

    private static final int TAIL_BYTES = 64;

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(
                            "selections",
                            "differences",
                            "final-regret",
                            "regret-quantiles",
                            "normalised-regret",
                            "policy",
                            "regret-by-group",
                            "reliability",
                            "coefficients",
                            "probabilities",
                            "single-runs",
                            "entropy",
                            "temperature",
                            "values",
                            "rewards",
                            "running-time",
                            "sweep-regret",
                            "sweep-reward"),
                    Stream.of(Metric.values()).map(metric -> metric.key().replace('_', '-')))
            .collect(Collectors.toUnmodifiableSet());

    private ChartFiles() {}

    /** Removes all pictures and the report. */
    static void delete(Path folder) throws IOException {
        for (String name : Folders.names(folder)) {
            if (contain(name) && Files.isRegularFile(folder.resolve(name))) {
                Files.delete(folder.resolve(name));
            }
        }
        for (String name : unfinished(folder)) {
            Files.delete(folder.resolve(name));
        }
    }

    /** Returns whether both pictures of a chart are complete. */
    static boolean whole(Path folder, String chart) {
        return endsWith(folder.resolve(chart + PNG), PNG_END) && endsWith(folder.resolve(chart + SVG), "</svg>");
    }

    /** Returns whether the report is complete. */
    static boolean wholeReport(Path folder) {
        return endsWith(folder.resolve(REPORT), "</html>");
    }

    /** Lists the files that were being written when a process was killed. */
    static List<String> unfinished(Path folder) throws IOException {
        return Folders.names(folder).stream()
                .filter(name -> contain(name.replaceFirst("^\\.(.+)\\.partial$", "$1")) && name.startsWith("."))
                .toList();
    }

    private static boolean contain(String name) {
        return name.equals(REPORT)
                || ENDS.stream()
                        .filter(name::endsWith)
                        .map(end -> name.substring(0, name.length() - end.length()))
                        .anyMatch(chart -> NAMES.contains(chart) || chart.startsWith(ReportChart.SCHEDULED));
    }

    private static boolean endsWith(Path file, String end) {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate((int) Math.min(in.size(), TAIL_BYTES));
            in.position(in.size() - last.capacity());
            while (last.hasRemaining() && in.read(last) >= 0) {
                // until the end is here
            }
            String tail = new String(last.array(), StandardCharsets.ISO_8859_1);
            return tail.replaceAll("\\s", "").endsWith(end);
        } catch (IOException e) {
            return false;
        }
    }
}
