package kelvin.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code kelvin help}: prints the help of Kelvin or of one of its commands, as {@code --help} does. */
@Command(
        name = "help",
        description = "Prints the help of a command.",
        footer = {"", "Example:", "  kelvin help run     the same as kelvin run --help"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command. Default: Kelvin itself")
    private @Nullable String name;

    @Override
    public Integer call() {
        CommandLine kelvin = spec.commandLine().getParent();
        CommandLine command = name == null ? kelvin : kelvin.getSubcommands().get(name);
        if (command == null) {
            throw new UnmatchedArgumentException(kelvin, List.of(String.valueOf(name)));
        }
        command.usage(spec.commandLine().getOut());
        return 0;
    }
}
