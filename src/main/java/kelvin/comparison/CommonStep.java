package kelvin.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** Refuses folders whose results have no common meaning, and finds the last step at which all of the others are known. */
final class CommonStep {
    private static final String TESTBED = "testbed";
    private static final int MAX_STEPS_LISTED = 5;

    /** The testbeds whose regret is against the best arm of all steps up to the horizon. */
    private static final Set<String> OF_ONE_HORIZON = Set.of("Alternating", "Hindsight", "RewardTable");

    private CommonStep() {}

    /**
     * Returns the last step that all folders report.
     *
     * @throws BadInput if the problems differ, or no step is common
     */
    static long of(List<ComparedFolder> folders) {
        requireOneProblem(folders);
        if (folders.stream().mapToLong(ComparedFolder::horizon).distinct().count() > 1) {
            requireNoHindsight(folders);
        }
        long[] common = folders.get(0).steps();
        for (ComparedFolder folder : folders) {
            common = LongStream.of(common)
                    .filter(step -> Arrays.binarySearch(folder.steps(), step) >= 0)
                    .toArray();
        }
        if (common.length == 0) {
            throw new BadInput("cannot be compared: no step is reported by all; "
                    + folders.stream().map(CommonStep::reported).collect(Collectors.joining("; "))
                    + "; play one again with the report or --horizon of the other");
        }
        return common[common.length - 1];
    }

    private static String reported(ComparedFolder folder) {
        String steps = LongStream.of(folder.steps())
                .limit(MAX_STEPS_LISTED)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        return folder.path() + " has " + steps + (folder.steps().length > MAX_STEPS_LISTED ? ", …" : "");
    }

    private static void requireOneProblem(List<ComparedFolder> folders) {
        List<@Nullable Object> testbeds = new ArrayList<>();
        folders.forEach(folder -> testbeds.add(folder.values().get(TESTBED)));
        List<ValueDifference> different = ValueDifference.between(TESTBED, testbeds);
        if (!different.isEmpty()) {
            throw new BadInput(paths(folders)
                    + " cannot be compared: they are different problems, whose regrets and rewards have"
                    + " no common meaning; "
                    + different
                            .get(0)
                            .sentence(folders.stream().map(ComparedFolder::name).toList()));
        }
    }

    private static void requireNoHindsight(List<ComparedFolder> folders) {
        hindsight(folders.get(0).values().get(TESTBED)).ifPresent(name -> {
            throw new BadInput(paths(folders) + " cannot be compared: under " + name
                    + " regret is against the best arm of all steps up to the horizon, and the horizons differ: "
                    + folders.stream()
                            .map(folder -> folder.horizon() + " in " + folder.name())
                            .collect(Collectors.joining(", ")));
        });
    }

    private static Optional<String> hindsight(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> OF_ONE_HORIZON.contains(String.valueOf(entry.getKey()))
                            ? Stream.of(String.valueOf(entry.getKey()))
                            : hindsight(entry.getValue()).stream())
                    .findFirst();
        }
        return tree instanceof Collection<?> all
                ? all.stream().flatMap(each -> hindsight(each).stream()).findFirst()
                : Optional.empty();
    }

    private static String paths(List<ComparedFolder> folders) {
        return folders.stream().map(folder -> folder.path().toString()).collect(Collectors.joining(" and "));
    }
}
