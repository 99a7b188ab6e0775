package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.yaml.ComponentType;
import kelvin.yaml.Parameter;

/**
 * Lists components by kind and family: a line for each, or all that is known of them.
 *
 * @param words the Javadoc of components
 * @param width the width of a line, in characters
 * @param strong marks a name
 */
@Stability(INTERNAL)
public record ComponentList(ComponentWords words, int width, UnaryOperator<String> strong) {
    private static final int INDENT = 2;
    private static final int GAP = 2;
    private static final int DETAIL_INDENT = 6;
    private static final String INTERVAL = "([\\[(][^ ,]{1,4},) ([^ ,]{1,4}[\\])])";
    private static final String UNBREAKABLE = "\u00a0";
    private static final int MAX_NAME = 24;

    /**
     * Returns the name of the family of a component: the last part of its package.
     *
     * @param type the component
     * @return the name, such as {@code index}
     */
    public static String family(ComponentType type) {
        String home = type.type().getPackageName();
        return home.substring(home.lastIndexOf('.') + 1);
    }

    /**
     * Returns whether a word occurs in what is known of a component, whatever its case.
     *
     * @param type the component
     * @param word the word
     * @return true if its name, its family, its summary, or the name or the meaning of a parameter holds the word
     */
    public boolean mentions(ComponentType type, String word) {
        Stream<String> parameters = Catalog.parameters(type).stream()
                .flatMap(each ->
                        Stream.of(each.name(), words.parameter(type, each).orElse("")));
        return Stream.concat(Stream.of(type.name(), family(type), type.summary()), parameters)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    }

    /**
     * Lists components of one kind.
     *
     * @param types the components
     * @param full whether their parameters are listed too
     * @return the kind, then its families, then the components of each
     */
    public String text(List<ComponentType> types, boolean full) {
        Map<String, List<ComponentType>> families = types.stream()
                .collect(Collectors.groupingBy(
                        type -> type.type().getPackageName(), LinkedHashMap::new, Collectors.toList()));
        int column = INDENT
                + GAP
                + types.stream()
                        .mapToInt(type -> Math.min(MAX_NAME, type.name().length()))
                        .max()
                        .orElse(0);
        List<String> lines = new ArrayList<>();
        families.forEach((home, members) -> {
            lines.add(heading(home, members.get(0)));
            for (ComponentType type : members) {
                lines.add(line(strong.apply(type.name()), type.name().length(), INDENT, column, type.summary()));
                if (full) {
                    details(type, lines);
                }
            }
            lines.add("");
        });
        return String.join("\n", lines).stripTrailing();
    }

    private String heading(String home, ComponentType first) {
        String kind = first.kind().label();
        boolean root =
                home.equals(first.kind().packages().get(0)) || family(first).equals(kind);
        String name = root ? kind : kind + ", " + family(first);
        String about = words.family(home).map(sentence -> ": " + sentence).orElse("");
        return strong.apply(name) + wrapped(name.length(), 0, about);
    }

    private void details(ComponentType type, List<String> lines) {
        List<Parameter> parameters = Catalog.parameters(type);
        int column = DETAIL_INDENT
                + GAP
                + parameters.stream()
                        .mapToInt(each -> each.name().length())
                        .max()
                        .orElse(0);
        for (Parameter each : parameters) {
            String meaning =
                    words.parameter(type, each).map(text -> ": " + text).orElse("");
            String value = each.type()
                    + each.ifAbsent().map(absent -> ", default " + absent).orElse("");
            lines.add(line(each.name(), each.name().length(), DETAIL_INDENT, column, value + meaning));
        }
        words.testbeds(type)
                .ifPresent(needed -> lines.add(
                        " ".repeat(DETAIL_INDENT) + wrapped(DETAIL_INDENT, DETAIL_INDENT, "Testbeds: " + needed)));
    }

    /** Returns a name, and a text that begins at a column, and goes on there where a line is full. */
    private String line(String name, int length, int indent, int column, String text) {
        int gap = Math.max(text.isEmpty() ? 0 : 1, column - indent - length);
        return " ".repeat(indent)
                + name
                + (" ".repeat(gap) + wrapped(indent + length + gap, column, text)).stripTrailing();
    }

    /** Breaks a text that begins at one column and goes on at another. */
    private String wrapped(int first, int column, String text) {
        StringBuilder all = new StringBuilder();
        int at = first;
        for (String word : text.replaceAll(INTERVAL, "$1" + UNBREAKABLE + "$2").split(" ", -1)) {
            int length = word.codePointCount(0, word.length());
            boolean begins = all.length() == 0;
            if (!begins && at + 1 + length > width) {
                all.append('\n').append(" ".repeat(column)).append(word);
                at = column + length;
            } else {
                all.append(begins ? "" : " ").append(word);
                at += length + (begins ? 0 : 1);
            }
        }
        return all.toString().replace(UNBREAKABLE, " ");
    }
}
