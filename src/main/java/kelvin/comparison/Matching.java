package kelvin.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.LabelList;
import kelvin.yaml.BadInput;

/** Decides which learners of some folders are compared with which, and names all of them apart. */
final class Matching {
    private final List<ComparedFolder> folders;
    private final Set<String> labels;
    private final int base;
    private final String one;
    private final Map<ComparedLearner, ComparedLearner> pairs = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Matches learners by their labels, or all with one; those of a folder that has no label of the first one with the baseline of
     * that one's experiment.
     *
     * @throws BadInput if the selection names what is not there, or nothing is left to compare
     */
    Matching(List<ComparedFolder> folders, LearnerSelection selection) {
        this.folders = folders;
        base = selection.folder(folders);
        one = selection.learner(folders);
        labels = selection.labels(folders);
        if (!one.isEmpty()) {
            labels.add(one);
        }
        for (int i = 0; i < folders.size(); i++) {
            match(i);
        }
        noteTheUnmatched();
        if (pairs.isEmpty()) {
            throw new BadInput("there is nothing to compare with "
                    + folders.get(base).path() + ": no other folder has " + LabelList.of(labels));
        }
    }

    private void match(int folder) {
        List<String> own = shown(folder);
        if (!one.isEmpty()) {
            own.stream()
                    .filter(label -> folder != base || !label.equals(one))
                    .forEach(label -> pairs.put(new ComparedLearner(folder, label), new ComparedLearner(base, one)));
        } else if (folder != base) {
            List<String> common = own.stream().filter(shown(base)::contains).toList();
            common.forEach(label -> pairs.put(new ComparedLearner(folder, label), new ComparedLearner(base, label)));
            if (common.isEmpty()) {
                strangers(folder, own);
            }
        }
    }

    /** Matches the learners of a folder without namesakes with the baseline of the first folder's experiment. */
    private void strangers(int folder, List<String> own) {
        ComparedFolder first = folders.get(base);
        if (shown(base).isEmpty()) {
            labels.add(first.baseline());
        }
        String baseline = shown(base).contains(first.baseline())
                ? first.baseline()
                : shown(base).get(0);
        own.forEach(label -> pairs.put(new ComparedLearner(folder, label), new ComparedLearner(base, baseline)));
        notes.add(first.name() + " and " + folders.get(folder).name() + " have no learner of the same label: those of "
                + folders.get(folder).name() + " are compared with " + baseline + " of " + first.name() + ".");
    }

    private void noteTheUnmatched() {
        String unmatched = names().keySet().stream()
                .filter(each -> !pairs.containsKey(each) && !pairs.containsValue(each))
                .map(each ->
                        each.learner() + " of " + folders.get(each.folder()).name())
                .collect(Collectors.joining(", "));
        if (!unmatched.isEmpty()) {
            notes.add("Shown, but compared with none: " + unmatched
                    + "; --baseline FOLDER:LEARNER compares all with one.");
        }
    }

    private List<String> shown(int folder) {
        List<String> own = folders.get(folder).learners();
        return labels.stream().filter(own::contains).toList();
    }

    /** Returns each learner with the one that it is compared with, folder by folder. */
    Map<ComparedLearner, ComparedLearner> pairs() {
        return pairs;
    }

    /** Returns whether every pair is of one label. */
    boolean ofNamesakes() {
        return pairs.entrySet().stream()
                .allMatch(pair -> pair.getKey().learner().equals(pair.getValue().learner()));
    }

    /** Returns what a reader would otherwise miss, in sentences. */
    List<String> notes() {
        return notes;
    }

    /** Returns the folder or learner that all are compared with, in words. */
    String against() {
        Set<ComparedLearner> baselines = new HashSet<>(pairs.values());
        return ofNamesakes() || baselines.size() > 1
                ? folders.get(base).name()
                : baselines.iterator().next().learner() + " of "
                        + folders.get(base).name();
    }

    /**
     * Returns the name of each learner, those of one label together: the label alone where no other folder has it, else with its folder's
     * name in brackets.
     */
    Map<ComparedLearner, String> names() {
        Map<ComparedLearner, String> names = names(false);
        return new HashSet<>(names.values()).size() == names.size() ? names : names(true);
    }

    /** Returns how many neighbours in the order of names are of one label: the number of folders if each has every label, else 1. */
    int variants() {
        return names().size() == labels.size() * folders.size() ? folders.size() : 1;
    }

    /** Returns the names that are shown together: those of one label, or the two of a pair. */
    List<List<String>> groups() {
        Map<ComparedLearner, String> names = names();
        List<String> all = List.copyOf(names.values());
        int size = variants();
        return size > 1
                ? IntStream.range(0, all.size() / size)
                        .mapToObj(i -> all.subList(i * size, (i + 1) * size))
                        .toList()
                : pairs.entrySet().stream()
                        .map(pair -> Stream.of(pair.getKey(), pair.getValue())
                                .map(names::get)
                                .toList())
                        .toList();
    }

    /** Returns all results of its learners up to a step. */
    StepEstimates estimates(long step) {
        return new StepEstimates(folders, names(), step);
    }

    private Map<ComparedLearner, String> names(boolean bracketsAlways) {
        Map<ComparedLearner, String> names = new LinkedHashMap<>();
        for (String label : labels) {
            List<ComparedFolder> having = folders.stream()
                    .filter(each -> each.learners().contains(label))
                    .toList();
            for (ComparedFolder folder : having) {
                String brackets = bracketsAlways || having.size() > 1 ? " (" + folder.name() + ")" : "";
                names.put(new ComparedLearner(folders.indexOf(folder), label), label + brackets);
            }
        }
        return names;
    }
}
