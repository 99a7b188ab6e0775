package kelvin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import kelvin.experiment.Starter;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
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
        try {
            Folders.make(file.toAbsolutePath().getParent());
            Files.writeString(file, Starter.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new BadInput(e.getFile() + ": exists already and is not overwritten");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + IoMessage.of(e), e);
        }
        spec.commandLine().getOut().println(file + ": written; play it with kelvin run " + file);
        return 0;
    }
}
