package kelvin.chart.layout;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Writes a figure as a PDF of one page of its size, with the glyphs of its typeface embedded; equal figures have equal bytes. Text of an
 * installed typeface, whose file Java does not know, becomes outlines.
 */
final class PdfFile {
    /** The number from which PDFBox derives the identifier of a document, in place of the time. */
    private static final long IDENTIFIER = 1;

    private PdfFile() {}

    static void write(Figure figure, ChartTheme theme, Path file) throws IOException {
        float scale = (float) theme.pointsPerPixel();
        PDRectangle size = new PDRectangle(scale * figure.width(), scale * figure.height());
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(IDENTIFIER);
            document.getDocumentInformation().setSubject(figure.caption());
            PDPage page = new PDPage(size);
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, figure.width(), figure.height());
            try (EmbeddedFonts fonts = new EmbeddedFonts(document, theme)) {
                g.setFontTextDrawer(fonts);
                figure.paint(g);
                g.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(new Matrix(AffineTransform.getScaleInstance(scale, scale)));
                content.drawForm(g.getXFormObject());
            }
            document.save(file.toFile());
        }
    }

    /** Draws text as text in the typeface of a theme, and text in any other as outlines. */
    private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {
        private final PDDocument document;
        private final Typeface face;
        private final Map<String, PDFont> loaded = new HashMap<>();

        EmbeddedFonts(PDDocument document, ChartTheme theme) {
            this.document = document;
            face = Typeface.of(theme.style().font());
        }

        @Override
        protected boolean hasDynamicFontMapping() {
            return true;
        }

        @Override
        protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            String name = font.getFontName();
            boolean bold = name.equals(face.bold().getFontName());
            if ((!bold && !name.equals(face.regular().getFontName())) || !face.hasFile()) {
                return null;
            }
            if (!loaded.containsKey(name)) {
                try (InputStream in = face.open(bold)) {
                    loaded.put(name, PDType0Font.load(document, in, true));
                }
            }
            return loaded.get(name);
        }
    }
}
