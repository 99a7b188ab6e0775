package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.contract.Rewards;
import kelvin.evaluation.DecisionStream;
import kelvin.evaluation.Estimate;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.LogContexts;
import kelvin.evaluation.LogRegression;
import kelvin.evaluation.LoggedDecision;
import kelvin.evaluation.LoggedDecisions;
import kelvin.evaluation.SmallRidge;
import kelvin.evaluation.Target;
import kelvin.evaluation.Weighting;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs in files, which are read again whenever they are asked for, against the same decisions in memory. */
class StreamedLogTest {
    private static final String HEADER = "action,reward,propensity,x\n";
    private static final Softmax POLICY = new Softmax(0.3);

    @TempDir
    private Path folder;

    private static List<String> rows(int count) {
        UniformRandomProvider random = Seed.of(9).generator();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int action = random.nextInt(3);
            rows.add(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s%n",
                    10 * action,
                    random.nextDouble() + action,
                    0.25 + 0.1 * action,
                    random.nextDouble()));
        }
        return rows;
    }

    private Path write(String name, List<String> rows) {
        try {
            return Files.writeString(folder.resolve(name), HEADER + String.join("", rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DecisionLog read(String context, Path... paths) {
        List<ContextColumn> columns = context.isEmpty() ? List.of() : List.of(ContextColumn.named(context));
        return DecisionLog.read(
                List.of(paths), new LogFormat(List.of(), columns, null, null, null, List.of(), Rewards.REAL));
    }

    private static List<Estimate> means(DecisionStream log) {
        Target target = Target.learned(POLICY, log, 3);
        return Evaluation.of(log, 3, target, null, null, Seed.of(1)).estimates(Evaluation.estimators(2), 20);
    }

    private static List<Estimate> contextual(DecisionStream log) {
        LogRegression regression = new LogRegression(new SmallRidge(1), Weighting.DR, Seed.of(1));
        Target target = regression.heldOut(POLICY, log, 3);
        return Evaluation.of(log, 3, target, null, regression.model(), Seed.of(1))
                .estimates(Evaluation.estimators(2), 20);
    }

    @Test
    void oneFileAndManyAndMemoryGiveTheSameBits() throws IOException {
        List<String> rows = rows(700);
        DecisionLog one = read("", write("one.csv", rows));
        List<LoggedDecision> memory = new ArrayList<>();
        one.decisions().forEach((index, decision) -> memory.add(decision));
        Path parts = Files.createDirectory(folder.resolve("parts"));
        write("parts/a.csv", rows.subList(0, 5));
        write("parts/b.csv", List.of());
        write("parts/c.csv", rows.subList(5, 520));
        Path last = write("last.csv", rows.subList(520, 700));
        DecisionLog many = read("", parts, last);
        assertThat(many.ids()).isEqualTo(one.ids()).containsExactly(0L, 10L, 20L);
        assertThat(means(many.decisions()))
                .isEqualTo(means(one.decisions()))
                .isEqualTo(means(DecisionStream.of(memory)))
                .isNotEqualTo(means(read("", last, parts).decisions()));
        LoggedDecisions columns = new LoggedDecisions();
        columns.addAll(memory);
        assertThat(means(DecisionStream.of(columns))).isEqualTo(means(one.decisions()));
        assertThat(contextual(read("x", parts, last).decisions()))
                .isEqualTo(contextual(read("x", folder.resolve("one.csv")).decisions()))
                .isNotEqualTo(contextual(one.decisions()));
    }

    /** Counts how often a log is read. */
    private record Counted(DecisionStream log, AtomicInteger readings) implements DecisionStream {
        @Override
        public int size() {
            return log.size();
        }

        @Override
        public void forEach(Visitor visitor) {
            readings.incrementAndGet();
            log.forEach(visitor);
        }

        @Override
        public LogContexts contexts() {
            return log.contexts();
        }
    }

    /** One more than here for the files, to number actions and to fit features. */
    @Test
    void aLogIsReadAsOftenAsTheGuideSays() {
        DecisionStream log = read("x", write("log.csv", rows(30))).decisions();
        AtomicInteger readings = new AtomicInteger();
        means(new Counted(log, readings));
        assertThat(readings.getAndSet(0)).isEqualTo(6);
        Target given = Target.of(POLICY, 1, 2, 3);
        Evaluation.of(new Counted(log, readings), 3, given, null, null, Seed.of(1))
                .estimates(Evaluation.estimators(2), 300);
        assertThat(readings.getAndSet(0)).isEqualTo(5);
        LogRegression regression = new LogRegression(new SmallRidge(1), Weighting.NONE, Seed.of(1));
        DecisionStream counted = new Counted(log, readings);
        Target target = regression.heldOut(POLICY, counted, 3);
        Evaluation.of(counted, 3, target, null, regression.model(), Seed.of(1))
                .estimates(Evaluation.estimators(2), 300);
        assertThat(readings).hasValue(8);
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNamed() {
        List<String> rows = rows(20);
        Path file = write("log.csv", rows);
        DecisionLog log = read("", file);
        write("log.csv", rows.subList(0, 19));
        assertThatThrownBy(() -> means(log.decisions()))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ": changed while it was read");
        write("log.csv", rows(21));
        assertThatThrownBy(() -> means(log.decisions())).hasMessage(file + ": changed while it was read");
    }

    @Test
    void whatIsWrongIsNamedWithTheFileItIsIn() throws IOException {
        Path good = write("a.csv", rows(3));
        Path bad = write("b.csv", List.of("0,1,2,0.5\n"));
        assertThatThrownBy(() -> read("", good, bad)).hasMessage(bad + ":2: propensity: found 2.0, must be in (0, 1]");
        Path text = write("c.csv", List.of("0,1,0.5,high\n"));
        assertThatThrownBy(() -> read("x", good, text))
                .hasMessage(text + ":2: x: found 'high', must be a finite number");
        Path journal = Files.writeString(folder.resolve("j.jsonl"), "{}");
        assertThatThrownBy(() -> read("", good, journal))
                .hasMessage(good + ": found a CSV file beside the journal " + journal
                        + ", must be all CSV files or all journals");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> read("", empty))
                .hasMessage(empty + ": is empty, must hold CSV files or the journals of a decision maker");
    }
}
