package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kelvin.contract.Stability;
import kelvin.metric.ProblemKind;

/**
 * An index page of experiments, each with its question, the first sentence of its answer and a small picture, by kind of problem;
 * its script sorts them otherwise.
 *
 * @param entries the experiments, in the order they are shown within a kind
 */
@Stability(MAY_CHANGE)
public record GalleryPage(List<Entry> entries) {
    /** The name of the index page's file beside the results folders. */
    public static final String FILE = "index.html";

    private static final String OTHERS = "Others";

    private static final Pattern FACT = Pattern.compile("<dt>" + ReportPage.PROBLEM + "</dt><dd>([^<]*)</dd>");

    public GalleryPage {
        entries = List.copyOf(entries);
    }

    /**
     * One experiment.
     *
     * @param extent its name, which is that of its folder, and how much was played
     * @param question what it asks
     * @param answer what came out, in a sentence
     * @param problem the kind of problem; empty for a report of a version that did not tell
     * @param thumbnail a picture, an {@code svg} element; empty for none
     * @param target what its question leads to, relative to the page
     */
    public record Entry(
            String extent,
            String question,
            String answer,
            Optional<ProblemKind> problem,
            String thumbnail,
            String target) {
        /**
         * Quotes question, answer and curves from a report.
         *
         * @param report the HTML of its {@link ReportPage}
         * @param target the address of the report, relative to the index page
         * @return the entry; empty if the text is not a report
         */
        public static Optional<Entry> of(String report, String target) {
            Matcher quote = ReportPage.QUOTE.matcher(report);
            if (!quote.find()) {
                return Optional.empty();
            }
            Matcher fact = FACT.matcher(report);
            String noun = fact.find() ? Html.raw(fact.group(1)) : "";
            return Optional.of(new Entry(
                    Html.raw(quote.group(1)),
                    Html.raw(quote.group(2)),
                    Html.raw(quote.group(3)),
                    Arrays.stream(ProblemKind.values())
                            .filter(kind -> kind.noun().equals(noun))
                            .findFirst(),
                    Thumbnail.of(report),
                    target));
        }

        private String heading() {
            return problem.map(ProblemKind::heading).orElse(OTHERS);
        }

        private String item() {
            return "<li>%s<div><a href=\"%s\"><strong>%s</strong></a><br>%s<br><span class=\"faint\">%s</span></div></li>"
                    .formatted(thumbnail, Html.text(target), Html.text(question), Html.text(answer), Html.text(extent));
        }
    }

    /**
     * Returns the page.
     *
     * @return HTML
     */
    public String html() {
        List<String> parts = new ArrayList<>(List.of("<h1>Experiments</h1>"));
        List<String> headings = new ArrayList<>(
                Arrays.stream(ProblemKind.values()).map(ProblemKind::heading).toList());
        headings.add(OTHERS);
        for (String heading : headings) {
            String items = entries.stream()
                    .filter(entry -> entry.heading().equals(heading))
                    .map(Entry::item)
                    .collect(Collectors.joining("\n"));
            if (!items.isEmpty()) {
                parts.add(Html.section(heading, "<ul class=\"cards\">\n" + items + "\n</ul>"));
            }
        }
        return Html.page("Experiments", parts, PageScript.read("index.js"));
    }
}
