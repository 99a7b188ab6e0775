package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.metric.BestPoints;
import kelvin.metric.Decimals;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;

/**
 * The table of a sweep's best points: each learner's best value; where the problem is varied, under each condition; where nothing else
 * is varied, the best learner under each condition.
 *
 * @param heading a heading for it
 * @param caption a sentence about what is in it
 * @param header the titles of the columns
 * @param rows the rows, at most {@value #MAX_ROWS}
 * @param left a sentence about rows that are left out, or empty
 */
@Stability(MAY_CHANGE)
public record SweepNumbers(String heading, String caption, List<String> header, List<List<String>> rows, String left) {
    private static final int MAX_ROWS = 100;
    private static final String ANY = "any";

    /**
     * Makes the table of an answer.
     *
     * @param answer the answer to a sweep's question
     * @return its numbers
     */
    public static SweepNumbers of(SweepAnswer answer) {
        BestPoints best = answer.best();
        List<String> learners =
                best.points().stream().map(SweepPoint::learner).distinct().toList();
        boolean choices = learners.stream().anyMatch(best::chooses);
        boolean alone = learners.size() == 1;
        boolean each = choices || !best.conditional();
        List<Integer> axes = IntStream.range(0, best.axes().size())
                .boxed()
                .sorted(Comparator.comparing(axis -> !best.axes().get(axis).condition()))
                .toList();
        List<String> header = new ArrayList<>(
                axes.stream().map(best.axes()::get).map(SweptAxis::name).toList());
        header.add(each ? 0 : header.size(), each ? "best for" : alone ? "learner" : "best");
        header.addAll(List.of(Standing.name(best.metric(), answer.unit()), "95 % interval"));
        List<List<SweepPoint>> points = !each
                ? best.ofConditions()
                : (best.conditional() ? best.ofLearners() : answer.ranked())
                        .stream().map(List::of).toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<SweepPoint> alike : points) {
            SweepPoint first = alike.get(0);
            List<String> row = new ArrayList<>(axes.stream()
                    .map(axis -> value(best.axes().get(axis), axis, first))
                    .toList());
            row.add(
                    each ? 0 : row.size(),
                    alike.size() == 1
                            ? first.learner()
                            : Standing.listed(
                                    alike.stream().map(SweepPoint::learner).toList()));
            Decimals decimals = Decimals.of(first.standardError());
            row.add(decimals.text(first.mean()));
            row.add(decimals.interval(first.low(), first.high()));
            rows.add(row);
        }
        String what = each ? "The best value of each learner" : alone ? "The learner" : "The best learner";
        return new SweepNumbers(
                each ? "Best values" : alone ? "Conditions" : "Best learners",
                what + (best.conditional() ? " under each condition" : "")
                        + " by its mean over the repetitions, with a 95 % confidence interval for this point alone.",
                header,
                rows.stream().limit(MAX_ROWS).toList(),
                rows.size() <= MAX_ROWS ? "" : MAX_ROWS + " of " + rows.size() + " rows; sweep.csv has all points.");
    }

    private static String value(SweptAxis axis, int number, SweepPoint point) {
        return axis.condition() || axis.isChoice(point.learner()) ? axis.text(point.value(number)) : ANY;
    }

    /** Returns the section of a page. */
    String section() {
        return Html.section(
                heading,
                Html.table(caption, header, rows) + (left.isEmpty() ? "" : "\n" + Html.paragraphs(List.of(left))));
    }
}
