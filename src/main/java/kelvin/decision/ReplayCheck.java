package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kelvin.contract.Stability;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.SealedLine;
import kelvin.decision.memory.DecisionKey;
import kelvin.learner.LearnerSpec;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the journals of a folder by replay: every decision is drawn again from the state it was made in, and every
 * reward is learned again.
 *
 * @param drawn how many decisions were drawn again
 * @param learned how many rewards were judged and learned again
 * @param skipped how many decisions and rewards were passed over, because no rules were given like those they were made by
 * @param erased how many decisions and rewards were not done again because their ids, which the draw depends on, have been erased
 * @param differences a line for each decision whose action or propensity, and each reward whose outcome, action or estimate, came
 *     out differently, bit for bit, and for each section that was passed over. Of many only the first thousand, and how many more
 * @param state the state that the journals lead to
 */
@Stability(MAY_CHANGE)
public record ReplayCheck(long drawn, long learned, long skipped, long erased, List<String> differences, State state) {
    private static final int MAX_FAULTS_LISTED = 1000;

    public ReplayCheck {
        differences = List.copyOf(differences);
    }

    /**
     * Replays the journals of a folder and compares every decision and state. Nothing is written, and no more is held
     * in memory than a decision maker holds. Where the first journal is there it begins with the state before the first
     * decision, otherwise with the oldest snapshot.
     *
     * @param folder a decision maker's folder
     * @param rules what it went by; where that has changed, each of them. A section of the journals is done again by those that
     *     are like the record in its start line: policy, schedule, seed and memory
     * @return what came of it
     * @throws kelvin.decision.journal.DamagedFile if a file is not as it was written
     * @throws IOException if one cannot be read
     */
    public static ReplayCheck of(Path folder, Settings... rules) throws IOException {
        Map<RecordedSettings, Settings> given = new HashMap<>();
        for (Settings each : rules) {
            given.put(RecordedSettings.of(each).running(), each);
        }
        return of(folder, section -> given.get(section.running()), given.values());
    }

    /**
     * Replays the journals of a folder by the settings that they record; see {@link #of(Path, Settings...)}.
     *
     * @param folder a decision maker's folder
     * @param texts finds policies, learners and step sizes by their texts; a section with one that it does not know is passed over
     * @return what came of it
     * @throws kelvin.decision.journal.DamagedFile if a file is not as it was written
     * @throws IOException if one cannot be read
     */
    public static ReplayCheck of(Path folder, Texts texts) throws IOException {
        return of(folder, section -> section.rebuilt(texts), List.of());
    }

