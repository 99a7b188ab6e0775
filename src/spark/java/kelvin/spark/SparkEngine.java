package kelvin.spark;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kelvin.shard.Engine;
import kelvin.simulation.RunCancelled;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Plays tasks as one job of a Spark context. Results are handed on as they arrive; what Spark loses with an executor it plays again.
 *
 * @param spark the context
 * @param jars names of files with a user's classes, which the context has added
 */
record SparkEngine(JavaSparkContext spark, List<String> jars) implements Engine {
    private static final long POLL_MILLIS = 100;

    @Override
    public void play(byte[] plan, int tasks, Consumer<byte[]> done, BooleanSupplier stop) {
        Broadcast<byte[]> sent = spark.broadcast(plan);
        List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
        BlockingQueue<TaskResult> arrived = new LinkedBlockingQueue<>();
        SimpleFutureAction<BoxedUnit> job = spark.sc()
                .submitJob(
                        spark.parallelize(numbers, tasks).rdd(),
                        new PlayTask(sent, jars),
                        CollectionConverters.asScala(List.<Object>copyOf(numbers))
                                .toSeq(),
                        new Handler(arrived),
                        new Nothing());
        try {
            for (int left = tasks; left > 0; ) {
                boolean ended = job.isCompleted(); // asked before the queue is, into which nothing comes afterwards
                TaskResult next = next(arrived);
                if (next != null) {
                    left--;
                    if (!next.failure().isEmpty()) {
                        throw new FailedTask(next.failure(), next.code(), next.trace());
                    }
                    done.accept(next.played());
                } else if (ended) {
                    throw failed(job);
                }
                if (stop.getAsBoolean()) {
                    throw new RunCancelled(List.of(), List.of(), 0);
                }
            }
        } finally {
            job.cancel();
            arrived.stream().filter(each -> each.failure().isEmpty()).forEach(each -> done.accept(each.played()));
            sent.destroy();
        }
    }

    private static @Nullable TaskResult next(BlockingQueue<TaskResult> arrived) {
        try {
            return arrived.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedTask("interrupted", 1, "");
        }
    }

    private static FailedTask failed(SimpleFutureAction<BoxedUnit> job) {
        Throwable cause = job.value().get().failed().get();
        String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new FailedTask("Spark gave up: " + first, 1, String.valueOf(cause));
    }

    /** Queues what arrives; Spark's scheduler waits for it. */
    private static final class Handler extends AbstractFunction2<Object, TaskResult, BoxedUnit> {
        private final BlockingQueue<TaskResult> arrived;

        Handler(BlockingQueue<TaskResult> arrived) {
            this.arrived = arrived;
        }

        @Override
        public BoxedUnit apply(Object task, TaskResult answer) {
            arrived.add(answer);
            return BoxedUnit.UNIT;
        }
    }

    private static final class Nothing extends AbstractFunction0<BoxedUnit> {
        @Override
        public BoxedUnit apply() {
            return BoxedUnit.UNIT;
        }
    }
}
