package kelvin.cli;

import java.util.List;
import java.util.regex.Pattern;
import kelvin.cli.console.UsageError;
import kelvin.numeric.DecimalText;
import kelvin.yaml.BadInput;
import kelvin.yaml.NumberSlip;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The positional arguments {@code VALUE…}: the value of each action. */
final class ValueArguments {
    /** Numbers with commas or semicolons between or after them, perhaps in square brackets. */
    private static final Pattern SEVERAL = Pattern.compile("\\[?[-+.\\d]+(?:[,;][-+.\\d]*)*\\]?");

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
        double number;
        try {
            number = DecimalText.parse(text);
        } catch (NumberFormatException e) {
            throw new BadInput(problem(text) + "; see " + command.qualifiedName() + " --help");
        }
        if (!Double.isFinite(number)) {
            throw new BadInput("found '" + text + "', must be a finite number or -inf");
        }
        return number;
    }

    private String problem(String text) {
        if (text.matches("--?\\p{L}.*")) {
            return UsageError.unknownOption(command, text);
        } else if (SEVERAL.matcher(text).matches()) {
            boolean decimal = text.matches("[-+]?\\d*,\\d+");
            return "found '" + text + "', must be numbers with blanks between them, such as "
                    + (text.matches("\\[?[^,;]+[,;]?\\]?")
                            ? "1 2"
                            : text.replaceAll("[,;\\[\\]]+", " ").strip())
                    + (decimal ? ", or one with a decimal point: " + text.replace(',', '.') : "");
        }
        String hint = NumberSlip.hint(text, false);
        return "found '" + text + "', must be a number" + (hint.isEmpty() ? " or -inf" : hint);
    }
}
