package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.yaml.BadInput;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {
    private static final String YAML = """
            question: Q
            seed: 1
            horizon: 100
            repetitions: 10
            report: [1, 60]
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              z: {Softmax: {temperature: {Linear: {start: 1, end: -1, steps: 10001}}}}
              ä b: {Greedy: {}}
              a: {Uniform: {}}
            """;

    @TempDir
    private Path temporary;

    /** A learner that can play two arms only. */
    public record OnlyTwo() implements LearnerSpec {
        @Override
        public Learner create(BanditTask problem, UniformRandomProvider random) {
            throw new IllegalArgumentException("can play 2 arms, not " + problem.actions());
        }
    }

    private ExperimentFile read(byte[] bytes, Overrides overrides) throws IOException {
        return ExperimentFile.read(Files.write(temporary.resolve("x.yaml"), bytes), new Catalog(), overrides);
    }

    private Experiment read(String yaml) throws IOException {
        return read(yaml.getBytes(StandardCharsets.UTF_8), Overrides.NONE).experiment();
    }

    private String problem(byte[] bytes) {
        return problem(bytes, Overrides.NONE);
    }

    private String problem(byte[] bytes, Overrides overrides) {
        try {
            return read(bytes, overrides).toString();
        } catch (BadInput | IOException e) {
            return String.valueOf(e.getMessage()).replace(temporary + "/", "");
        }
    }

    private String overridden(@Nullable Long seed, @Nullable Integer repetitions, @Nullable Long horizon) {
        return problem(YAML.getBytes(StandardCharsets.UTF_8), new Overrides(seed, repetitions, horizon));
    }

    @Test
    void learnersKeepTheOrderOfTheFile() throws IOException {
        assertThat(read(YAML).learners().keySet()).containsExactly("z", "ä b", "a");
    }

    @Test
    void theHorizonIsAlwaysReported() throws IOException {
        assertThat(read(YAML).reportSteps()).containsExactly(1, 60, 100);
    }

    @Test
    void overridesReplaceWhatTheFileSays() throws IOException {
        Experiment experiment = read(YAML.getBytes(StandardCharsets.UTF_8), new Overrides(-7L, 3, 70L))
                .experiment();
        assertThat(List.of(experiment.seed(), experiment.horizon(), experiment.decisions()))
                .containsExactly(-7L, 70L, 630L);
    }

    @Test
    void aBadOverrideIsReportedAsSuch() {
        assertThat(overridden(null, null, 0L)).isEqualTo("--horizon: found 0, must be >= 1");
        assertThat(overridden(null, 0, null)).isEqualTo("--repetitions: found 0, must be >= 1");
        assertThat(overridden(null, null, 50L))
                .isEqualTo(
                        "--horizon: below a step of the file's report list: found 60, must be at most the horizon, 50");
    }

    @Test
    void aScheduleIsTriedUpToTheHorizonInForce() {
        assertThat(overridden(null, null, 100L)).startsWith("ExperimentFile[");
        assertThat(overridden(null, null, 20000L))
                .startsWith("x.yaml:8: learners.z.Softmax.temperature: at step 5")
                .endsWith("must be finite and > 0");
    }

    @Test
    void aLearnerThatCannotPlayTheArmsIsReportedAtItsName() {
        String yaml = YAML.replace("Greedy", OnlyTwo.class.getName());
        assertThat(problem(yaml.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("x.yaml:9: learners.'ä b'.'" + OnlyTwo.class.getName() + "': can play 2 arms, not 2");
    }

    /** No arm there has one distribution of rewards, and none is asked for. */
    @Test
    void aWorldThatChangesMayBeTracedWithoutRewards() throws IOException {
        String yaml = YAML.replaceFirst("testbed: .*", "testbed: {Alternating: {}}") + "trace: {steps: [5]}\n";
        assertThat(read(yaml).simulation().tracing().steps()).containsExactly(5, 100);
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreFine() throws IOException {
        assertThat(read("\uFEFF" + YAML.replace("\n", "\r\n"))).isEqualTo(read(YAML));
        assertThat(problem(("\uFEFF" + YAML.replace("\n", "\r\n").replace("Greedy", "Gredy"))
                        .getBytes(StandardCharsets.UTF_8)))
                .startsWith("x.yaml:9: learners.'ä b': unknown learner 'Gredy', did you mean 'Greedy'?");
    }

    @Test
    void otherEncodingsAreReportedWithLineAndByte() {
        assertThat(problem(YAML.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("x.yaml:9: byte 0xe4 is not UTF-8 text; save the file as UTF-8");
        assertThat(problem(YAML.getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("x.yaml:1: byte 0xfe is not UTF-8 text; save the file as UTF-8");
        assertThat(problem(new byte[] {'q', '\n', (byte) 0xc3}))
                .isEqualTo("x.yaml:2: byte 0xc3 is not UTF-8 text; save the file as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "---\n"})
    void anEmptyFileIsReported(String text) {
        assertThat(problem(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("x.yaml:1: the file is empty");
    }

    @Test
    void controlCharactersAreReportedWithTheirLine() {
        assertThat(problem("question: Q\nseed: \u0007".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("x.yaml:2: character U+0007 is not allowed");
    }

    @ParameterizedTest
    @CsvSource({"200B", "00A0", "FEFF", "202E", "00AD", "2060", "3164", "FE0F", "E0001"})
    void invisibleLettersAreShownByTheirNumbers(String code) {
        String letter = Character.toString(Integer.parseInt(code, 16));
        assertThat(problem(("see" + letter + "d: 1").getBytes(StandardCharsets.UTF_8)))
                .startsWith("x.yaml:1: unknown key 'see[U+" + code + "]d'");
    }

    @Test
    void lettersOfEveryScriptAreShownAsTheyAre() {
        String label = "τ = ½ · İı · 温度 · बिन्दु · ε\u0301 · 🎰";
        assertThat(BadInput.visible(label)).isEqualTo(label);
    }

    @Test
    void aLineThatTheParserWouldTakeLongForIsRefused() {
        assertThat(problem(("seed: 1\nquestion: \"" + "a".repeat(3_000_000) + "\"").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("x.yaml:2: the line has 3000012 bytes, must have at most 500000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void endlessNestingIsRefusedBeforeItOverflows(String open) {
        assertThat(problem(open.repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("x.yaml:1: nested deeper than 100 levels");
    }

    @Test
    void aLongListIsRead() throws IOException {
        String arms = "{Bernoulli: {p: 0.5}}, ".repeat(10_000);
        assertThat(read(YAML.replace("[{Bernoulli: {p: 0.9}}, ", "[" + arms)).actions())
                .isEqualTo(10_001);
    }

    @Test
    void aMissingFileAndADirectoryAreReported() {
        Path missing = temporary.resolve("none.yaml");
        assertThatThrownBy(() -> ExperimentFile.read(missing, new Catalog(), Overrides.NONE))
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> ExperimentFile.read(temporary, new Catalog(), Overrides.NONE))
                .hasMessage(temporary + ": is a directory, must be a file");
    }

    @Test
    void twoFilesOfOneStemAreRefused() throws IOException {
        ExperimentFile one = read(YAML.getBytes(StandardCharsets.UTF_8), Overrides.NONE);
        ExperimentFile two = new ExperimentFile(Path.of("elsewhere", "x.yml"), one.bytes(), one.experiment());
        ExperimentFile.requireDistinctStems(List.of(one));
        assertThatThrownBy(() -> ExperimentFile.requireDistinctStems(List.of(one, two)))
                .hasMessage(two.path() + ": its results would go to the same folder 'x' as those of " + one.path()
                        + "; rename one of them");
    }

    @ParameterizedTest
    @CsvSource({"x.yaml, x", "a/b.c.yml, b.c", "plain, plain", ".yaml, .yaml", "...yaml, ...yaml"})
    void theStemIsTheNameWithoutItsExtension(String path, String stem) throws IOException {
        assertThat(new ExperimentFile(Path.of(path), new byte[0], read(YAML)).stem())
                .isEqualTo(stem);
    }

    @Test
    void theStarterIsGood() throws IOException {
        assertThat(read(Starter.text()).learners()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = "ten-armed-testbed.yaml")
    void theExperimentsOfTheProjectAreGood(String name) {
        Path path = Path.of("experiments", name);
        Experiment experiment =
                ExperimentFile.read(path, new Catalog(), Overrides.NONE).experiment();
        assertThat(experiment.decisions()).isEqualTo(16_000_000);
        assertThat(experiment.reportSteps()).startsWith(1).endsWith(1000).hasSizeLessThanOrEqualTo(200);
    }
}
