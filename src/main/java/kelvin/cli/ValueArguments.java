package kelvin.cli;

import java.util.List;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The positional arguments {@code VALUE…}: the value of each action. */
final class ValueArguments {
    private static final List<String> CLOSED = List.of("-inf", "-infinity", "-∞", "−∞");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            arity = "0..*",
            paramLabel = "VALUE",
            description = "The value of each action, in reward units; -inf closes an action.")
    private @Nullable List<String> values;

    /** Returns whether there is a value. */
    boolean given() {
        return values != null;
    }

    /**
     * Returns the values.
     *
     * @throws BadInput if there is none, or one is no number
     */
    double[] numbers() {
        if (values == null) {
            throw new BadInput("found no VALUE, must be the value of each action, or --model and --context; see "
                    + command.qualifiedName() + " --help");
        }
        return values.stream().mapToDouble(this::number).toArray();
    }

    private double number(String text) {
        if (CLOSED.stream().anyMatch(text::equalsIgnoreCase)) {
            return Double.NEGATIVE_INFINITY;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInput(
                    "found '" + text + "', must be a number or -inf; see " + command.qualifiedName() + " --help");
        }
    }
}
