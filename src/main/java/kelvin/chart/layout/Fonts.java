package kelvin.chart.layout;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import kelvin.file.IoMessage;

/** The bundled typeface, so that a chart looks the same everywhere and needs no installed font. */
final class Fonts {
    /** The font families named in SVG files; Verdana has nearly the widths of DejaVu Sans. */
    static final String FAMILIES = "'DejaVu Sans', Verdana, sans-serif";

    static final String REGULAR_FILE = "DejaVuSans.ttf";
    static final String BOLD_FILE = "DejaVuSans-Bold.ttf";

    static final Font REGULAR = load(REGULAR_FILE);
    static final Font BOLD = load(BOLD_FILE);

    private Fonts() {}

    private static Font load(String file) {
        try {
            return read(file);
        } catch (InternalError | RuntimeException noInstalledFont) {
            nameOneFont();
            return read(file);
        }
    }

    private static Font read(String file) {
        try (InputStream in = open(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.ofTemporary(e), e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " is not a font", e);
        }
    }

    /** Writes a font configuration of our own, without which the JDK creates no font where fontconfig knows none. */
    private static void nameOneFont() {
        try (InputStream in = open(REGULAR_FILE)) {
            Path font = Files.createTempFile("kelvin", ".ttf");
            Path configuration = Files.createTempFile("kelvin", ".properties");
            Files.copy(in, font, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    configuration,
                    "version=1\nallfonts.latin-1=DejaVu Sans\nsequence.allfonts=latin-1\nfilename.DejaVu_Sans=%s\n"
                            .formatted(font));
            font.toFile().deleteOnExit();
            configuration.toFile().deleteOnExit();
            System.setProperty("sun.awt.fontconfig", configuration.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.ofTemporary(e), e);
        }
    }

    static InputStream open(String file) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(file), file);
    }
}
