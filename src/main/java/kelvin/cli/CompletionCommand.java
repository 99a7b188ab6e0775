package kelvin.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kelvin completion}: prints a script with which a shell completes the commands. */
@Command(
        name = "completion",
        description = "Prints a script that lets bash and zsh complete commands, options and kinds.",
        footer = {"", "Example:", "  source <(kelvin completion)"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine kelvin = spec.root().commandLine();
        kelvin.getOut().print(AutoComplete.bash(kelvin.getCommandName(), kelvin));
        return 0;
    }
}
