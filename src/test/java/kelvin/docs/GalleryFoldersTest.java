package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kelvin.file.Checksum;
import kelvin.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The results in the repository are few, small and whole. */
class GalleryFoldersTest {
    private static final long MAX_KEPT_BYTES = 16_000_000;
    private static final List<String> NOT_PLAYED = List.of("gallery", "published", "speed");

    static List<Path> folders() throws IOException {
        return GalleryFolders.folders(GalleryFolders.FOLDER);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<?, ?> sums(Path folder) throws IOException {
        return (Map<?, ?>) Objects.requireNonNull(
                ((Map<?, ?>) Objects.requireNonNull(Json.parse(Files.readString(folder.resolve("manifest.json")))))
                        .get("files"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aFolderKeepsItsTextsAndOnePicture(Path folder) throws IOException {
        List<String> others = new ArrayList<>(names(folder));
        others.removeAll(GalleryFolders.KEPT);
        assertThat(names(folder)).containsAll(GalleryFolders.KEPT);
        assertThat(others).singleElement().asString().endsWith(".png");
        assertThat(Files.size(folder.resolve(others.get(0)))).isLessThanOrEqualTo(GalleryFolders.MAX_PICTURE_BYTES);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theManifestHasTheChecksumOfEveryDataFile(Path folder) throws IOException {
        Map<?, ?> sums = sums(folder);
        assertThat(sums.keySet().stream().map(String::valueOf))
                .contains("experiment.yaml", "curves.csv", "selections.csv", "runs.csv", "summary.csv")
                .contains("quantiles.csv", "comparisons.csv", "bounds.csv");
        for (String name : List.of("experiment.yaml", "summary.csv", "comparisons.csv")) {
            assertThat(sums.get(name)).isEqualTo(Checksum.of(folder.resolve(name)));
        }
    }

    @Test
    void allKeptResultsAreSmall() throws IOException {
        List<Path> kept = Stream.of("gallery", "published", "speed")
                .map(Path.of("results")::resolve)
                .toList();
        long bytes = 0;
        for (Path folder : kept) {
            try (Stream<Path> files = Files.walk(folder)) {
                bytes += files.filter(Files::isRegularFile)
                        .mapToLong(GalleryFoldersTest::size)
                        .sum();
            }
        }
        assertThat(bytes + Files.size(Path.of("results/README.md"))).isLessThanOrEqualTo(MAX_KEPT_BYTES);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Results are written to results/NAME, and all but these three folders and the page beside them is ignored by git. */
    @Test
    void noExperimentIsWrittenOverKeptResults() throws IOException {
        assertThat(names(Path.of("experiments")))
                .isNotEmpty()
                .noneMatch(name -> NOT_PLAYED.contains(name.replace(".yaml", "")));
        assertThat(Files.readAllLines(Path.of(".gitignore")))
                .contains("/results/*", "!/results/gallery/", "!/results/published/", "!/results/speed/");
    }

    @Test
    void theIndexLeadsToEveryReport() throws IOException {
        String index = Files.readString(GalleryFolders.FOLDER.resolve("index.html"));
        assertThat(folders())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(index).contains("\"" + folder.getFileName() + "/report.html\""));
    }

    private static BufferedImage noise(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt(1 << 24));
        }
        return image;
    }

    @Test
    void aPictureOfFewColoursKeepsThem() throws IOException {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0x123456);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(SmallPicture.png(image, 1000)));
        assertThat(small.getRGB(3, 4) & 0xffffff).isEqualTo(0x123456);
        assertThat(small.getWidth()).isEqualTo(20);
    }

    @Test
    void aPictureThatIsTooLargeIsHalved() throws IOException {
        byte[] png = SmallPicture.png(noise(200), 20_000);
        assertThat(png.length).isLessThanOrEqualTo(20_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(100);
    }
}
