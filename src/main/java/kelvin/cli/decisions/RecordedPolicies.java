package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.decision.ReplayCheck;
import kelvin.experiment.Catalog;
import kelvin.learner.LearnerSpec;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.schedule.Schedule;
import kelvin.yaml.BadInput;
import kelvin.yaml.YamlDocument;
import org.jspecify.annotations.Nullable;

/**
 * Finds policies, learners and step sizes by the texts that a journal records: those of records, given or of a catalogue, whose own text is
 * equal to the recorded one.
 */
@Stability(INTERNAL)
public final class RecordedPolicies implements ReplayCheck.Texts {
    private final Catalog catalog;
    private final List<PolicySchedule> given;
    private final List<String> unknown = new ArrayList<>();

    /**
     * Creates a finder.
     *
     * @param catalog knows the names of records
     * @param given policies that are found by their texts, whatever these are
     */
    public RecordedPolicies(Catalog catalog, List<PolicySchedule> given) {
        this.catalog = catalog;
        this.given = List.copyOf(given);
    }

    @Override
    public @Nullable PolicySchedule policy(String text) {
        return given.stream()
                .filter(policy -> policy.toString().equals(text))
                .findFirst()
                .orElseGet(() -> rebuilt(PolicySchedule.class, text));
    }

    @Override
    public @Nullable SubsetPolicy slatePolicy(String text) {
        return rebuilt(SubsetPolicy.class, text);
    }

    @Override
    public @Nullable LearnerSpec learner(String text) {
        return rebuilt(LearnerSpec.class, text);
    }

    @Override
    public @Nullable Schedule stepSize(String text) {
        return rebuilt(Schedule.class, text);
    }

    /** Returns the texts that were asked for and not found. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    private <T> @Nullable T rebuilt(Class<T> type, String text) {
        T found = null;
        try {
            T made = catalog.binder().bind(type, YamlDocument.root("journal", RecordText.yaml(text)));
            found = made.toString().equals(text) ? made : null;
        } catch (BadInput | IllegalArgumentException e) {
            // a text that cannot be read back is unknown
        }
        if (found == null && !unknown.contains(text)) {
            unknown.add(text);
        }
        return found;
    }
}
