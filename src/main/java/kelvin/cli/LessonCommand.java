package kelvin.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.console.Terminal;
import kelvin.cli.text.Lesson;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin lesson}: prints a lesson and runs its commands. */
@Command(
        name = "lesson",
        description =
                "Prints one of ten lessons on choosing at a temperature, ten minutes each, and runs its commands.",
        footer = {
            "",
            "Examples:",
            "  kelvin lesson                 lists the lessons",
            "  kelvin lesson 1               softmax and sigmoid",
            "  kelvin lesson 1 --answers     with the answers of its exercises",
            "",
            "Lessons that play experiments find them in the folder of a clone of Kelvin."
        })
final class LessonCommand implements Callable<Integer> {
    /** The folder that lessons name where they play. */
    private static final String RESULTS = "results/lessons";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "N", description = "The lesson, from 1. Default: lists all")
    private @Nullable Integer number;

    @Option(names = "--answers", description = "Also prints the answers of the exercises.")
    private boolean answers;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = RESULTS,
            description = "Holds what the lesson's experiments write. Default: ${DEFAULT-VALUE}")
    private String results;

    LessonCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int last = Lesson.PAGES.size();
        if (number == null) {
            for (int i = 1; i <= last; i++) {
                out.println(
                        (i < 10 ? " " : "") + i + "  " + Lesson.read(i, false).title());
            }
            out.println("\nkelvin lesson 1 begins.");
            return 0;
        } else if (number < 1 || number > last) {
            throw new BadInput("there are lessons 1 to " + last + ", found " + number);
        }
        Lesson lesson = Lesson.read(number, answers);
        requireFiles(lesson);
        for (Lesson.Step step : lesson.steps()) {
            out.println(step.text().replace(RESULTS, results));
            int code = step.arguments().isEmpty() ? 0 : run(step.arguments());
            if (code != 0) {
                return code;
            }
            out.println();
        }
        if (!answers) {
            out.println("The answers: kelvin lesson " + number + " --answers");
        }
        return 0;
    }

    private void requireFiles(Lesson lesson) {
        lesson.steps().stream()
                .flatMap(step -> step.arguments().stream())
                .filter(word -> word.startsWith("experiments/") && !Files.exists(Path.of(word)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new BadInput("lesson " + number + " needs " + missing
                            + ", which is not here; run it in the folder of a clone of Kelvin");
                });
    }

    private int run(List<String> arguments) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        String[] words =
                arguments.stream().map(word -> word.replace(RESULTS, results)).toArray(String[]::new);
        int code = Main.run(terminal, answer, problems, words);
        spec.commandLine().getOut().print(answer.toString(StandardCharsets.UTF_8));
        spec.commandLine().getErr().print(problems.toString(StandardCharsets.UTF_8));
        return code;
    }
}
