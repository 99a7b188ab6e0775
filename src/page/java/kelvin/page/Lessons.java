package kelvin.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The lessons as parts of the page: templates named {@code lesson-KEY}, with their pictures in them.
 *
 * <p>A state of the page that a lesson names as code becomes a link into it, a link to another lesson one within the page, and a link to
 * any other text one to the project's address. Of HTML the lessons may hold what folds an answer away and nothing else.
 */
final class Lessons {
    private static final String STATE = "kelvin.html#";
    private static final Set<String> FOLDING = Set.of("<details><summary>Answer</summary>", "</details>");
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Map<String, String> NAMES = Map.of("console", "Terminal", "jshell", "JShell");
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof FencedCodeBlock block && tag.equals("pre")) {
                    attributes.put("role", "group");
                    attributes.put("aria-label", NAMES.getOrDefault(block.getInfo(), "Code"));
                }
            })
            .build();

    private final Path texts;
    private final String address;
    private final Map<Path, String> keys = new LinkedHashMap<>();

    private Lessons(Path texts, String address) {
        this.texts = texts;
        this.address = address;
    }

    /**
     * Returns all templates.
     *
     * @param texts the folder of the project's texts
     * @param address of that folder, for texts that the page does not hold
     */
    static String templates(Path texts, String address) throws IOException {
        Lessons lessons = new Lessons(texts, address);
        try (Stream<Path> files = Files.list(texts.resolve("lessons"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(lessons::name);
        }
        lessons.name(texts.resolve("glossary.md"));
        return lessons.keys.keySet().stream().map(lessons::template).collect(Collectors.joining());
    }

    /** Gives a text its key: the number of a lesson, or the name of its file. */
    private void name(Path file) {
        keys.put(file, file.getFileName().toString().replaceFirst("\\.md$", "").replaceFirst("^0*(\\d+)-.*", "$1"));
    }

    private String template(Path file) {
        Node text = PARSER.parse(read(file));
        text.accept(new ForThePage(file));
        return "<template id=\"lesson-" + keys.get(file) + "\">\n"
                + HTML.render(text).replace("<table>", "<div class=\"scroll\"><table>").replace("</table>", "</table></div>")
                + "</template>\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns links, pictures and states into what they are in the page. */
    private final class ForThePage extends AbstractVisitor {
        private final Path file;

        ForThePage(Path file) {
            this.file = file;
        }

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            if (to.startsWith("https://")) {
                return;
            }
            Path named = file.resolveSibling(to.replaceFirst("#.*", "")).normalize();
            if (!Files.exists(named)) {
                throw new IllegalStateException(file + " links to " + to + ", which is nowhere");
            }
            String key = keys.get(named);
            link.setDestination(key == null ? address + "/" + texts.relativize(named) : "#lesson=" + key);
            visitChildren(link);
        }

        @Override
        public void visit(Code code) {
            if (code.getLiteral().startsWith(STATE)) {
                Link link = new Link(code.getLiteral().substring(STATE.length() - 1), null);
                code.insertBefore(link);
                link.appendChild(code);
            }
        }

        @Override
        public void visit(Image image) {
            StringBuilder said = new StringBuilder();
            for (Node part = image.getFirstChild(); part != null; part = part.getNext()) {
                said.append(TEXT.render(part));
            }
            HtmlInline picture = new HtmlInline();
            picture.setLiteral(picture(file.resolveSibling(image.getDestination()), said.toString()));
            image.insertBefore(picture);
            image.unlink();
        }

        @Override
        public void visit(HtmlBlock html) {
            if (!FOLDING.contains(html.getLiteral().strip())) {
                throw new IllegalStateException(file + " holds HTML: " + html.getLiteral());
            }
        }

        @Override
        public void visit(HtmlInline html) {
            throw new IllegalStateException(file + " holds HTML: " + html.getLiteral());
        }
    }

    /** Returns a drawing as an element of its own, without names that two drawings could share. */
    private static String picture(Path file, String said) {
        String svg = read(file).replaceFirst("(?s)^.*?<svg\\b", "").replaceFirst("<defs id=\"genericDefs\"\\s*/>", "");
        if (svg.matches("(?s).*\\s(id|style|on\\w+)=\".*|.*<(script|style)\\b.*")) {
            throw new IllegalStateException(file + " holds names, styles or scripts");
        }
        String head = svg.substring(0, svg.indexOf('>')).replaceAll("\\s(width|height|xmlns(:\\w+)?)=\"[^\"]*\"", "");
        String name = said.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replaceAll("\\s+", " ");
        return "<span class=\"picture\"><svg role=\"img\" aria-label=\"" + name + "\"" + head
                + svg.substring(svg.indexOf('>')).replaceAll("\\s*\n\\s*(?=/?>)", "") + "</span>";
    }
}
