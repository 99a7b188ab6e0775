package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.regex.Pattern;
import kelvin.contract.Stability;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A location in a source file (name, line, path of keys); errors about what stands there are made here.
 *
 * @param source the name of the file
 * @param line the line, from 1
 * @param path the keys that lead there, such as {@code learners.'softmax 0.1'}; empty at the top
 */
@Stability(MAY_CHANGE)
public record SourceLocation(String source, int line, String path) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$-]*");
    private static final int MAX_QUOTED_CHARACTERS = 60;

    /** Returns the top of a file. */
    public static SourceLocation top(String source) {
        return new SourceLocation(source, 1, "");
    }

    /** Returns the location of a key of the mapping at this one. */
    SourceLocation key(String key, Node node) {
        String name = PLAIN.matcher(key).matches() ? key : "'" + shorten(key) + "'";
        return new SourceLocation(source, line(node), path.isEmpty() ? name : path + "." + name);
    }

    /** Returns the location of an element of the list at this one, counted from 0. */
    SourceLocation element(int index, Node node) {
        return new SourceLocation(source, line(node), path + "[" + index + "]");
    }

    /** Returns the same path at another line. */
    SourceLocation at(int otherLine) {
        return new SourceLocation(source, otherLine, path);
    }

    /** Returns the same path at the line of a node. */
    SourceLocation on(Node node) {
        return new SourceLocation(source, line(node), path);
    }

    /**
     * Returns an error at this location.
     *
     * @param problem what was found and what is allowed
     * @return the error, whose message begins with file, line and path
     */
    public BadInput error(String problem) {
        return new BadInput(source + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }

    /** Shortens text to be quoted in messages: one line of at most 60 characters. */
    public static String shorten(String text) {
        String line = text.replaceAll("[\\n\\r\\t]", " ");
        return line.length() <= MAX_QUOTED_CHARACTERS ? line : line.substring(0, MAX_QUOTED_CHARACTERS) + "…";
    }

    private int line(Node node) {
        return node.getStartMark()
                .map(Mark::getLine)
                .map(zeroBased -> zeroBased + 1)
                .orElse(line);
    }
}
