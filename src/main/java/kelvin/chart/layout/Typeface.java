package kelvin.chart.layout;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.InvalidValue;
import kelvin.file.IoMessage;

/**
 * A typeface: the bundled one, an installed one or one of a file.
 *
 * @param regular its upright font
 * @param bold its bold font
 * @param file the path of its file; empty for the bundled one and for installed ones
 * @param installed whether it is installed, in a file that Java does not know
 */
record Typeface(Font regular, Font bold, String file, boolean installed) {
    private static final Map<String, Typeface> KNOWN = new ConcurrentHashMap<>();
    private static final int MAX_NAMES = 8;

    /**
     * Returns a typeface.
     *
     * @param name a family, or the path of a font file
     * @return the typeface
     * @throws InvalidValue if there is none of that name
     */
    static Typeface of(String name) {
        return KNOWN.computeIfAbsent(name, Typeface::load);
    }

    private static Typeface load(String name) {
        if (name.equals(ChartStyle.BUNDLED)) {
            return new Typeface(Fonts.REGULAR, Fonts.BOLD, "", false);
        } else if (name.contains("/") || name.matches("(?i).*\\.(ttf|otf)")) {
            return file(name);
        }
        List<String> families =
                List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        if (!families.contains(name)) {
            String some = String.join(
                    ", ",
                    Stream.concat(Stream.of(ChartStyle.BUNDLED), families.stream())
                            .distinct()
                            .limit(MAX_NAMES)
                            .toList());
            throw new InvalidValue(
                    "font",
                    "'" + name + "'",
                    "the path of a .ttf file or one of " + families.size() + " families here, such as " + some);
        }
        return new Typeface(new Font(name, Font.PLAIN, 1), new Font(name, Font.BOLD, 1), "", true);
    }

    private static Typeface file(String name) {
        try {
            Path path = Path.of(name);
            if (!Files.isRegularFile(path)) {
                throw new InvalidValue("font", "'" + name + "', where no file is", "the path of a .ttf file");
            }
            Font font = Font.createFont(Font.TRUETYPE_FONT, path.toFile());
            return new Typeface(font, font, name, false);
        } catch (IOException e) {
            throw new InvalidValue("font", "'" + name + "': " + IoMessage.of(e), "a file that can be read");
        } catch (FontFormatException | InvalidPathException e) {
            throw new InvalidValue("font", "'" + name + "'", "the path of a TrueType or OpenType font");
        }
    }

    /** Returns whether the bytes of its fonts are at hand. */
    boolean hasFile() {
        return !installed;
    }

    /** Opens the bytes of one of its fonts. */
    InputStream open(boolean heavy) throws IOException {
        return file.isEmpty()
                ? Fonts.open(heavy ? Fonts.BOLD_FILE : Fonts.REGULAR_FILE)
                : Files.newInputStream(Path.of(file));
    }
}
