package kelvin.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.TrialSummary;
import kelvin.metric.Trials;

/** The learners of an experiment from the least regret up, with the 95 % interval of their mean regret. */
final class Ranking {
    private static final int MOST_DECIMALS = 6;

    private record Place(String learner, TrialSummary regret, TrialSummary optimal, TrialSummary reward) {}

    private Ranking() {}

    static String of(Results results) {
        List<Trials> regret = results.trials(Metric.REGRET);
        List<TrialSummary> optimal = summaries(results, Metric.OPTIMAL_ACTION);
        List<TrialSummary> reward = summaries(results, Metric.REWARD);
        return table(IntStream.range(0, regret.size())
                .mapToObj(i -> new Place(
                        regret.get(i).learner(), TrialSummary.of(regret.get(i)), optimal.get(i), reward.get(i)))
                .sorted(Comparator.comparingDouble(place -> place.regret.mean()))
                .toList());
    }

    private static List<TrialSummary> summaries(Results results, Metric metric) {
        return results.trials(metric).stream().map(TrialSummary::of).toList();
    }

    private static String table(List<Place> places) {
        String regret = format(places, Place::regret);
        String reward = format(places, Place::reward);
        Table table = new Table(List.of("learner", "regret", "95 % interval", "optimal action", "reward per step"));
        for (Place place : places) {
            TrialSummary r = place.regret;
            table.row(List.of(
                    place.learner,
                    text(regret, r.mean()),
                    text(regret, r.lower()) + " … " + text(regret, r.upper()),
                    text("%.1f %%", 100 * place.optimal.mean()),
                    text(reward, place.reward.mean())));
        }
        return table.toString();
    }

    /** As many decimals as show two digits of the smallest standard error. */
    private static String format(List<Place> places, Function<Place, TrialSummary> of) {
        double error = places.stream()
                .mapToDouble(place -> of.apply(place).standardError())
                .filter(e -> e > 0)
                .min()
                .orElse(0.01);
        int decimals = 1 - (int) Math.floor(StrictMath.log10(error));
        return "%." + Math.max(0, Math.min(MOST_DECIMALS, decimals)) + "f";
    }

    private static String text(String format, double x) {
        return Double.isNaN(x) ? "?" : String.format(Locale.ROOT, format, x);
    }
}
