package kelvin.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The results that the repository keeps: of each experiment what shows something and what proves something, taken from complete
 * results. Run it after {@code kelvin run} to take them again, then {@code kelvin gallery results/gallery}.
 */
final class GalleryFolders {
    static final Path FOLDER = Path.of("results/gallery");

    /** The files kept of each folder beside one picture, as far as the experiment has them. */
    static final List<String> KEPT =
            List.of("experiment.yaml", "summary.csv", "comparisons.csv", "manifest.json", "report.html");

    /** The size of the picture that is kept of each folder, in bytes, at most. */
    static final int MAX_PICTURE_BYTES = 80_000;

    /** Played by the README's first command; the picture of these results is in the guide. */
    private static final String FIRST = "ten-armed-testbed";

    private GalleryFolders() {}

    /**
     * Keeps what is worth keeping of results.
     *
     * @param args the folder that holds a folder per experiment; {@code results} if none
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length == 0 ? "results" : args[0]);
        for (Path results : folders(root)) {
            if (Files.exists(results.resolve("runs.csv")) && !results.endsWith(FIRST)) {
                keep(results, FOLDER.resolve(results.getFileName().toString()));
            }
        }
    }

    /** The results folders in a folder, by name. */
    static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(folder -> Files.exists(folder.resolve("manifest.json")))
                    .sorted()
                    .toList();
        }
    }

    private static void keep(Path results, Path gallery) throws IOException {
        Files.createDirectories(gallery);
        for (String name : KEPT) {
            if (Files.exists(results.resolve(name))) {
                Files.copy(results.resolve(name), gallery.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        String picture = picture(results) + ".png";
        Files.write(
                gallery.resolve(picture),
                SmallPicture.png(ImageIO.read(results.resolve(picture).toFile()), MAX_PICTURE_BYTES));
    }

    /** The chart that shows most: every learner where there are dozens, the sweep where there is one, regret elsewhere. */
    private static String picture(Path results) {
        if (Files.exists(results.resolve("sweep-regret.png"))) {
            return "sweep-regret";
        }
        return results.getFileName().toString().startsWith("all-learners-") ? "final-regret" : "regret";
    }
}
