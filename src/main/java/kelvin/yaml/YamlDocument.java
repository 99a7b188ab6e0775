package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import kelvin.yaml.YamlMapping.Field;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parses YAML text to a tree of nodes that know their lines. JSON is YAML, so it parses both. */
@Stability(MAY_CHANGE)
public final class YamlDocument {
    private static final int MAX_FILE_BYTES = 100_000_000;
    private static final int MAX_NESTING_LEVELS = 100;

    /** Longer ones take the parser seconds. */
    private static final int MAX_LINE_BYTES = 500_000;

    private YamlDocument() {}

    /** Reads the bytes of a file, or fails with a clear error. */
    public static byte[] bytes(Path file) {
        requireSmallFile(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(file, e));
        }
    }

    /** Rejects what is missing, is no regular file, or is too large to be held in memory. */
    static void requireSmallFile(Path file) {
        requireFile(file);
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new BadInput(file + ": has " + Files.size(file) + " bytes, must have at most " + MAX_FILE_BYTES);
            }
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(file, e));
        }
    }

    /** Rejects what is missing or is no regular file. */
    static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput(file + ": there is no such file");
        } else if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    file + ": is " + (Files.isDirectory(file) ? "a directory" : "special") + ", must be a file");
        }
    }

    /** Rejects lines so long that the parser would take seconds for them. */
    public static void limitLines(String source, byte[] utf8) {
        int line = 1;
        int from = 0;
        for (int i = 0; i <= utf8.length; i++) {
            if (i == utf8.length || utf8[i] == '\n') {
                if (i - from > MAX_LINE_BYTES) {
                    throw new BadInput(source + ":" + line + ": the line has " + (i - from)
                            + " bytes, must have at most " + MAX_LINE_BYTES);
                }
                line++;
                from = i + 1;
            }
        }
    }

    /**
     * Decodes UTF-8 text.
     *
     * @param source the name of the file, for errors
     * @param utf8 its bytes
     * @return the text without a byte order mark
     * @throws BadInput if the bytes are not UTF-8
     */
    public static String text(String source, byte[] utf8) {
        StringWriter text = new StringWriter(utf8.length);
        try (Reader reader = new Utf8Reader(source, new ByteArrayInputStream(utf8), Integer.MAX_VALUE)) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are there", e);
        }
        return text.toString();
    }

    /** Parses the root node of a text. */
    static Node parse(String source, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            limitDepth(source, new Parse(settings).parseString(text));
            return new Compose(settings)
                    .composeString(text)
                    .filter(root -> !root.getTag().equals(Tag.NULL))
                    .orElseThrow(() -> new BadInput(
                            source + (source.startsWith("--") ? ": found nothing" : ":1: the file is empty")));
        } catch (MarkedYamlEngineException e) {
            YamlProblem problem = new YamlProblem(e, text);
            throw new BadInput(source + ":" + problem.line() + ": not YAML: " + problem.text());
        } catch (ReaderException e) {
            throw new BadInput(source + ":" + line(text, text.offsetByCodePoints(0, e.getPosition())) + ": character U+"
                    + String.format(Locale.ROOT, "%04X", e.getCodePoint()) + " is not allowed");
        } catch (YamlEngineException e) {
            throw new BadInput(source + ": not YAML: " + e.getMessage());
        }
    }

    /**
     * Reads a document as plain maps, lists, texts, numbers and truth values.
     *
     * @param source the name of the file, for errors
     * @param text the document
     * @return its tree
     * @throws BadInput if it is not YAML, or a key stands twice in one mapping
     */
    public static Object tree(String source, String text) {
        Node root = parse(source, text);
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            return new StandardConstructor(settings).constructSingleDocument(Optional.of(root));
        } catch (YamlEngineException e) {
            throw new BadInput(source + ": cannot be read: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    /**
     * Parses the root of a document.
     *
     * @param source the name of the file, for errors
     * @param utf8 its bytes, with or without a byte order mark
     * @return the root node at the top of the file
     * @throws BadInput if it is not YAML
     */
    public static Field root(String source, byte[] utf8) {
        return root(source, text(source, utf8));
    }

    /**
     * Parses the root of a document.
     *
     * @param source the name of the file, for errors
     * @param text the document
     * @return the root node at the top of the file
     * @throws BadInput if it is not YAML
     */
    public static Field root(String source, String text) {
        return new Field(SourceLocation.top(source), parse(source, text));
    }

    /**
     * Parses JSON that stands in for a place of another document; its nodes know no lines of their own.
     *
     * @param json JSON without errors
     * @param place the place that errors name
     * @return its root node
     */
    public static Field unmarked(String json, SourceLocation place) {
        return new Field(place, unmarked(json));
    }

    private static Node unmarked(String json) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setUseMarks(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        return new Compose(settings).composeString(json).orElseThrow();
    }

    /** Rejects deep nesting, aliases of collections and merge keys. */
    private static void limitDepth(String source, Iterable<Event> events) {
        int depth = 0;
        Set<Anchor> collections = new HashSet<>();
        for (Event event : events) {
            int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (event instanceof CollectionStartEvent start) {
                depth++;
                start.getAnchor().ifPresent(collections::add);
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof AliasEvent alias && collections.contains(alias.getAlias())) {
                throw new BadInput(source + ":" + line + ": found the alias *" + alias.getAlias()
                        + " of a mapping or list, must be written out");
            }
            if (event instanceof ScalarEvent scalar) {
                checkText(source, line, scalar);
            }
            if (depth > MAX_NESTING_LEVELS) {
                throw new BadInput(source + ":" + line + ": nested deeper than " + MAX_NESTING_LEVELS + " levels");
            }
        }
    }

    /** Refuses merge keys, and escapes of half a surrogate pair that no file could hold. */
    private static void checkText(String source, int line, ScalarEvent scalar) {
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw new BadInput(source + ":" + line + ": found the merge key <<, must be written out");
        }
        try {
            Require.wholeCharacters("text", scalar.getValue());
        } catch (InvalidValue e) {
            throw new BadInput(source + ":" + line + ": " + e.getMessage());
        }
    }

    private static int line(String text, int end) {
        return 1 + (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
