package kelvin.docs;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.numeric.Sigmoid;
import kelvin.policy.Softmax;

/** The numbers that lessons tell beyond what their commands print, computed. */
final class LessonFacts {
    private static final double[] VALUES = {-0.5, 1.2, -0.1, 2.4};

    private LessonFacts() {}

    /** Returns the numbers of a lesson. */
    static double[] of(int lesson) {
        return switch (lesson) {
            case 1 -> oneDecision();
            default -> new double[0];
        };
    }

    private static double[] oneDecision() {
        double[] p = new Softmax(1).probabilities(VALUES);
        double[] raised = new Softmax(1).probabilities(-0.5, 2.2, -0.1, 2.4);
        double[] gates = DoubleStream.of(VALUES).map(Sigmoid::of).toArray();
        double[] printed = {truncated(gates[0]), rounded(gates[1]), rounded(gates[2]), truncated(gates[3])};
        double[] shares = {rounded(p[0]), rounded(p[1]), truncated(p[2]), rounded(p[3])};
        double[] odds = DoubleStream.of(gates).map(g -> g / (1 - g)).toArray();
        double[] sums = {
            Math.E,
            DoubleStream.of(printed).sum(),
            DoubleStream.of(shares).sum(),
            DoubleStream.of(gates).map(LessonFacts::rounded).sum(),
            DoubleStream.of(p).map(LessonFacts::rounded).sum(),
            0.005,
            raised[1] - p[1],
            100 * (1 - raised[0] / p[0]),
            DoubleStream.of(odds).sum()
        };
        return Stream.of(printed, shares, odds, sums)
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    private static double truncated(double x) {
        return Math.floor(100 * x) / 100;
    }

    private static double rounded(double x) {
        return Math.rint(100 * x) / 100;
    }
}
