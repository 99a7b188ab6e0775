package kelvin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import kelvin.numeric.Exp;
import kelvin.numeric.Expm1;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.Pow;
import kelvin.numeric.Tanh;
import kelvin.numeric.Trigonometric;
import kelvin.random.Seed;

/**
 * The elementary functions beside those of {@code StrictMath} and {@code Math}, in alternation: medians over rounds of the
 * nanoseconds of processor time per call through an interface, written to {@code results/speed/functions.csv} with the largest
 * error that the tests of each function allow. Ends with status 1 where one is slower than {@code StrictMath}.
 *
 * <p>{@code ./mvnw -Pbench -Dquick compile exec:exec -Dbench=kelvin.bench.FunctionsReport}; half a minute. Arguments: the number
 * of rounds, 15 unless told.
 */
final class FunctionsReport {
    private static final Path FILE = Path.of("results", "speed", "functions.csv");
    private static final int ARGUMENTS = 4096;
    private static final int PASSES = 100;

    /** Keeps sums alive. */
    private static double sink;

    private record Work(
            String name,
            double low,
            double high,
            double ulps,
            DoubleUnaryOperator own,
            DoubleUnaryOperator strict,
            DoubleUnaryOperator java) {}

    private static final List<Work> WORKS = List.of(
            new Work("exp", -20, 1, 0.52, Exp::of, StrictMath::exp, Math::exp),
            new Work("expm1", -3, 1, 0.55, Expm1::of, StrictMath::expm1, Math::expm1),
            new Work("log", 0.001, 10, 0.51, Log::of, StrictMath::log, Math::log),
            new Work("log1p", -0.9, 2, 0.51, Log1p::of, StrictMath::log1p, Math::log1p),
            new Work("pow(x; 0.7)", 0.01, 100, 0.52, x -> Pow.of(x, 0.7), x -> StrictMath.pow(x, 0.7), x -> Math.pow(x, 0.7)),
            new Work("sin", -10, 10, 0.53, Trigonometric::sin, StrictMath::sin, Math::sin),
            new Work("cos", -10, 10, 0.53, Trigonometric::cos, StrictMath::cos, Math::cos),
            new Work("sin of huge angles", 1e20, 1e22, 0.53, Trigonometric::sin, StrictMath::sin, Math::sin),
            new Work("tanh", -3, 3, 0.52, Tanh::of, StrictMath::tanh, Math::tanh));

    private FunctionsReport() {}

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
        Target.Checks checks = new Target.Checks();
        List<String> rows =
                new ArrayList<>(List.of("function,nanoseconds,StrictMath,Math,times StrictMath,times Math,largest error in ulp"));
        for (Work work : WORKS) {
            double[] times = measured(work, rounds);
            rows.add(String.format(
                    Locale.ROOT,
                    "%s,%.1f,%.1f,%.1f,%.2f,%.2f,%.2f",
                    work.name,
                    times[0],
                    times[1],
                    times[2],
                    times[0] / times[1],
                    times[0] / times[2],
                    work.ulps));
            checks.check(Target.atMost(work.name, 1, 0.76, "times StrictMath"), times[0] / times[1]);
        }
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
        rows.forEach(System.out::println);
        checks.end();
    }

    private static double[] measured(Work work, int rounds) {
        double[] numbers =
                Seed.of(1).generator().doubles(ARGUMENTS, work.low, work.high).toArray();
        List<DoubleUnaryOperator> functions = List.of(work.own, work.strict, work.java);
        double[][] times = new double[functions.size()][rounds];
        for (int round = -2; round < rounds; round++) {
            for (int i = 0; i < times.length; i++) {
                long before = processorTime();
                for (int pass = 0; pass < PASSES; pass++) {
                    sink += sum(functions.get(i), numbers);
                }
                if (round >= 0) {
                    times[i][round] = (processorTime() - before) / (double) ARGUMENTS / PASSES;
                }
            }
        }
        return new double[] {Rounds.median(times[0]), Rounds.median(times[1]), Rounds.median(times[2])};
    }

    private static double sum(DoubleUnaryOperator function, double[] numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum += function.applyAsDouble(x);
        }
        return sum;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
