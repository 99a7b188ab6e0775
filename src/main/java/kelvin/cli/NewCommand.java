package kelvin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kelvin.experiment.Starter;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.yaml.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin new}: writes a commented experiment file to start from. */
@Command(
        name = "new",
        description = "Writes a commented starter experiment.",
        footer = {"", "Example:", "  kelvin new experiments/my-question      writes experiments/my-question.yaml"})
final class NewCommand implements Callable<Integer> {
    private static final String YAML = ".yaml";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The file to write; " + YAML + " is added where it is missing.")
    private String name;

    @Override
    public Integer call() {
        Path file = Path.of(name.endsWith(YAML) ? name : name + YAML);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInput(file + ": exists already and is not overwritten");
        }
        try {
            Folders.make(file.toAbsolutePath().getParent());
            WholeFile.write(file, beside -> Files.writeString(beside, Starter.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + IoMessage.of(e), e);
        }
        spec.commandLine().getOut().println(file + ": written; play it with kelvin run " + file);
        return 0;
    }
}
