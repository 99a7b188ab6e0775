package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import kelvin.numeric.GivensFactor;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Ways to keep a least-squares problem up to date, for {@code decisions/0019}: the error of θ on the nearly collinear cases of
 * {@code ridge_ill_conditioned.csv}, relative to its length, and nanoseconds of processor time of a width and of an observation with
 * its θ; written to {@code results/speed/least-squares.csv}. Ways take turns; medians over rounds.
 *
 * <p>Arguments: the number of rounds, 9 unless told; a few seconds.
 */
final class LeastSquaresReport {
    private static final Path FILE = Path.of("results", "speed", "least-squares.csv");
    private static final Path CASES = Path.of("src/test/resources/reference/context/ridge_ill_conditioned.csv");
    private static final int[] SIZES = {10, 100};
    private static final int FLOPS = 40_000_000;
    private static final Map<String, BiFunction<Integer, Double, LeastSquares>> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("triangular factor, z along", Rotated::new);
        WAYS.put("the same with square roots", (size, lambda) -> new LeastSquares.Rooted(size, lambda, true));
        WAYS.put("the same with square roots, b apart", (size, lambda) -> new LeastSquares.Rooted(size, lambda, false));
        WAYS.put("factor of the covariance, θ by the gain", LeastSquares.Covariance::new);
        WAYS.put("inverse, b apart", LeastSquares.Inverse::new);
    }

    /** Keeps sums alive. */
    private static double sink;

    private LeastSquaresReport() {}

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]);
        List<String> rows = new ArrayList<>(List.of("way,error_at_1e8,error_at_4e12,width_10,reward_10,width_100,reward_100"));
        Map<String, List<double[]>> taken = new LinkedHashMap<>();
        for (int round = -2; round < rounds; round++) {
            for (String way : WAYS.keySet()) {
                double[] figures = Arrays.stream(SIZES).mapToObj(size -> times(way, size)).flatMapToDouble(Arrays::stream).toArray();
                if (round >= 0) {
                    taken.computeIfAbsent(way, none -> new ArrayList<>()).add(figures);
                }
            }
        }
        Map<String, String> errors = errors();
        taken.forEach((way, all) -> {
            StringBuilder row = new StringBuilder('"' + way + "\"," + errors.get(way));
            for (int i = 0; i < 2 * SIZES.length; i++) {
                int place = i;
                row.append(String.format(Locale.ROOT, ",%.0f", Rounds.median(all.stream().mapToDouble(f -> f[place]).toArray())));
            }
            rows.add(row.toString());
        });
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
        rows.forEach(System.out::println);
    }

    private static double[] times(String way, int size) {
        UniformRandomProvider random = Seed.of(1).generator();
        double[][] xs = new double[64][];
        Arrays.setAll(xs, i -> random.doubles(size, -0.5, 0.5).toArray());
        LeastSquares problem = WAYS.get(way).apply(size, 1.0);
        int number = FLOPS / size / size / 10;
        for (int i = 0; i < 2 * size; i++) {
            problem.learn(xs[i % 64], xs[i % 64][0]);
        }
        long start = Work.processorTime();
        for (int i = 0; i < number; i++) {
            sink += problem.square(xs[i % 64]);
        }
        long middle = Work.processorTime();
        for (int i = 0; i < number; i++) {
            problem.learn(xs[i % 64], xs[i % 64][0]);
            sink += problem.theta()[0];
        }
        return new double[] {(double) (middle - start) / number, (double) (Work.processorTime() - middle) / number};
    }

    /** The errors of the two cases with the largest condition numbers but one of those in the middle. */
    private static Map<String, String> errors() throws IOException {
        Map<String, String> errors = new LinkedHashMap<>();
        for (String line : Files.readAllLines(CASES)) {
            String[] cells = line.split(",");
            if (!cells[0].equals("ill-1") && !cells[0].equals("ill-4")) {
                continue;
            }
            int size = Integer.parseInt(cells[1]);
            double[] x = numbers(cells[4]);
            double[] rewards = numbers(cells[5]);
            double[] exact = numbers(cells[7]);
            WAYS.forEach((way, create) -> {
                LeastSquares problem = create.apply(size, Double.parseDouble(cells[3]));
                for (int i = 0; i < rewards.length; i++) {
                    problem.learn(Arrays.copyOfRange(x, i * size, (i + 1) * size), rewards[i]);
                }
                double[] theta = problem.theta();
                double error = 0;
                double length = 0;
                for (int j = 0; j < size; j++) {
                    error = Math.max(error, Math.abs(theta[j] - exact[j]));
                    length += exact[j] * exact[j];
                }
                errors.merge(way, String.format(Locale.ROOT, "%.0e", error / Math.sqrt(length)), (a, b) -> a + "," + b);
            });
        }
        return errors;
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Kelvin's own. */
    private static final class Rotated implements LeastSquares {
        private final GivensFactor factor;
        private final double[] work;

        Rotated(int size, double lambda) {
            factor = new GivensFactor(null, size, 1 / lambda);
            work = new double[size];
        }

        @Override
        public void learn(double[] x, double reward) {
            System.arraycopy(x, 0, work, 0, work.length);
            factor.rotate(work, reward, work.length);
        }

        @Override
        public double square(double[] x) {
            System.arraycopy(x, 0, work, 0, work.length);
            return factor.forward(work);
        }

        @Override
        public double[] theta() {
            factor.solve();
            return factor.solution();
        }
    }
}
