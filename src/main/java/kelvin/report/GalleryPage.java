package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import kelvin.contract.Stability;

/**
 * An index page of experiments, each with its question and the first sentence of its answer.
 *
 * @param entries the experiments, in the order they are shown
 */
@Stability(MAY_CHANGE)
public record GalleryPage(List<Entry> entries) {
    /** The name of the index page's file beside the results folders. */
    public static final String FILE = "index.html";

    public GalleryPage {
        entries = List.copyOf(entries);
    }

    /**
     * One experiment.
     *
     * @param name its name, which is that of its folder
     * @param question what it asks
     * @param answer what came out, in a sentence
     * @param target what its question leads to, relative to the page
     */
    public record Entry(String name, String question, String answer, String target) {
        /**
         * Quotes the question and the first sentence of the answer from a report.
         *
         * @param name the name of the results folder
         * @param report the HTML of its {@link ReportPage}
         * @param target the address of the report, relative to the index page
         * @return the entry; empty if the text is not a report
         */
        public static Optional<Entry> of(String name, String report, String target) {
            Matcher quote = ReportPage.QUOTE.matcher(report);
            return quote.find()
                    ? Optional.of(new Entry(name, Html.raw(quote.group(1)), Html.raw(quote.group(2)), target))
                    : Optional.empty();
        }
    }

    /**
     * Returns the page.
     *
     * @return HTML
     */
    public String html() {
        List<String> parts = new ArrayList<>(List.of("<h1>Experiments</h1>"));
        parts.add(entries.stream()
                .map(entry -> "<li><a href=\"%s\"><strong>%s</strong></a><br>%s<br><span class=\"faint\">%s</span></li>"
                        .formatted(
                                Html.text(entry.target),
                                Html.text(entry.question),
                                Html.text(entry.answer),
                                Html.text(entry.name)))
                .collect(Collectors.joining("\n", "<ul class=\"cards\">\n", "\n</ul>")));
        return Html.page("Experiments", parts, PageScript.read("index.js"));
    }
}
