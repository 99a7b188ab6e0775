package kelvin.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.metric.SelectionShares;
import kelvin.yaml.BadInput;

/** The rows of {@code selections.csv} of one learner as they come in: per step, ranks from 1. */
final class SelectionRows {
    private final List<Long> steps = new ArrayList<>();
    private final List<Integer> arms = new ArrayList<>();
    private final List<List<Double>> frequency = new ArrayList<>();

    void add(CsvRow row) {
        long step = row.whole("step");
        long last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1);
        if (step != last) {
            row.require(step > last, "step", "above the step before it");
            steps.add(step);
            frequency.add(new ArrayList<>());
        }
        List<Double> ranks = frequency.get(frequency.size() - 1);
        row.require(row.whole("rank") == ranks.size() + 1, "rank", String.valueOf(ranks.size() + 1));
        ranks.add(row.real("frequency"));
        if (steps.size() == 1 && !row.text("arm").isEmpty()) {
            arms.add((int) row.whole("arm"));
        }
    }

    SelectionShares selections(String learner, Path file) {
        int ranks = frequency.get(0).size();
        boolean even = frequency.stream().allMatch(each -> each.size() == ranks);
        if (!even || !(arms.isEmpty() || arms.size() == ranks)) {
            throw new BadInput(file + ": every step of '" + learner
                    + "' must have the same ranks and arms; the file is cut" + " short or mixed");
        }
        return new SelectionShares(
                learner,
                steps.stream().mapToLong(Long::longValue).toArray(),
                arms.stream().mapToInt(Integer::intValue).toArray(),
                CsvRow.table(frequency));
    }
}
