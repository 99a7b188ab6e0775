package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.numeric.DecimalText;
import kelvin.yaml.BadInput;
import kelvin.yaml.NearestName;
import kelvin.yaml.NumberSlip;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words mistakes on the command line: unknown commands and options, and arguments that are no numbers. */
@Stability(INTERNAL)
public final class UsageError {
    /** Aliases of commands: their names in other programs. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("plot", "chart"),
            Map.entry("draw", "chart"),
            Map.entry("figure", "chart"),
            Map.entry("play", "run"),
            Map.entry("simulate", "run"),
            Map.entry("start", "run"),
            Map.entry("validate", "check"),
            Map.entry("lint", "check"),
            Map.entry("init", "new"),
            Map.entry("create", "new"),
            Map.entry("ls", "list"),
            Map.entry("show", "list"),
            Map.entry("diff", "compare"),
            Map.entry("tutorial", "lesson"),
            Map.entry("train", "learn"),
            Map.entry("version", "--version"));

    private static final Pattern INVALID = Pattern.compile(
            "(?s)Invalid value for (?:option '([^']+)'|positional parameter at index \\S+ \\((.+?)\\))[^:]*: (.*)");

    private static final int MAX_DIGITS = 20;

    private UsageError() {}

    /**
     * Makes all commands take numbers as experiment files do, {@code 1e5} included, and refuse other text in words.
     *
     * @param commands the command with its subcommands
     */
    public static void useConverters(CommandLine commands) {
        commands.registerConverter(int.class, UsageError::integer)
                .registerConverter(Integer.class, UsageError::integer)
                .registerConverter(long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .registerConverter(Long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE))
                .registerConverter(double.class, UsageError::real)
                .registerConverter(Double.class, UsageError::real)
                .registerConverter(Path.class, UsageError::path);
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw wrong(text, "a path");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw wrong(text, "a path");
        }
    }

    private static int integer(String text) {
        return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static long whole(String text, long least, long most) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "a whole number" + NumberSlip.hint(text, true));
        }
        if (Math.abs((long) number.scale()) > MAX_DIGITS
                || number.precision() > MAX_DIGITS
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(text, "a whole number in [" + least + ", " + most + "]");
        } else if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(text, "a whole number");
        }
        return number.longValueExact();
    }

    private static double real(String text) {
        try {
            return DecimalText.parse(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "a number" + NumberSlip.hint(text, false));
        }
    }

    private static TypeConversionException wrong(String text, String allowed) {
        return new TypeConversionException("found '" + text + "', must be " + allowed);
    }

    /**
     * Returns the message of an error that the parser of the command line found.
     *
     * @param e the error
     * @param all returns all commands, to find out which one has an option
     * @return one line without the name of the program
     */
    public static String text(ParameterException e, Supplier<Collection<CommandLine>> all) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched, all);
        }
        String message = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        Matcher invalid = INVALID.matcher(message);
        if (!invalid.matches()) {
            return message;
        }
        String name = Optional.ofNullable(invalid.group(1)).orElse(invalid.group(2));
        boolean flag = invalid.group(3).endsWith("is not a boolean");
        return name + ": " + (flag ? "found a value, must stand alone" : invalid.group(3));
    }

    private static String unmatched(UnmatchedArgumentException e, Supplier<Collection<CommandLine>> all) {
        String found = e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        if (e.isUnknownOption()) {
            String unknown = unknownOption(command.getCommandSpec(), found);
            return unknown.endsWith("?") ? unknown : unknown + elsewhere(found, command, all);
        } else if (command.getSubcommands().isEmpty()) {
            return "unknown argument '" + found + "'";
        }
        Optional<String> near = NearestName.of(found, command.getSubcommands().keySet());
        return "unknown command '" + found + "'"
                + Optional.ofNullable(ALIASES.get(found))
                        .or(() -> near)
                        .map(UsageError::question)
                        .orElse(found.endsWith(".yaml") ? ": kelvin run " + found + " plays an experiment" : "");
    }

    /**
     * Words that a command does not have an option.
     *
     * @param command the command
     * @param found what looks like an option
     * @return the message, with the option that was meant where one is near
     */
    public static String unknownOption(CommandSpec command, String found) {
        String name = found.split("=", 2)[0];
        Map<String, String> options = new TreeMap<>();
        command.optionsMap().keySet().forEach(option -> options.put(camel(option), option));
        Stream<String> near = name.matches("-\\p{L}")
                ? options.values().stream().filter(option -> option.startsWith("-" + name))
                : Stream.concat(
                                Catalog.keysFor(camel(name), options.keySet()).stream()
                                        .map(options::get),
                                NearestName.of(name, options.values()).stream())
                        .limit(1);
        List<String> meant = near.toList();
        return "unknown option '" + found + "'" + (meant.size() == 1 ? question(meant.get(0)) : "");
    }

    /** Returns the name of an option as a parameter would have it: {@code stepSize} for {@code --step-size}. */
    private static String camel(String option) {
        return Pattern.compile("-+(.)")
                .matcher(option.replaceFirst("^-+", ""))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static String question(String near) {
        return ", did you mean '" + near + "'?";
    }

    /** Says which other commands have an option. */
    private static String elsewhere(String found, CommandLine command, Supplier<Collection<CommandLine>> all) {
        String name = found.split("=", 2)[0];
        String owners = all.get().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.name().equals(command.getCommandName()) && spec.findOption(name) != null)
                .map(CommandSpec::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return owners.isEmpty() ? "" : "; " + owners + (owners.contains(",") ? " have it" : " has it");
    }

    /**
     * Returns what to throw where the value of an option was refused.
     *
     * @param command the command, whose options are called like the parameters
     * @param e the refusal
     * @return the refusal by the name of the option, or, where there is none, as {@link FailureMessage#refused} words it
     */
    public static RuntimeException refused(CommandSpec command, IllegalArgumentException e) {
        if (e instanceof InvalidValue invalid) {
            String option = "--" + invalid.name().replaceAll("(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
            if (command.findOption(option) != null) {
                return new BadInput(option + ": " + invalid.problem());
            }
        }
        return FailureMessage.refused(e);
    }
}
