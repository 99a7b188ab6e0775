package kelvin.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kelvin.decision.JournalLog;
import kelvin.evaluation.DecisionStream;
import kelvin.evaluation.LogContexts;
import kelvin.evaluation.LoggedDecision;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in the journals of decision makers, one after the other. Of each the reward is in memory, 8 bytes, since it may stand anywhere
 * after the decision; nothing else is.
 */
final class JournalStream implements DecisionStream {
    private final List<JournalLog> journals = new ArrayList<>();
    private final @Nullable Double missing;
    private final CsvContexts contexts = new CsvContexts(List.of(), null);
    private int arms;
    private int size;
    private int unrewarded;

    JournalStream(List<Path> paths, LogFormat format) {
        missing = format.missing();
        try {
            for (Path path : paths) {
                JournalLog journal = JournalLog.read(path);
                journals.add(journal);
                arms = Math.max(arms, journal.arms());
                requireArms(path, journal.arms(), format.actions());
                journal.forEach(this::count);
            }
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static void requireArms(Path path, int arms, @Nullable Integer most) {
        if (most != null && most < arms) {
            throw new BadInput(
                    path + ": found " + arms + " arms, must be at most " + most + ", as many actions as are given");
        }
    }

    private void count(JournalLog.Entry entry) {
        if (counts(entry)) {
            entry.decision().knownPropensity();
            size = Math.addExact(size, 1);
        } else {
            unrewarded++;
        }
    }

    private boolean counts(JournalLog.Entry entry) {
        return entry.reward() != null || missing != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public LogContexts contexts() {
        return contexts;
    }

    @Override
    public void forEach(Visitor visitor) {
        int[] index = {0};
        try {
            for (JournalLog journal : journals) {
                journal.forEach(entry -> {
                    if (counts(entry)) {
                        Double reward = entry.reward() == null ? missing : entry.reward();
                        visitor.visit(
                                index[0]++,
                                new LoggedDecision(
                                        entry.decision().actionTaken(),
                                        Objects.requireNonNull(reward),
                                        entry.decision().propensityTaken(),
                                        entry.open()));
                    }
                });
            }
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the log among so many actions; null for as many as there are arms. */
    DecisionLog log(@Nullable Integer actions) {
        return new DecisionLog(
                this, actions == null ? arms : actions, List.of(), unrewarded, List.of(), contexts.map());
    }
}
