package kelvin.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Words what the parser of YAML stumbled over: the mistake that usually leads there, or else the parser's own words. */
final class YamlProblem {
    private static final Pattern UNCLOSED = Pattern.compile("expected ',' or '([\\]}])', but got (.*)");
    private static final Pattern CANNOT_START = Pattern.compile("found character '(.).*");
    private static final Pattern SECOND_COLON =
            Pattern.compile("\\s*(?:- )?[^\\s'\"\\[{#][^:]*: [^'\"\\[{].*:(?: .*|$)");
    private static final Pattern COLON_WITHOUT_BLANK = Pattern.compile("[^'\"]*?[\\p{L}\\p{N}'\"]:([{\\[]).*");

    private final MarkedYamlEngineException cause;
    private final List<String> lines;

    YamlProblem(MarkedYamlEngineException cause, String text) {
        this.cause = cause;
        this.lines = text.lines().toList();
    }

    /** Returns the line of the mistake, from 1: where something was begun that only the end of the file shows to be left open. */
    int line() {
        String problem = cause.getProblem();
        boolean begun = problem.endsWith("end of stream")
                || problem.contains("could not find expected ':'")
                || UNCLOSED.matcher(problem).find();
        Optional<Mark> mark = begun ? cause.getContextMark().or(cause::getProblemMark) : cause.getProblemMark();
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    String text() {
        String problem = cause.getProblem().replace('\n', ' ');
        String written = line() <= lines.size() ? lines.get(line() - 1) : "";
        Matcher unclosed = UNCLOSED.matcher(problem);
        Matcher start = CANNOT_START.matcher(problem);
        if (COLON_WITHOUT_BLANK.matcher(written).matches()) {
            return "a blank must follow the colon before a bracket";
        } else if (problem.startsWith("mapping values are not allowed")) {
            return SECOND_COLON.matcher(written).matches()
                    ? (written.contains("{")
                            ? "a mapping within a line must be in { }"
                            : "text with a colon and a blank in it must be in quotes")
                    : "the line is indented, but the one above is complete; keys of one mapping begin in one column";
        } else if (problem.contains("could not find expected ':'")) {
            return "found '" + SourceLocation.shorten(written.strip())
                    + "', must be key: value, with a colon and a blank";
        } else if (problem.contains("(TAB)")) {
            return "found a tab, must be blanks";
        } else if (problem.startsWith("sequence entries are not allowed")) {
            return quoted("-");
        } else if (start.find() && problem.contains("cannot start")) {
            return quoted(start.group(1));
        } else if (problem.startsWith("unexpected character found") || problem.startsWith("found undefined alias")) {
            return problem.startsWith("found") ? problem + "; " + quoted("*") : quoted("* or &");
        } else if (context().contains("block scalar")) {
            return quoted("> or |");
        } else if (context().contains("double-quoted") && problem.contains("escape")) {
            return "in double quotes a backslash is written \\\\; in single quotes it stands for itself";
        } else if (problem.contains("another document")) {
            return "found ---, must be one document";
        } else if (unclosed.find()) {
            return unclosed(unclosed.group(1), unclosed.group(2));
        } else if (problem.startsWith("expected <block end>")) {
            return block(problem, written);
        }
        return context().isEmpty() ? problem : context() + ", " + problem;
    }

    private static String quoted(String beginning) {
        return "text that begins with " + beginning + " must be in quotes";
    }

    private String context() {
        return cause.getContext() == null ? "" : cause.getContext();
    }

    private String unclosed(String closing, String found) {
        String opening = closing.equals("}") ? "{" : "[";
        String nowhere = "the " + opening + " here is not closed by " + closing;
        boolean elsewhere = cause.getProblemMark().map(Mark::getLine).orElse(0) + 1 != line();
        return elsewhere || found.startsWith("<stream")
                ? nowhere
                : "found " + found + " after the " + opening + ", must be , or " + closing
                        + switch (found) {
                            case "{" -> "; between a name and its { belongs a colon";
                            case "[" -> "; a name with [ in it must be in quotes";
                            default -> "";
                        };
    }

    private static String block(String problem, String written) {
        if (problem.endsWith("'<block mapping start>'")) {
            return "the line is indented unlike those before; keys of one mapping begin in one column";
        } else if (problem.endsWith("'<scalar>'")) {
            return "found text after a closing quote; a ' inside of '…' is written ''";
        } else if (problem.endsWith("':'")) {
            return "found a colon without a key before it";
        } else if (problem.endsWith("'?'") && !written.stripLeading().startsWith("?")) {
            return "found a key after list items that begin with -, must be all items or all keys";
        }
        return problem.replace("expected <block end>, but found", "found") + ", must be key: value";
    }
}
