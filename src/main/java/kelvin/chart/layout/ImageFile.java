package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import kelvin.contract.Stability;
import kelvin.file.WholeFile;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Image file formats. */
@Stability(MAY_CHANGE)
public enum ImageFile {
    /** PNG with the dots per inch of the theme. */
    PNG(".png") {
        @Override
        void draw(Figure figure, ChartTheme theme, Path file) throws IOException {
            double scale = theme.dotsPerPixel();
            BufferedImage image = new BufferedImage(
                    (int) Math.round(scale * figure.width()),
                    (int) Math.round(scale * figure.height()),
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setColor(Color.WHITE); // also the part of a dot that rounding adds
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(scale, scale);
            paint(figure, g);
            g.dispose();
            ImageIO.setUseCache(false);
            try (OutputStream out = Files.newOutputStream(file)) {
                ImageIO.write(image, "png", out);
            }
        }
    },
    /** SVG, in which text is text. */
    SVG(".svg") {
        @Override
        void draw(Figure figure, ChartTheme theme, Path file) throws IOException {
            String svg = svg(figure, theme, true);
            Files.writeString(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg);
        }
    },
    /** PDF, in which text is text. */
    PDF(".pdf") {
        @Override
        void draw(Figure figure, ChartTheme theme, Path file) throws IOException {
            PdfFile.write(figure, theme, file);
        }
    },
    /** An axis of pgfplots for LaTeX; of figures with a table only. */
    TIKZ(".tex") {
        @Override
        void draw(Figure figure, ChartTheme theme, Path file) throws IOException {
            Files.writeString(file, LatexFile.of(figure.table().orElseThrow(), theme, figure.caption()));
        }
    },
    /** A wide table with a column per curve; of figures with a table only. */
    CSV("-curves.csv") {
        @Override
        void draw(Figure figure, ChartTheme theme, Path file) throws IOException {
            Files.writeString(file, figure.table().orElseThrow().csv());
        }
    };

    private final String end;

    ImageFile(String end) {
        this.end = end;
    }

    /** The head of an SVG file without Batik's DTD on the web, which some readers would fetch. */
    private static final String HEAD = "(?s)^.*?(?=<svg )";

    abstract void draw(Figure figure, ChartTheme theme, Path file) throws IOException;

    /** Writes a figure to a file. */
    public Path write(Figure figure, ChartTheme theme, Path folder, String name) throws IOException {
        Path file = folder.resolve(name + end);
        return WholeFile.write(file, beside -> draw(figure, theme, beside));
    }

    /** Returns the {@code svg} element only, on the background of the page that embeds it. */
    public static String element(Figure figure) throws IOException {
        return svg(figure, ChartTheme.DEFAULT, false);
    }

    private static String svg(Figure figure, ChartTheme theme, boolean ground) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setPrecision(1);
        context.setComment(null);
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(figure.width(), figure.height()));
        if (ground) {
            paint(figure, g);
        } else {
            figure.paint(g);
        }
        Element root = g.getRoot();
        root.setAttribute("width", pixels(figure.width(), theme));
        root.setAttribute("height", pixels(figure.height(), theme));
        root.setAttribute("viewBox", "0 0 " + figure.width() + " " + figure.height());
        StringWriter svg = new StringWriter();
        g.stream(root, svg, false, false);
        return svg.toString().replaceFirst(HEAD, "").replace("'DejaVu Sans'", Fonts.FAMILIES);
    }

    /** Returns a length in pixels of 1/96 inch. */
    private static String pixels(int length, ChartTheme theme) {
        return BigDecimal.valueOf(length * theme.pointsPerPixel() * 96 / 72)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void paint(Figure figure, Graphics2D g) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, figure.width(), figure.height());
        figure.paint(g);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK has no XML parser", e);
        }
    }
}
