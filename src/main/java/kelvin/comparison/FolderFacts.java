package kelvin.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kelvin.simulation.StoppingRule;
import org.jspecify.annotations.Nullable;

/** Says in a line each what is the same in some folders and what differs. */
final class FolderFacts {
    private static final String REPETITIONS = "repetitions";
    private static final String SEED = "seed";
    private static final int COMMIT_DIGITS = 8;

    private final List<ComparedFolder> folders;
    private final List<String> same = new ArrayList<>(List.of("testbed"));
    private final List<ValueDifference> different = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    FolderFacts(List<ComparedFolder> folders) {
        this.folders = folders;
        add(SEED, folder -> folder.values().get(SEED));
        add("horizon", ComparedFolder::horizon);
        add(REPETITIONS, FolderFacts::repetitions);
        add("Kelvin", folder -> version(folder.versions()));
        add("Java", folder -> folder.versions().getOrDefault("java", "unknown"));
        learners();
    }

    private static String repetitions(ComparedFolder folder) {
        boolean stopped =
                folder.values().get(REPETITIONS) instanceof Map<?, ?> plan && plan.containsKey(StoppingRule.UNTIL);
        return folder.repetitions() + (stopped ? " by a stopping rule" : "");
    }

    private static String version(Map<String, String> versions) {
        String version = versions.getOrDefault("kelvin", "unknown");
        String commit = versions.getOrDefault("commit", "");
        return commit.isEmpty()
                ? version
                : version + " of commit " + commit.substring(0, Math.min(COMMIT_DIGITS, commit.length()));
    }

    private void add(String key, Function<ComparedFolder, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        folders.forEach(folder -> values.add(value.apply(folder)));
        List<ValueDifference> differences = ValueDifference.between(key, values);
        if (differences.isEmpty()) {
            same.add(key + " " + String.valueOf(values.get(0)).replaceFirst(",.*", ""));
        }
        differences.forEach(difference -> add(difference, folders));
    }

    private void add(ValueDifference difference, List<ComparedFolder> where) {
        different.add(difference);
        lines.add(difference.sentence(where.stream().map(ComparedFolder::name).toList()));
    }

    private void learners() {
        Set<String> labels = new LinkedHashSet<>();
        folders.forEach(folder -> labels.addAll(folder.learners()));
        int before = different.size();
        for (String label : labels) {
            List<ComparedFolder> having = folders.stream()
                    .filter(folder -> folder.learners().contains(label))
                    .toList();
            List<@Nullable Object> settings = new ArrayList<>();
            having.forEach(folder -> settings.add(settings(folder, label)));
            ValueDifference.between(label, settings).forEach(difference -> add(difference, having));
        }
        boolean common =
                folders.stream().mapToInt(folder -> folder.learners().size()).sum() > labels.size();
        boolean everywhere =
                folders.stream().allMatch(folder -> folder.learners().size() == labels.size());
        if (common && different.size() == before) {
            same.add(everywhere ? "learners" : "settings of learners of one label");
        }
        for (ComparedFolder folder : folders) {
            String missing = labels.stream()
                    .filter(label -> !folder.learners().contains(label))
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                lines.add("not in " + folder.name() + ": " + missing);
            }
        }
    }

    private static @Nullable Object settings(ComparedFolder folder, String label) {
        return folder.values().get("learners") instanceof Map<?, ?> learners ? learners.get(label) : null;
    }

    /** Returns the folders by name, what is the same, then a line per difference. */
    List<String> lines() {
        List<String> all = new ArrayList<>();
        folders.forEach(folder -> all.add(folder.name() + ": " + folder.path()));
        all.add("the same: " + String.join(", ", same));
        all.addAll(lines);
        return all;
    }

    /** Returns whether the experiments differ in their seeds and repetitions alone, so that learners of one label have one mean. */
    boolean estimateTheSame() {
        List<String> paths = different.stream().map(ValueDifference::path).toList();
        return paths.contains(SEED) && List.of(SEED, REPETITIONS).containsAll(paths);
    }
}
