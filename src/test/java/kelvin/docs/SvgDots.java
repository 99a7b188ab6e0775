package kelvin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dots of a picture, which show the numbers that it was drawn from. */
public final class SvgDots {
    private static final Pattern DOT = Pattern.compile("<circle[^>]*cx=\"([-.0-9]+)\"[^>]*cy=\"([-.0-9]+)\"");

    private SvgDots() {}

    /** Returns the places of the dots of an SVG file, x and y of each, in their order. */
    public static double[] of(Path svg) throws IOException {
        return DOT.matcher(Files.readString(svg))
                .results()
                .flatMap(dot -> Stream.of(dot.group(1), dot.group(2)))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
