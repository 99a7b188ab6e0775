package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kelvin.contract.Summary;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.results.ResultsFolder;
import kelvin.shard.Engine;
import kelvin.shard.Shard;
import kelvin.shard.ShardMerge;
import kelvin.shard.ShardRun;
import kelvin.shard.TaskPlayer;
import kelvin.simulation.RunCancelled;
import kelvin.yaml.BadInput;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment on an engine, here one that plays the last task first, against one process. */
class EngineTest {
    private static final Catalog CATALOG = new Catalog();
    private static final String FILE = """
            question: Which one?
            seed: 3
            horizon: 40
            repetitions: {until: {halfWidth: 0.1, min: 70, max: 300}}
            testbed:
              Classification: {table: {file: fruit.csv}, label: name, order: cycled}
            learners:
              LinUCB: {LinUcb: {bonus: 1}}
              softmax: {Softmax: {temperature: 0.2}}
            """;

    @TempDir
    private Path folder;

    /** A learner with a component that cannot be sent. */
    @Summary("holds what cannot be sent")
    public record Holding(Pair pair) implements LearnerSpec {
        /** A pair that is not serialisable. */
        public record Pair(double one, double other) {}

        @Override
        public Learner create(BanditTask task, UniformRandomProvider random) {
            return CATALOG.learner("here", "{Ucb1: {}}").create(task, random);
        }
    }

    private ExperimentFile file(String text) throws IOException {
        Files.writeString(folder.resolve("fruit.csv"), """
                colour,size,name
                red,2.5,cherry
                green,8,apple
                "yellow, or green",15,banana
                """);
        return ExperimentFile.read(Files.writeString(folder.resolve("mine.yaml"), text), CATALOG, Overrides.NONE);
    }

    private ShardRun run(ExperimentFile file) {
        return new ShardRun(file, folder.resolve("parts"), new Shard(1, 1), CATALOG);
    }

    private static void playBackwards(byte[] plan, int tasks, Consumer<byte[]> done, BooleanSupplier stop) {
        TaskPlayer player = TaskPlayer.of(plan, EngineTest.class.getClassLoader());
        for (int task = tasks - 1; task >= 0; task--) {
            done.accept(player.play(task, stop));
        }
    }

    @Test
    void everyLookIsAJobWithTheBytesOfOneProcess() throws IOException {
        ExperimentFile file = file(FILE);
        ShardMerge merge;
        int jobs = 0;
        List<Integer> tasks = new ArrayList<>();
        Engine engine = (plan, count, done, stop) -> {
            tasks.add(count);
            playBackwards(plan, count, done, stop);
        };
        do {
            ShardRun run = run(file);
            AtomicLong left = new AtomicLong(run.left());
            run.play(engine, (experiment, label) -> 0.05, steps -> left.addAndGet(-steps), () -> false);
            assertThat(left).hasValue(0);
            jobs++;
            merge = ShardMerge.of(List.of(run.folder()), CATALOG).get(0);
        } while (!merge.complete());
        assertThat(jobs).isGreaterThan(1);
        assertThat(tasks.get(0)).isEqualTo(10); // of 16 repetitions of 50 ms, but the last of each learner
        merge.write(new ResultsFolder(folder.resolve("merged/mine")));
        Kelvin.run("run", file.path(), "--no-charts", "--results", folder.resolve("once"));
        for (String name : List.of("curves.csv", "runs.csv", "summary.csv", "comparisons.csv")) {
            assertThat(folder.resolve("merged/mine/" + name))
                    .hasSameBinaryContentAs(folder.resolve("once/mine/" + name));
        }
    }

    @Test
    void resultsOfTasksBeforeACancellationAreKept() throws IOException {
        ExperimentFile file = file(FILE);
        ShardRun run = run(file);
        long before = run.left();
        AtomicBoolean played = new AtomicBoolean();
        assertThatThrownBy(() -> run.play(
                        EngineTest::playBackwards, (experiment, label) -> 0.1, steps -> played.set(true), played::get))
                .isInstanceOf(RunCancelled.class);
        assertThat(run(file).left()).isLessThan(before).isPositive();
    }

    @Test
    void aComponentThatCannotBeSentIsNamed() throws IOException {
        ExperimentFile file = file(FILE.replace(
                "{Softmax: {temperature: 0.2}}", "{" + Holding.class.getName() + ": {pair: {one: 1, other: 2}}}"));
        ShardRun run = run(file);
        assertThatThrownBy(
                        () -> run.play(EngineTest::playBackwards, (experiment, label) -> 1, steps -> {}, () -> false))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "found a kelvin.cli.EngineTest$Holding$Pair in a component of the experiment, must be Serializable");
    }
}
