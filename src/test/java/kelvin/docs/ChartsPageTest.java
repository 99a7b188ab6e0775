package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.chart.style.ChartOptions;
import kelvin.cli.Kelvin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page "Figures": its commands work, and its table has every option. */
class ChartsPageTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    private static String page() throws Exception {
        return Files.readString(GuideFigures.FOLDER.resolve("charts.md"));
    }

    /** Splits a command as a shell does, with its folders inside of ours. */
    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (MatchResult word : WORD.matcher(command).results().toList()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            boolean folders = text.startsWith("results/")
                    || (!words.isEmpty() && words.get(words.size() - 1).equals("--out"));
            words.add(folders ? folder.resolve(text).toString() : text);
        }
        if (words.get(0).equals("run")) {
            words.addAll(List.of("--results", folder.resolve("results").toString(), "--no-charts"));
        }
        return words;
    }

    private Kelvin run(String command) {
        return Kelvin.run(words(command).toArray());
    }

    @Test
    void commandsWriteWhatThePageSays() throws Exception {
        for (String command : page().lines()
                .filter(line -> line.startsWith("./kelvin "))
                .map(line -> line.substring("./kelvin ".length()))
                .toList()) {
            Kelvin answer = run(command);
            assertThat(answer.err()).as(command).isEmpty();
            assertThat(answer.code()).isZero();
        }
        assertThat(folder.resolve("figures"))
                .isDirectoryContaining("glob:**/selections.pdf")
                .isDirectoryContaining("glob:**/regret.png")
                .isDirectoryContaining("glob:**/regret.tex")
                .isDirectoryContaining("glob:**/regret-curves.csv");
        assertThat(folder.resolve("two")).isDirectoryContaining("glob:**/regret.svg");
        assertThat(folder.resolve("results/sutton-barto-2-4-ucb/regret.pdf")).doesNotExist();
        assertThat(run("chart results/sutton-barto-2-4-ucb --font-size 8").err())
                .contains("--font-size: found '8', must be a number with a unit");
        another();
    }

    /** With another section {@code chart} the run plays nothing. */
    private void another() throws Exception {
        String file = Files.readString(Path.of("experiments/sutton-barto-2-4-ucb.yaml"));
        String section =
                page().replaceAll("(?s).*\n(chart: .*?)```.*", "$1").replace("UCB1, ε-greedy", "UCB c=2, ε-greedy 0.1");
        Path changed = Files.writeString(folder.resolve("sutton-barto-2-4-ucb.yaml"), file + section);
        Kelvin again =
                Kelvin.run("run", changed, "--repetitions", 20, "--results", folder.resolve("results"), "--no-charts");
        assertThat(again.out()).contains("chart changed; nothing was played");
        Path results = folder.resolve("results/sutton-barto-2-4-ucb");
        assertThat(Kelvin.run("chart", results, "--only", "regret").out()).contains("4 chart files drawn");
        assertThat(results).isDirectoryContaining("glob:**/regret.tex").isDirectoryContaining("glob:**/regret.pdf");
        Path font = Files.writeString(folder.resolve("font.yaml"), file + "chart: {font: Nonesuch}\n");
        assertThat(Kelvin.run("run", font, "--results", folder.resolve("none")).err())
                .contains("font.yaml: chart.font: found 'Nonesuch', must be the path of a .ttf file or one of");
        Path wrong = Files.writeString(
                folder.resolve("wrong.yaml"), file + section.replace("[UCB c=2, ε-greedy 0.1]", "[nobody]"));
        assertThat(Kelvin.run("check", wrong).err())
                .contains("chart: found learners: 'nobody', must be labels of learners:");
    }

    @Test
    void theTableHasEveryOption() throws Exception {
        String page = page();
        assertThat(Stream.of(ChartOptions.class.getRecordComponents()).map(RecordComponent::getName))
                .allSatisfy(name -> assertThat(page).containsPattern("\\| [^|]*`" + name + "`[^|]* \\|"));
        List<String> options = Pattern.compile("(?m)^ +(?:--\\S+, )?(--[a-z-]+)=")
                .matcher(Kelvin.run("chart", "--help").out())
                .results()
                .map(match -> match.group(1))
                .filter(option -> !List.of("--only", "--out").contains(option))
                .toList();
        assertThat(options)
                .hasSizeGreaterThan(12)
                .allSatisfy(option -> assertThat(page).containsPattern("\\| [^|]*`" + option + "`[^|]* \\|"));
    }
}
