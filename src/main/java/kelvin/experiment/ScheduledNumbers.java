package kelvin.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.agent.Uct;
import kelvin.contract.PlayerSpec;
import kelvin.policy.Annealed;
import kelvin.schedule.Schedule;
import kelvin.yaml.RecordWriter;

/**
 * Finds the numbers of learners' policies that follow a schedule over the steps of the run. Left out are those that count something else: of
 * learners inside others, of {@link Uct}, whose policy counts the visits of a node, and step sizes, which count the rewards of an action.
 */
final class ScheduledNumbers {
    private ScheduledNumbers() {}

    /** Returns the schedules of the learners that have some: by label, then by the path of the number within the learner. */
    static Map<String, Map<String, Schedule>> of(Map<String, PlayerSpec> learners) {
        Map<String, Map<String, Schedule>> all = new LinkedHashMap<>();
        learners.forEach((label, learner) -> {
            Map<String, Schedule> own = of(learner);
            if (!own.isEmpty()) {
                all.put(label, own);
            }
        });
        return all;
    }

    private static Map<String, Schedule> of(PlayerSpec learner) {
        Map<String, Schedule> found = new LinkedHashMap<>();
        if (learner instanceof Record spec && !(learner instanceof Uct)) {
            RecordWriter.values(spec).forEach((component, value) -> add(component, value, found));
        }
        return Collections.unmodifiableMap(found);
    }

    /** Adds the numbers of a policy, those of the inner layer first, as they are written. */
    private static void add(String component, Object value, Map<String, Schedule> found) {
        if (value instanceof Annealed annealed) {
            add(component, annealed.policy(), found);
            found.put(component + "." + annealed.parameter(), annealed.schedule());
        } else if (value instanceof AnnealedRecord annealed) {
            add(component, annealed.policy(), found);
            found.put(component + "." + annealed.parameter(), annealed.schedule());
        }
    }
}
