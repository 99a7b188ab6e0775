package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.contract.Stability;
import kelvin.metric.Results;

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
         * Returns the entry of some results.
         *
         * @param name the name of the folder
         * @param results what it holds
         * @param target what the question leads to, relative to the page
         * @return the entry
         */
        public static Entry of(String name, Results results, String target) {
            return new Entry(name, results.question(), Answer.of(results).get(0), target);
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
        return Html.page("Experiments", parts);
    }
}
