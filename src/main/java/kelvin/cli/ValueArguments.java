package kelvin.cli;

import java.util.List;
import kelvin.yaml.BadInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The positional arguments {@code VALUE…}: the value of each action. */
final class ValueArguments {
    private static final List<String> CLOSED = List.of("-inf", "-infinity", "-∞", "−∞");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "VALUE",
            description = "The value of each action, in reward units; -inf closes an action.")
    private List<String> values;

    double[] numbers() {
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
