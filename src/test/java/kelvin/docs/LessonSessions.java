package kelvin.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kelvin.cli.Main;
import kelvin.cli.text.Lesson;

/** Runs the commands of the lessons and writes today's answers into their pages. */
final class LessonSessions {
    /** Finds each command with its answer. */
    static final Pattern SESSION = Pattern.compile("(?s)```console\n(\\$ \\./kelvin ([^\n]*)\n.*?)\n```\n");

    private static final String RESULTS = "results/lessons";

    private LessonSessions() {}

    public static void main(String[] args) throws IOException {
        for (String name : Lesson.PAGES) {
            Path page = LessonFigures.FOLDER.resolve(name + ".md");
            Path results = Files.createTempDirectory("lessons");
            Files.writeString(
                    page,
                    SESSION.matcher(Files.readString(page))
                            .replaceAll(session -> Matcher.quoteReplacement(today(session, results))));
        }
    }

    /** Returns a session with the answer of today, without the lines that tell of files and times. */
    private static String today(MatchResult session, Path results) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String command = session.group(2).replace(RESULTS, results.toString());
        int code =
                Main.run(new PrintStream(out), System.err, Lesson.words(command).toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        String answer = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.startsWith(results.toString()))
                .collect(Collectors.joining("\n"));
        return "```console\n$ ./kelvin " + session.group(2) + "\n" + answer.strip() + "\n```\n";
    }
}
