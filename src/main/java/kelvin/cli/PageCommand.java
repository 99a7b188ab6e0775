package kelvin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.yaml.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code kelvin page}: writes the page that teaches, which the launcher builds and names in {@code kelvin.page}.
 */
@Command(
        name = "page",
        description =
                "Writes the page that teaches: one HTML file to open in a browser, offline too, in which values and temperature are"
                        + " dragged and Kelvin's own classes compute.",
        footer = {"", "Examples:", "  kelvin page", "  kelvin page --out lecture/softmax.html"})
final class PageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "kelvin.html",
            description = "The file to write or replace. Default: ${DEFAULT-VALUE}")
    private Path file;

    @Override
    public Integer call() {
        String built = System.getProperty("kelvin.page");
        if (built == null) {
            throw new BadInput("the page is not in the jar; ./kelvin page builds it in a clone of Kelvin");
        }
        try {
            Folders.make(file.toAbsolutePath().getParent());
            WholeFile.write(file, beside -> Files.copy(Path.of(built), beside, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the page cannot be written: " + IoMessage.of(e), e);
        }
        spec.commandLine().getOut().println(file + ": written; open it in a browser");
        return 0;
    }
}
