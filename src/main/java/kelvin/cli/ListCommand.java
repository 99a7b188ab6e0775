package kelvin.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.yaml.BadInput;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import kelvin.yaml.Parameter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin list}: lists every name that an experiment file may use, from the records themselves. */
@Command(
        name = "list",
        description =
                "Lists everything that an experiment file can name, from policies to worlds, with its parameters.",
        footer = {
            "",
            "Examples:",
            "  kelvin list                       everything",
            "  kelvin list schedule              one kind",
            "  kelvin list Softmax               one of them",
            "  kelvin list --classpath my.jar    everything, and your own",
            "",
            "An experiment file writes them {Name: {parameter: value, …}}; parameters with a default may be left out."
        })
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "A kind (${COMPLETION-CANDIDATES}) or a name. Default: all.")
    private @Nullable String wanted;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Catalog catalog = classpath.catalog();
        String blocks = ComponentKinds.ALL.stream()
                .map(kind -> block(catalog, kind))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n"));
        if (blocks.isEmpty()) {
            throw new BadInput("unknown kind or name '" + wanted + "', must be a name or one of "
                    + String.join(", ", new Kinds()) + "; kelvin list shows all");
        }
        out.println(blocks);
        return 0;
    }

    /** Prints a kind with its selected entries, if there are any. */
    private Optional<String> block(Catalog catalog, ComponentKind kind) {
        boolean all = wanted == null || wanted.equals(kind.label());
        List<ComponentType> entries = catalog.entries(kind).stream()
                .filter(entry -> all || entry.name().equals(wanted))
                .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(kind.label() + "\n"
                        + entries.stream().map(ListCommand::entry).collect(Collectors.joining("\n")));
    }

    private static String entry(ComponentType entry) {
        String parameters = Catalog.parameters(entry).stream()
                .map(ListCommand::parameter)
                .map(line -> "\n      " + line)
                .collect(Collectors.joining());
        return "  " + entry.name() + (entry.summary().isEmpty() ? "" : ": " + entry.summary()) + parameters;
    }

    private static String parameter(Parameter parameter) {
        return parameter.name() + ": " + parameter.type()
                + parameter.ifAbsent().map(value -> ", default " + value).orElse("");
    }

    /** The values allowed for KIND. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ComponentKinds.ALL.stream().map(ComponentKind::label).iterator();
        }
    }
}
