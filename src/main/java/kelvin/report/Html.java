package kelvin.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The HTML frame that all pages share, and the escaping of text. */
final class Html {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2127; --faint: #55606e; --ground: #ffffff; --grid: #dfe3e8; --card: #f6f8fa;
              --link: #0b5cad; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8eaed; --faint: #aab4c0; --ground: #15181d; --grid: #3a414b; --card: #1f242b; --link: #8ab8f5; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 60rem; padding: 1.25rem 1rem 3rem; color: var(--ink); background: var(--ground);
              font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", Verdana, sans-serif; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: .3rem 0 1rem; overflow-wrap: anywhere; }
            h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
            h3 { font-size: 1rem; margin: 0 0 .3rem; }
            figcaption p { margin: .3rem 0; }
            p, li, figcaption { max-width: 46rem; overflow-wrap: anywhere; }
            a { color: var(--link); }
            .faint, figcaption { color: var(--faint); font-size: .92rem; }
            .answer { background: var(--card); border-left: .3rem solid var(--link); padding: .8rem 1rem; border-radius: .25rem; }
            .answer p { margin: .3rem 0; }
            .wide { overflow-x: auto; }
            .wide:focus-visible, a:focus-visible, summary:focus-visible, button:focus-visible, svg:focus-visible { outline: .2rem solid var(--link); outline-offset: .15rem; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            caption { text-align: left; }
            th, td { padding: .35rem .7rem; border-bottom: 1px solid var(--grid); text-align: right; white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; white-space: normal; min-width: clamp(7rem, 15vw, 9rem); }
            thead th { border-bottom-width: 2px; vertical-align: bottom; white-space: normal; }
            figure { margin: 1.4rem 0 2rem; }
            .wide > svg { display: block; width: 100%; min-width: 48rem; max-width: 52rem; height: auto; color: var(--ink); }
            .live { position: relative; max-width: 52rem; font-size: .88rem; line-height: 1.2; }
            .live > svg { display: block; touch-action: pan-y; fill: var(--ink); font-size: .82rem; } .live path { fill: none; } .live path[fill] { fill: revert-layer; }
            .live .curve { stroke-width: 1.9; stroke-linejoin: round; } .live .grid { stroke: var(--grid); }
            .live button { display: inline-flex; align-items: center; gap: .4rem; font: inherit; color: inherit; background: none; border: 0; padding: .2rem .3rem; min-height: 1.5rem; text-align: left; cursor: pointer; border-radius: .25rem; }
            .live > button { position: absolute; max-width: 13rem; } .live button:hover { background: var(--card); } .live button > svg { flex: none; }
            .live button[aria-pressed=false] { opacity: .6; text-decoration: line-through; } .tools { text-align: right; }
            .tools button { border: 1px solid var(--faint); margin-left: .4rem; } .live .tools button[aria-pressed=false] { opacity: 1; text-decoration: none; }
            .tools button[aria-pressed=true] { background: var(--link); color: var(--ground); }
            .values { position: absolute; top: 4rem; pointer-events: none; opacity: .94; }
            .values table, .values caption { background: var(--ground); border: 1px solid var(--grid); }
            .values caption { border-bottom: 0; padding: .2rem .4rem; }
            .values th, .values td { padding: .1rem .4rem; border: 0; font-weight: normal; } .values th:first-child { min-width: 0; }
            .narrow .values { position: static; pointer-events: auto; opacity: 1; overflow-x: auto; } .narrow .values table { width: 100%; }
            .narrow .values :is(table, caption) { border: 0; } .narrow .values th { padding-left: 0; }
            .values th > svg { margin-right: .4rem; vertical-align: middle; }
            :is(.wide, .phone) > svg { font-family: "DejaVu Sans", Verdana, sans-serif; } :is(.wide, .phone) text { white-space: pre; }
            .phone { display: none; } .phone > svg { display: block; width: 100%; max-width: 30rem; height: auto; color: var(--ink); }
            @media screen and (max-width: 40rem) { thead th { white-space: nowrap; } figure > .wide { display: none; } figure > .phone { display: block; } }
            @media screen { .drawn > :is(.wide, .phone) { display: none; } }
            pre { background: var(--card); padding: .8rem; overflow-x: auto; border-radius: .25rem; font-size: .88rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
            dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
            ul.cards { list-style: none; padding: 0; margin: 0; }
            ul.cards li { display: flex; gap: 1rem; align-items: flex-start; padding: .9rem 0; border-bottom: 1px solid var(--grid); max-width: none; }
            ul.cards svg { flex: none; width: 10rem; border-left: 1px solid var(--faint); border-bottom: 1px solid var(--faint); }
            ul.cards path { fill: none; stroke-width: 1.5; } @media (max-width: 34rem) { ul.cards li { display: block; } ul.cards svg { display: block; margin-bottom: .5rem; } }
            select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--faint); border-radius: .25rem; padding: .2rem; max-width: 100%; }
            .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .3rem; }
            @media print {
              :root { --ink: #000; --faint: #333; --ground: #fff; --grid: #ccc; --card: #f4f4f4; --link: #000; }
              body { max-width: none; padding: 0; font-size: 10pt; }
              .wide { overflow: visible; } figure, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
              .live { display: none; } .wide > svg { min-width: 0; max-width: 100%; max-height: 11cm; } pre { white-space: pre-wrap; } .skip { display: none; } }
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src %1$s; style-src %2$s; base-uri 'none'; form-action 'none'">
            <title>%3$s</title>
            <style>%4$s</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <main id="main">
            %5$s
            </main>
            <script type="module">%6$s</script>
            </body>
            </html>
            """;

    private Html() {}

    /** Returns a page with a script of ours; without it the page is whole. */
    static String page(String title, List<String> parts, String script) {
        return PAGE.formatted(
                PageScript.hash(script), PageScript.hash(STYLE), text(title), STYLE, String.join("\n", parts), script);
    }

    /** Escapes text for use between tags and in attributes. */
    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns the text that was made safe by {@link #text}. */
    static String raw(String text) {
        return text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    /** Returns a heading with its section. */
    static String section(String heading, String body) {
        return "<section>\n<h2>%s</h2>\n%s\n</section>".formatted(text(heading), body);
    }

    static String paragraphs(List<String> sentences) {
        return sentences.stream().map(s -> "<p>" + text(s) + "</p>").collect(Collectors.joining("\n"));
    }

    /**
     * Returns a table that scrolls sideways where it is too wide, also by keyboard; its first column holds row headers.
     */
    static String table(String caption, List<String> header, List<List<String>> rows) {
        String head = header.stream()
                .map(cell -> "<th scope=\"col\">" + text(cell) + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream().map(Html::row).collect(Collectors.joining("\n"));
        return """
                <p class="faint">%1$s</p>
                <div class="wide" tabindex="0" role="region" aria-label="%1$s">
                <table aria-label="%1$s">
                <thead><tr>%2$s</tr></thead>
                <tbody>
                %3$s
                </tbody>
                </table>
                </div>""".formatted(text(caption), head, body);
    }

    private static String row(List<String> cells) {
        String rest = cells.stream()
                .skip(1)
                .map(cell -> "<td>" + text(cell) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">" + text(cells.get(0)) + "</th>" + rest + "</tr>";
    }

    /** Returns a figure with a text alternative for screen readers. */
    static String figure(String title, String words, ReportChart chart) {
        String label = text(title + ": " + words);
        return """
                <figure>
                <h3>%1$s</h3>
                <div class="wide" tabindex="0" role="region" aria-label="%1$s">
                %2$s
                </div>
                <div class="phone">
                %3$s
                </div>
                %4$s
                <figcaption><p>%5$s</p><p>%6$s</p></figcaption>
                </figure>""".formatted(
                        text(title),
                        labelled(chart.svg(), label),
                        labelled(chart.phone(), label),
                        chart.data().map(CurveData::html).orElse(""),
                        text(words),
                        text(chart.caption()));
    }

    private static String labelled(String svg, String label) {
        return svg.replaceFirst("<svg ", Matcher.quoteReplacement("<svg role=\"img\" aria-label=\"" + label + "\" "));
    }
}
