package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Stability;

/**
 * A page for a projector: panels of bars side by side, a table, and a few sentences; one HTML file that loads nothing else.
 *
 * @param title the title
 * @param labels the name of each row of bars
 * @param panels the panels
 * @param table a small table, its header first; may be empty
 * @param notes sentences below
 */
@Stability(MAY_CHANGE)
public record Slide(
        String title, List<String> labels, List<Panel> panels, List<List<String>> table, List<String> notes) {
    private static final int MAX_FEW = 5;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; --ink: #1d2127; --faint: #4d5866; --ground: #ffffff; --grid: #dfe3e8;
              --first: #0b5cad; --second: #b3560b; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8eaed; --faint: #b4bdc9; --ground: #15181d; --grid: #3a414b; --first: #6aa9f7; --second: #f0a35e; } }
            * { box-sizing: border-box; }
            body { margin: 0; min-height: 100vh; padding: 3vmin 4vmin; display: flex; flex-direction: column; gap: 2.4vmin;
              color: var(--ink); background: var(--ground);
              font: clamp(18px, 1.65vw, 34px)/1.35 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", Verdana, sans-serif; }
            h1 { font-size: 1.35em; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
            .panels { flex: 1; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17em, 100%%), 1fr)); align-content: center;
              gap: 2vmin 4vmin; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            caption { text-align: left; font-weight: 600; padding-bottom: .4em; }
            th, td { padding: .18em .5em; text-align: right; white-space: nowrap; font-weight: 400; }
            .panels th { color: var(--faint); width: 1%%; padding-left: 0; }
            .panels td { width: 1%%; } .panels td.bar { width: auto; }
            .bar span { display: block; height: 1.1em; min-width: 1px; border-radius: 0 .15em .15em 0; background: var(--first); }
            .bar { border-left: 2px solid var(--grid); padding-left: 0 !important; }
            .panels .gates .bar span { background: var(--second); }
            .few td, .few th { padding-top: .4em; padding-bottom: .4em; } .few .bar span { height: 1.5em; }
            .panels tfoot td, .panels tfoot th { border-top: 2px solid var(--grid); }
            .numbers { align-self: flex-start; display: block; max-width: 100%%; overflow-x: auto; } .numbers th { color: var(--faint); }
            .notes p { margin: .2em 0; color: var(--faint); }
            @media print { body { min-height: 0; } }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            <main class="panels%5$s">
            %2$s
            </main>
            %3$s
            <div class="notes">
            %4$s
            </div>
            </body>
            </html>
            """;

    /**
     * Numbers in [0, 1], drawn as bars.
     *
     * @param title what the numbers are
     * @param numbers a number for each label
     * @param texts the numbers as they are printed
     * @param sum their sum as it is printed
     * @param gates whether each is a probability of its own, drawn in another colour than shares of one
     */
    public record Panel(String title, List<Double> numbers, List<String> texts, String sum, boolean gates) {}

    /**
     * Returns the page.
     *
     * @return HTML
     */
    public String html() {
        return PAGE.formatted(
                Html.text(title),
                panels.stream().map(this::panel).collect(Collectors.joining("\n")),
                numbers(),
                Html.paragraphs(notes),
                labels.size() <= MAX_FEW ? " few" : "");
    }

    private String panel(Panel panel) {
        String rows = IntStream.range(0, labels.size())
                .mapToObj(i -> "<tr><th scope=\"row\">" + Html.text(labels.get(i)) + "</th><td class=\"bar\">"
                        + bar(panel.numbers.get(i)) + "</td><td>" + Html.text(panel.texts.get(i)) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return (panel.gates ? "<table class=\"gates\">" : "<table>") + "\n<caption>" + Html.text(panel.title)
                + "</caption>\n<tbody>\n" + rows
                + "\n</tbody>\n<tfoot><tr><th scope=\"row\">sum</th><td class=\"bar\"></td><td>" + Html.text(panel.sum)
                + "</td></tr></tfoot>\n</table>";
    }

    private static String bar(double number) {
        return number > 0 ? String.format(Locale.ROOT, "<span style=\"width:%.3f%%\"></span>", 100 * number) : "";
    }

    private String numbers() {
        if (table.isEmpty()) {
            return "";
        }
        String rows = IntStream.range(0, table.size())
                .mapToObj(i -> table.get(i).stream()
                        .map(Html::text)
                        .map(cell -> i == 0 ? "<th scope=\"col\">" + cell + "</th>" : "<td>" + cell + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining("\n"));
        return "<table class=\"numbers\">\n" + rows + "\n</table>";
    }
}
