package kelvin.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;
import kelvin.metric.SweepPoint;

/**
 * Builds the sentences that answer a sweep's question.
 *
 * @param metric what points are judged by: regret where there is any
 * @param points every learner at every point, in that metric
 * @param unit what steps are
 */
record SweepAnswer(Metric metric, List<SweepPoint> points, StepUnit unit) {
    static Optional<SweepAnswer> of(Results results) {
        return Stream.of(Metric.REGRET, Metric.REWARD)
                .map(metric -> of(results, metric))
                .filter(answer -> !answer.points.isEmpty())
                .findFirst();
    }

    /** Returns the answer in one metric. */
    static SweepAnswer of(Results results, Metric metric) {
        List<SweepPoint> points =
                results.swept().stream().filter(s -> s.metric() == metric).toList();
        return new SweepAnswer(metric, points, results.unit());
    }

    private List<SweepPoint> of(String learner) {
        return points.stream().filter(s -> s.learner().equals(learner)).toList();
    }

    /** Returns the best point of every learner, the best of all first. */
    private List<SweepPoint> best() {
        Comparator<SweepPoint> order = Comparator.comparingDouble(SweepPoint::mean);
        return points.stream()
                .filter(SweepPoint::best)
                .sorted(metric.larger() ? order.reversed() : order)
                .toList();
    }

    /** Returns the point in words: "temperature 0.1, gap 0.2". */
    private static String place(SweepPoint s) {
        return s.axis() + " " + Decimals.value(s.value())
                + (s.twofold() ? ", " + s.secondAxis() + " " + Decimals.value(s.secondValue()) : "");
    }

    /** Returns true if the sweep chooses among points; false where it varies the problem. */
    boolean choice() {
        return points.stream().anyMatch(SweepPoint::best);
    }

    /** Returns the sentences; the first one can stand alone where there is room for one only. */
    List<String> sentences() {
        if (!choice()) {
            return List.of(Remarks.CONDITIONS);
        }
        List<SweepPoint> best = best();
        SweepPoint first = best.get(0);
        List<String> sentences = new ArrayList<>();
        sentences.add("Of all values tried, " + first.learner()
                + (metric == Metric.REGRET ? " has the least regret" : " earns the most")
                + (first.varied() ? " at " + place(first) : ", whose parameters are not varied") + ": "
                + inWords(first) + (metric == Metric.REGRET ? "" : " per " + unit.singular())
                + ", mean of " + first.repetitions() + (first.repetitions() == 1 ? " repetition." : " repetitions."));
        best.stream()
                .filter(SweepPoint::varied)
                .filter(this::atAnEnd)
                .forEach(s -> sentences.add(s.learner() + " is best at an end of its range (" + place(s)
                        + "): values beyond it were not tried."));
        if (best.stream().anyMatch(SweepPoint::varied)) {
            sentences.add(
                    "The best of many points is biased: it looks a little better than it is. All points share their random numbers.");
        }
        return sentences;
    }

    private boolean atAnEnd(SweepPoint best) {
        List<SweepPoint> own = of(best.learner());
        double[] values =
                own.stream().mapToDouble(SweepPoint::value).distinct().sorted().toArray();
        double[] second = own.stream()
                .mapToDouble(SweepPoint::secondValue)
                .distinct()
                .sorted()
                .toArray();
        return isEnd(values, best.value()) || (best.twofold() && isEnd(second, best.secondValue()));
    }

    private static boolean isEnd(double[] sorted, double value) {
        return sorted.length > 2 && (value == sorted[0] || value == sorted[sorted.length - 1]);
    }

    private static String inWords(SweepPoint s) {
        return Standing.inWords(s.mean(), s.standardError(), s.low(), s.high());
    }

    /** Returns one sentence for a chart. */
    String words() {
        if (!choice()) {
            return Remarks.CONDITIONS;
        }
        SweepPoint first = best().get(0);
        return "Best: " + first.learner() + (first.varied() ? " at " + place(first) : "") + ", " + inWords(first)
                + "; the best of each learner is ringed.";
    }

    /** Returns the table of each learner's best value. */
    String table() {
        SweepPoint any = points.get(0);
        List<String> header = new ArrayList<>(List.of("learner", any.axis()));
        if (any.twofold()) {
            header.add(any.secondAxis());
        }
        header.addAll(List.of(Standing.name(metric, unit), "interval"));
        List<List<String>> rows = best().stream().map(this::row).toList();
        return Html.table(
                "The best value of each learner by its mean over the repetitions, with a 95 % confidence interval for this point alone.",
                header, rows);
    }

    private List<String> row(SweepPoint s) {
        Decimals decimals = Decimals.of(s.standardError());
        List<String> row = new ArrayList<>(List.of(s.learner(), s.varied() ? Decimals.value(s.value()) : "any"));
        if (s.twofold()) {
            row.add(s.varied() ? Decimals.value(s.secondValue()) : "any");
        }
        row.add(decimals.text(s.mean()));
        row.add(decimals.interval(s.low(), s.high()));
        return row;
    }
}
