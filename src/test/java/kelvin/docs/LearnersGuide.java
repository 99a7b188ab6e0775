package kelvin.docs;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The numbers in the guide's tables of learners: taken from the results of the six experiments and from measured costs. */
final class LearnersGuide {
    static final Path PAGE = GuideFigures.FOLDER.resolve("learners.md");
    static final Path COSTS = Path.of("results/speed/all-learners-costs.csv");
    private static final List<String> PROBLEMS = List.of("easy", "hard", "many", "gaussian", "abrupt", "adversarial");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** The last cells of each row: cost, then a problem each. */
    private final Map<String, String> numbers = new HashMap<>();

    private LearnersGuide() {
        Map<String, String> costs = new HashMap<>();
        rows(COSTS).forEach(row -> costs.put(row.get("learner"), row.get("nanoseconds_per_step")));
        List<Map<String, String>> regret =
                PROBLEMS.stream().map(LearnersGuide::regret).toList();
        costs.forEach((learner, cost) -> {
            List<String> cells = new ArrayList<>(List.of(rounded(Double.parseDouble(cost))));
            regret.forEach(problem -> cells.add(problem.getOrDefault(learner, "–")));
            numbers.put(learner, String.join(" | ", cells));
        });
    }

    /**
     * Writes the numbers into the page.
     *
     * @param args none
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.write(PAGE, rewritten(Files.readAllLines(PAGE)));
    }

    /** The page with today's numbers in every row of a learner. */
    static List<String> rewritten(List<String> page) {
        LearnersGuide guide = new LearnersGuide();
        return page.stream().map(guide::rewritten).toList();
    }

    private String rewritten(String line) {
        String[] cells = line.split("\\|", -1);
        String learner = cells.length > 10 ? cells[1].trim() : "";
        return numbers.containsKey(learner)
                ? "|" + cells[1] + "|" + cells[2] + "|" + cells[3] + "| " + numbers.get(learner) + " |"
                : line;
    }

    /** Two digits, as many as such a measurement is good for. */
    private static String rounded(double cost) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(cost)) - 1));
        return String.valueOf(Math.round(Math.round(cost / unit) * unit));
    }

    private static Map<String, String> regret(String problem) {
        Map<String, String> cells = new HashMap<>();
        rows(GalleryFolders.FOLDER.resolve("all-learners-" + problem + "/summary.csv")).stream()
                .filter(row -> row.get("metric").equals("regret"))
                .forEach(row -> cells.put(row.get("learner"), cell(row)));
        return cells;
    }

    private static String cell(CSVRecord row) {
        double half = (Double.parseDouble(row.get("ci95_high")) - Double.parseDouble(row.get("ci95_low"))) / 2;
        return String.format(Locale.ROOT, "%.1f ± %.1f", Double.parseDouble(row.get("mean")), half);
    }

    private static List<CSVRecord> rows(Path file) {
        try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return FORMAT.parse(in).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
