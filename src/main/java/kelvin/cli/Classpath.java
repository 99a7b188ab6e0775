package kelvin.cli;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.yaml.BadInput;
import kelvin.yaml.OutsideCode;
import picocli.CommandLine.Option;

/** {@code --classpath}: the option that adds a user's own records to the catalogue. */
@Stability(INTERNAL)
public final class Classpath {
    private static final String NAME = "--classpath";

    @Option(
            names = NAME,
            paramLabel = "PATH",
            defaultValue = "",
            description = "Jars and folders with your own policies, learners and so on, separated as in java -cp.")
    private String path;

    /**
     * Returns the jars and folders that were given.
     *
     * @return paths as they were written, in order
     */
    public List<String> entries() {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /**
     * Returns the catalogue of Kelvin's own names and those found on this class path.
     *
     * @return a new catalogue
     * @throws BadInput if an entry is neither a jar nor a folder
     */
    public Catalog catalog() {
        List<String> entries = entries();
        if (entries.isEmpty()) {
            return new Catalog();
        }
        URL[] urls = entries.stream().map(Classpath::url).toArray(URL[]::new);
        return new Catalog(OutsideCode.loader(urls, Classpath.class.getClassLoader()), path);
    }

    private static URL url(String entry) {
        Path file = Path.of(entry);
        if (!Files.exists(file)) {
            throw new BadInput("--classpath: there is no '" + entry + "'");
        }
        try {
            if (!Files.isDirectory(file)) {
                new ZipFile(file.toFile()).close();
            }
            return file.toUri().toURL();
        } catch (IOException e) {
            throw new BadInput("--classpath: found " + entry + ", must be a jar or a folder");
        }
    }
}
