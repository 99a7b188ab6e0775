package kelvin.comparison;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kelvin.contract.LabelList;
import kelvin.contract.Stability;
import kelvin.yaml.BadInput;

/**
 * A choice of the learners to compare, and of the one that they are compared with.
 *
 * @param learners labels, in the order they are shown; all if empty
 * @param baseline a folder by its path or short name, or FOLDER:LEARNER; the first folder if empty
 */
@Stability(MAY_CHANGE)
public record LearnerSelection(List<String> learners, String baseline) {
    /** Everything, against the first folder. */
    public static final LearnerSelection ALL = new LearnerSelection(List.of(), "");

    public LearnerSelection {
        learners = List.copyOf(learners);
    }

    /** Returns the labels that are asked for; all where none are. */
    Set<String> labels(List<ComparedFolder> folders) {
        Set<String> all = new LinkedHashSet<>();
        folders.forEach(folder -> all.addAll(folder.learners()));
        if (learners.isEmpty()) {
            return all;
        }
        for (String label : learners) {
            if (!all.contains(label)) {
                throw new BadInput("--learners: found '" + label + "', must be of: " + LabelList.of(all));
            }
        }
        return new LinkedHashSet<>(learners);
    }

    /** Returns the folder that the others are compared with, or the one of the learner that all are compared with. */
    int folder(List<ComparedFolder> folders) {
        if (baseline.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < folders.size(); i++) {
            for (String name : names(folders.get(i))) {
                if (baseline.equals(name) || baseline.startsWith(name + ":")) {
                    return i;
                }
            }
        }
        throw new BadInput("--baseline: found '" + baseline + "', must be a folder ("
                + String.join(", ", folders.stream().map(ComparedFolder::name).toList())
                + ") or FOLDER:LEARNER");
    }

    /** Returns the learner that all are compared with; empty where each is compared with its namesake. */
    String learner(List<ComparedFolder> folders) {
        ComparedFolder folder = folders.get(folder(folders));
        for (String name : names(folder)) {
            if (baseline.equals(name)) {
                return "";
            } else if (baseline.startsWith(name + ":")) {
                String learner = baseline.substring(name.length() + 1);
                if (!folder.learners().contains(learner)) {
                    throw new BadInput("--baseline: found '" + learner + "', must be a learner of " + folder.path()
                            + ": " + LabelList.of(folder.learners()));
                }
                return learner;
            }
        }
        return "";
    }

    private static List<String> names(ComparedFolder folder) {
        List<String> names =
                new ArrayList<>(List.of(folder.name(), folder.path().toString()));
        names.add(folder.path().normalize().toString());
        return names;
    }
}
