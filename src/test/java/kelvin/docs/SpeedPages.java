package kelvin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The tables of measured times in the pages: {@code <!-- results/speed/NAME.csv -->}, then the file as a table, then {@code <!-- end -->}.
 * After the name a colon and a list of columns may follow. Run it to write today's numbers into all pages, those of learners too:
 *
 * <pre>
 *   ./mvnw -q -Dquick test-compile org.codehaus.mojo:exec-maven-plugin:3.6.4:java -Dexec.classpathScope=test -Dexec.mainClass=kelvin.docs.SpeedPages
 * </pre>
 */
final class SpeedPages {
    private static final Path SITE = Path.of("src/site/markdown");
    private static final Pattern TABLE = Pattern.compile("<!-- (results/speed/[-\\w]+\\.csv)(?:: (.*?))? -->");
    private static final String END = "<!-- end -->";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private SpeedPages() {}

    public static void main(String[] args) throws IOException {
        for (Path page : all()) {
            Files.write(page, rewritten(Files.readAllLines(page)));
        }
        LearnersGuide.main(args);
    }

    /** All pages of the site. */
    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The page with today's numbers in every table. */
    static List<String> rewritten(List<String> page) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : page) {
            Matcher table = TABLE.matcher(line);
            inside &= !line.equals(END);
            if (!inside) {
                lines.add(line);
            }
            if (table.matches()) {
                inside = true;
                lines.addAll(table(Path.of(table.group(1)), table.group(2)));
            }
        }
        if (inside) {
            throw new IllegalStateException("a table has no " + END);
        }
        return lines;
    }

    private static List<String> table(Path file, String columns) {
        try (CSVParser rows = FORMAT.parse(Files.newBufferedReader(file))) {
            List<String> names = columns == null ? rows.getHeaderNames() : Arrays.asList(columns.split(", "));
            List<String> lines = new ArrayList<>();
            lines.add(row(names.stream().map(name -> name.replace('_', ' '))));
            lines.add("|---" + String.join("", Collections.nCopies(names.size() - 1, "|---:")) + "|");
            for (CSVRecord row : rows) {
                lines.add(row(names.stream().map(row::get).map(SpeedPages::cell)));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Whole numbers of five digits and more in groups of three. */
    private static String cell(String value) {
        return value.matches("\\d{5,}") ? value.replaceAll("\\B(?=(\\d{3})+$)", " ") : value;
    }
}
