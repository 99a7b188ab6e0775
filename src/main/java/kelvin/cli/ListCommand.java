package kelvin.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.console.Colours;
import kelvin.cli.console.Terminal;
import kelvin.cli.text.ComponentList;
import kelvin.cli.text.ComponentWords;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.yaml.BadInput;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import kelvin.yaml.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin list}: lists every name that an experiment file may use, from the records themselves. */
@Command(
        name = "list",
        description =
                "Lists everything that an experiment file can name, from policies to worlds, by kind and family; of one of them all"
                        + " parameters with their units and ranges, and the testbeds that a learner accepts.",
        footer = {
            "",
            "Examples:",
            "  kelvin list                       everything, in a line each",
            "  kelvin list schedule              one kind, with all parameters",
            "  kelvin list bayes                 one family",
            "  kelvin list Softmax               one of them",
            "  kelvin list --search entropy      whatever mentions a word",
            "  kelvin list --classpath my.jar    everything, and your own",
            "",
            "An experiment file writes them {Name: {parameter: value, …}}; parameters with a default may be left out."
        })
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Classpath classpath;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description =
                    "A kind (${COMPLETION-CANDIDATES}), a family such as index, or a name, with all parameters. Default: a line of each.")
    private @Nullable String wanted;

    @Option(
            names = "--search",
            paramLabel = "WORD",
            description = "Lists only what mentions the word, in its name, its description or its parameters.")
    private @Nullable String word;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says what is near to what was wanted, or else which kinds there are. */
    private String allowed(Catalog catalog) {
        String name = String.valueOf(wanted);
        List<String> kinds =
                ComponentKinds.ALL.stream().map(ComponentKind::label).toList();
        List<String> meant = NearestName.of(name, kinds).map(List::of).orElseGet(() -> catalog.meant(name));
        return meant.isEmpty()
                ? ", must be a name, a family or one of " + String.join(", ", kinds) + "; kelvin list shows all"
                : NearestName.question(meant) + " kelvin list shows all";
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Catalog catalog = classpath.catalog();
        ComponentList list = new ComponentList(
                new ComponentWords(),
                Math.min(terminal.columns(), Terminal.WIDTH),
                Colours.of(spec.commandLine())::strong);
        List<List<ComponentType>> kinds = ComponentKinds.ALL.stream()
                .map(kind ->
                        catalog.entries(kind).stream().filter(this::isWanted).toList())
                .filter(types -> !types.isEmpty())
                .toList();
        if (kinds.isEmpty()) {
            throw new BadInput("unknown kind, family or name '" + wanted + "'" + allowed(catalog));
        }
        List<String> blocks = kinds.stream()
                .map(types -> types.stream()
                        .filter(type -> word == null || list.mentions(type, word))
                        .toList())
                .filter(types -> !types.isEmpty())
                .map(types -> list.text(types, wanted != null))
                .toList();
        if (blocks.isEmpty()) {
            throw new BadInput("nothing mentions '" + word + "'; kelvin list shows all");
        }
        out.println(String.join("\n\n", blocks));
        if (wanted == null) {
            out.println("\nkelvin list NAME, or the KIND or the family of a heading, lists their parameters too.");
        }
        return 0;
    }

    private boolean isWanted(ComponentType type) {
        return wanted == null
                || wanted.equals(type.kind().label())
                || wanted.equals(ComponentList.family(type))
                || wanted.equals(type.name());
    }

    /** The values allowed for KIND. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ComponentKinds.ALL.stream().map(ComponentKind::label).iterator();
        }
    }
}