    private static ReplayCheck of(
            Path folder, Function<RecordedSettings, @Nullable Settings> settings, Collection<Settings> learners)
            throws IOException {
        try {
            StateFiles.Found start = StateFiles.oldest(folder);
            Drawer drawer = new Drawer(start.snapshot(), settings, learners);
            JournalSequence.read(
                    folder,
                    start.generation(),
                    start.snapshot().link(),
                    StateFiles.last(folder),
                    drawer,
                    new ArrayList<>());
            return drawer.result();
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    /**
     * Returns true if the replay reproduced every record.
     *
     * @return true if nothing came out differently and nothing was passed over
     */
    public boolean clean() {
        return skipped == 0 && differences.isEmpty();
    }

    /** Finds the policies, learners and step sizes that the texts in a journal stand for: those whose {@code toString} they are. */
    public interface Texts {
        /** {@return the policy of a text such as {@code Softmax[temperature=0.1]}; null if it is unknown} */
        @Nullable
        PolicySchedule policy(String text);

        /** {@return the policy of a text such as {@code PlackettLuce[m=3, temperature=0.1]} for slates; null, as by default, if unknown} */
        default @Nullable SubsetPolicy slatePolicy(String text) {
            return null;
        }

        /** {@return the learner of a text such as {@code Ucb1[]}; null if it is unknown} */
        @Nullable
        LearnerSpec learner(String text);

        /** {@return the step size of a text such as {@code InverseCount[start=1.0]}; null if it is unknown} */
        @Nullable
        Schedule stepSize(String text);
    }

    /** Draws the decisions of one decision maker again, line by line. */
    static final class Drawer implements JournalReader.Reader {
        private final Map<RecordedSettings, Optional<Settings>> known = new HashMap<>();
        private final Function<RecordedSettings, @Nullable Settings> given;
        private final Map<RecordedSettings, Long> passedOver = new LinkedHashMap<>();
        private final JournalReplay replay;
        private final List<String> differences = new ArrayList<>();
        private @Nullable Settings rules;
        private @Nullable RecordedSettings section;
        private Chooser.@Nullable Ahead snapshot;
        private double @Nullable [] propensities;
        private long drawn;
        private long learned;
        private long erased;
        private long more;

        Drawer(Snapshot start, Function<RecordedSettings, @Nullable Settings> given, Collection<Settings> learners) {
            this.given = given;
            replay = new JournalReplay(
                    start, section -> known(section).orElseGet(() -> section.reading(learners)), this::compare);
        }

        private Optional<Settings> known(RecordedSettings recorded) {
            return known.computeIfAbsent(recorded, key -> Optional.ofNullable(given.apply(key)));
        }

        @Override
        public void line(JsonMembers line) {
            propensities = null;
            boolean decides = line.has(JournalRecord.DECISION);
            boolean learns = line.has(JournalRecord.REWARD);
            if (line.has(SealedLine.START)) {
                use(RecordedSettings.of(line.fields("rules")));
            } else if (line.has(JournalRecord.ERASED)) {
                erased += decides || learns ? 1 : 0;
            } else if (line.has(JournalRecord.STATE)) {
                compare(StateTree.state(line));
            } else if (rules == null && section != null && (decides || learns)) {
                passedOver.merge(section, 1L, Long::sum);
            } else if (decides && rules != null) {
                draw(line, rules);
            } else if (learns) {
                learn(line);
            }
            snapshot = decides ? snapshot : null;
            replay.line(line);
        }

        /** Begins a section of lines that were written by given settings. */
        void section(RecordedSettings now) {
            use(now);
            replay.section(now);
            snapshot = null;
        }

        private void use(RecordedSettings now) {
            section = now.running();
            rules = known(now).orElse(null);
        }

        private void compare(State recorded) {
            State.compare(recorded, replay.state().state())
                    .forEach(each -> differs(
                            "state after decision " + recorded.decisions() + ": recorded and replayed: " + each));
        }

        private void draw(JsonMembers line, Settings by) {
            MutableState state = replay.state();
            missing(state, state.rewards().due(line.whole("time")));
            snapshot = snapshot == null ? state.chooser().ahead(state.now()) : snapshot;
            Decision logged = StateTree.decision(line);
            DecisionKey key = DecisionKey.of(by.seed(), logged.id());
            Request request = StateTree.request(line);
            Decision.Group group = state.chooser().group(state.now(), key);
            if (group != logged.group()) {
                drawn++;
                differs(logged + ": drawn again in the group " + group.word());
                return;
            } else if (by.learner() != null && group == Decision.Group.TREATMENT) {
                return; // the learner chooses again when the line is replayed
            }
            Chooser.Choice again = snapshot == null
                    ? state.chooser().choose(state.now(), key, request)
                    : snapshot.choose(key, request);
            compare(logged, again);
            double loss = line.has("loss") ? line.real("loss") : again.loss(); // earlier versions did not record it
            if (loss != again.loss() || (line.has("exploring") && !again.exploring())) {
                differs(logged + ": expected loss " + loss + ", drawn again with " + again.loss());
            }
        }

        private void missing(MutableState state, int due) {
            if (due >= 0) {
                differs((state.recent().gathered(due) ? "settled" : "default") + " reward of "
                        + state.recent().id(due) + ": was due, is not in the journal");
            }
        }

        private void compare(Decision logged, Chooser.Choice again) {
            if (rules != null) {
                drawn++;
                if (!again.isThatOf(logged)) {
                    differs(logged + ": drawn again as " + again.text());
                } else {
                    propensities = again.probabilities();
                }
            }
        }

        /** Returns those of all actions at the latest line, not to be kept; null if it is no decision that came out as recorded. */
        double @Nullable [] propensities() {
            return propensities;
        }

        private void learn(JsonMembers line) {
            MutableState state = replay.state();
            String id = line.text(JournalRecord.REWARD);
            int index = state.find(state.name(id));
            int named = line.has("action") ? Math.toIntExact(line.whole("action")) : -1;
            learned++;
            if (index >= 0 && !state.rewards().mayReward(index, named)) {
                differs("reward of " + id + ": of action " + named + ", which its slate does not show");
                return;
            }
            boolean uncalled = !RewardOutcome.of(line.text("outcome")).answers();
            int due = state.rewards().due(line.whole("time"));
            boolean isDue = uncalled && index >= 0 && due == index;
            RewardOutcome again = isDue
                    ? state.rewards().outcomeDue(index)
                    : state.rewards().classify(index, named, line.whole("time"));
            missing(state, uncalled ? -1 : due);
            if (!again.word().equals(line.text("outcome"))) {
                differs("reward of " + id + ": " + line.text("outcome") + ", judged again as " + again.word());
            } else if (isDue && line.real("value") != state.rewards().rewardDue(index)) {
                differs("reward of " + id + ": " + again.word() + " at " + line.real("value") + ", again at "
                        + state.rewards().rewardDue(index));
            } else if (again.learns()) {
                int action = state.rewards().actionOf(index, uncalled ? -1 : named);
                double estimate = state.updated(action, line.real("value")).value();
                if (line.whole("step") != state.recent().step(index)
                        || line.whole("action") != action
                        || line.real("estimate") != estimate) {
                    differs("reward of " + id + ": decision " + line.whole("step") + ", action " + line.whole("action")
                            + ", estimate " + line.real("estimate") + ", learned again as decision "
                            + state.recent().step(index) + ", action " + action + ", estimate " + estimate);
                }
            }
        }

        private void differs(String line) {
            if (differences.size() < MAX_FAULTS_LISTED) {
                differences.add(line);
            } else {
                more++;
            }
        }

        ReplayCheck result() {
            List<String> all = new ArrayList<>();
            passedOver.forEach((settings, lines) ->
                    all.add(lines + " decisions and rewards passed over, made by " + settings.map()));
            all.addAll(differences);
            if (more > 0) {
                all.add("and " + more + " more");
            }
            long skipped =
                    passedOver.values().stream().mapToLong(Long::longValue).sum();
            return new ReplayCheck(
                    drawn, learned, skipped, erased, all, replay.state().state());
        }
    }
}
