package kelvin.docs;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** PNG files of a bounded size: a palette of the most frequent colours, and half the width where that is not enough. */
final class SmallPicture {
    private SmallPicture() {}

    /**
     * Encodes an image with the richest palette that keeps the size, of 256, 128 or 64 colours, then at half the width and height.
     * Equal images give equal bytes on one JDK.
     *
     * @param image what to encode
     * @param most the largest size allowed, in bytes
     * @return a PNG file
     * @throws IllegalArgumentException if it does not fit at half the size either
     */
    static byte[] png(BufferedImage image, int most) {
        return Stream.of(image, half(image))
                .flatMap(drawn -> Stream.of(256, 128, 64).map(colours -> encoded(indexed(drawn, colours))))
                .filter(png -> png.length <= most)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("a picture cannot be brought below " + most + " bytes"));
    }

    private static BufferedImage half(BufferedImage image) {
        BufferedImage half = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = half.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, half.getWidth(), half.getHeight(), null);
        g.dispose();
        return half;
    }

    private static BufferedImage indexed(BufferedImage image, int most) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        int[] palette = palette(pixels, most);
        byte[][] channels = new byte[3][palette.length];
        for (int i = 0; i < palette.length; i++) {
            channels[0][i] = (byte) (palette[i] >> 16);
            channels[1][i] = (byte) (palette[i] >> 8);
            channels[2][i] = (byte) palette[i];
        }
        BufferedImage indexed = new BufferedImage(
                width,
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, channels[0], channels[1], channels[2]));
        WritableRaster raster = indexed.getRaster();
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            raster.setSample(
                    i % width, i / width, 0, nearest.computeIfAbsent(pixels[i], colour -> nearest(palette, colour)));
        }
        return indexed;
    }

    /** The most frequent colours, the most frequent first. */
    private static int[] palette(int[] pixels, int most) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            best = distance(palette[i], colour) < distance(palette[best], colour) ? i : best;
        }
        return best;
    }

    /** The squared Euclidean distance of two colours in RGB. */
    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }

    private static byte[] encoded(BufferedImage image) {
        ImageIO.setUseCache(false);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), smallest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
