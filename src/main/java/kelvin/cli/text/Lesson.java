package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;

/**
 * A lesson, read from its page: text to be printed on a terminal and commands to be run, in order.
 *
 * @param title its heading, without the number
 * @param steps the text and the commands
 */
@Stability(INTERNAL)
public record Lesson(String title, List<Step> steps) {
    /** The pages, from the first lesson to the last, without their ending. */
    public static final List<String> PAGES = List.of(
            "01-one-decision",
            "02-what-exploring-costs",
            "03-temperature",
            "04-cooling",
            "05-units",
            "06-the-plateau",
            "07-one-answer-or-several",
            "08-what-you-see-decides",
            "09-layers",
            "10-how-sure");

    private static final int WIDTH = 88;
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ./kelvin ";
    private static final Pattern BULLET = Pattern.compile("(\\* |\\d+\\. |> ).*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\(([^)]*)\\)");

    /**
     * Part of a lesson.
     *
     * @param text what is printed: a paragraph with line ends, or a command with its prompt
     * @param arguments those of the command, none for text
     */
    public record Step(String text, List<String> arguments) {}

    /**
     * Reads a lesson.
     *
     * @param number from 1
     * @param answers whether the answers of the exercises belong to it
     * @return the lesson
     */
    public static Lesson read(int number, boolean answers) {
        String page = PAGES.get(number - 1) + ".md";
        try (InputStream in = Lesson.class.getResourceAsStream(page)) {
            if (in == null) {
                throw new IllegalStateException(page + " is missing beside " + Lesson.class);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), answers);
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        }
    }

    /**
     * Reads a lesson from the text of its page. What is shown below a command is left out: the command is run instead.
     *
     * @param page the text in Markdown
     * @param answers whether folded text belongs to it
     * @return the lesson
     */
    static Lesson parse(String page, boolean answers) {
        List<Step> steps = new ArrayList<>();
        boolean folded = false;
        for (String block : blocks(page)) {
            if (block.startsWith("<details>")) {
                folded = true;
            } else if (block.startsWith("</details>")) {
                folded = false;
            } else if (!folded || answers) {
                steps.add(step(block));
            }
        }
        return new Lesson(page.lines().findFirst().orElse("").replaceFirst("^# [0-9]+ · ", ""), steps);
    }

    private static Step step(String block) {
        if (block.startsWith(FENCE + "console")) {
            String command = block.lines().skip(1).findFirst().orElse("");
            return new Step(command, words(command.substring(PROMPT.length())));
        }
        return new Step(text(block), List.of());
    }

    /**
     * Splits a command line as a shell would.
     *
     * @param command the line
     * @return its words; a quoted one may have spaces
     */
    public static List<String> words(String command) {
        return Pattern.compile("'([^']*)'|[^ ]+")
                .matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toList();
    }

    /** Returns the parts of a page between blank lines; fenced code is one part. */
    private static List<String> blocks(String page) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        boolean fenced = false;
        for (String line : page.lines().toList()) {
            fenced ^= line.startsWith(FENCE);
            if (!line.isBlank() || fenced) {
                block.append(line).append('\n');
            } else if (!block.isEmpty()) {
                blocks.add(block.toString().stripTrailing());
                block.setLength(0);
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block.toString().stripTrailing());
        }
        return blocks;
    }

    private static String text(String block) {
        if (block.startsWith("#")) {
            String heading = block.replaceFirst("^#+ ", "");
            return heading + "\n" + (block.startsWith("##") ? "-" : "=").repeat(heading.length());
        } else if (block.startsWith(FENCE)) {
            return String.join(
                    "\n",
                    block.lines()
                            .filter(line -> !line.startsWith(FENCE))
                            .map(line -> ("    " + line).stripTrailing())
                            .toList());
        } else if (block.startsWith("|")) {
            return block;
        } else if (block.startsWith("![")) {
            return wrapped(LINK.matcher(block).replaceFirst("Picture: $1 (src/site/markdown/lessons/$2)"), "");
        }
        StringBuilder text = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        for (String line : plain(block).lines().toList()) {
            if (BULLET.matcher(line).matches() && !paragraph.isEmpty()) {
                text.append(hanging(paragraph.toString())).append('\n');
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
        return text + hanging(paragraph.toString());
    }

    /** Returns Markdown without its emphasis and the targets of its links. */
    private static String plain(String markdown) {
        return LINK.matcher(markdown)
                .replaceAll("$1")
                .replace("\n> ", "\n")
                .replaceAll("\\*\\*|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])", "");
    }

    private static String hanging(String paragraph) {
        boolean bullet = BULLET.matcher(paragraph).matches();
        return wrapped(paragraph, bullet ? " ".repeat(paragraph.indexOf(' ') + 1) : "");
    }

    /** Returns lines of at most 88 characters, those after the first indented. */
    private static String wrapped(String paragraph, String indent) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : paragraph.split(" +", -1)) {
            int width = word.codePointCount(0, word.length());
            if (column > 0 && column + 1 + width > WIDTH) {
                lines.append('\n').append(indent);
                column = indent.length();
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += width;
        }
        return lines.toString();
    }
}
