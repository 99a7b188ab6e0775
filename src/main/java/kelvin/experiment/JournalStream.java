package kelvin.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import kelvin.contract.InvalidValue;
import kelvin.decision.Decision;
import kelvin.decision.JournalLog;
import kelvin.evaluation.LoggedDecision;
import kelvin.numeric.ShortestDecimal;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in the journals of decision makers, one after the other. Of each the reward is in memory, 8 bytes, since it may stand anywhere
 * after the decision; nothing else is. The features that decisions record are columns {@code x0}, {@code x1} and so on, in the order of the
 * numbers of their contexts.
 */
final class JournalStream extends StreamedLog {
    /** The names of features, of which {@code kelvin decisions --export csv} writes the same. */
    private static final Pattern FEATURE = Pattern.compile("x(0|[1-9]\\d{0,8})");

    private final List<Path> paths;
    private final LogFormat format;
    private final List<JournalLog> journals = new ArrayList<>();
    private int arms;
    private int unrewarded;
    private int features;

    JournalStream(List<Path> paths, LogFormat format) {
        super(new ColumnContexts(format.context(), format.features()));
        this.paths = paths;
        this.format = format;
        contexts.begin(JournalStream::feature);
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
        if (size > 0) {
            format.context().forEach(this::requireFeature);
            contexts.close(paths);
        }
    }

    private static void requireArms(Path path, int arms, @Nullable Integer most) {
        if (most != null && most < arms) {
            throw new BadInput(
                    path + ": found " + arms + " arms, must be at most " + most + ", as many actions as are given");
        }
    }

    private void requireFeature(ContextColumn column) {
        int number = feature(column.name());
        if (number < 0 || number >= features) {
            throw new BadInput(DecisionLog.name(paths) + ": --context: found no column '" + column.name() + "'. "
                    + (features == 0
                            ? "The decisions of this journal record no features, or only their hashes"
                            : "Columns, the features of the decisions: x0"
                                    + (features > 1 ? " to x" + (features - 1) : "")));
        }
    }

    /** Returns the number of a feature by its name; -1 if it is none. */
    private static int feature(String name) {
        return FEATURE.matcher(name).matches() ? Integer.parseInt(name.substring(1)) : -1;
    }

    private void count(JournalLog.Entry entry) {
        Decision.Slate slate = entry.decision().slate();
        if (slate != null) {
            throw new InvalidValue(
                    "decision " + entry.decision().id(),
                    "the slate " + slate.actions(),
                    "for one action, as the policies are that are evaluated; kelvin decisions --export csv writes slates with the"
                            + " probabilities that estimates of them need");
        }
        double[] numbers = entry.features();
        features = Math.max(features, numbers == null ? 0 : numbers.length);
        Double reward = reward(entry);
        if (reward == null) {
            unrewarded++;
            return;
        }
        Cells cells = new Cells(entry);
        if (!format.rewards().contain(reward)) {
            throw InvalidValue.at(
                    cells.place("reward"), reward, "among the " + format.rewards() + " that the model learns from");
        }
        entry.decision().knownPropensity();
        contexts.add(cells);
        size = Math.addExact(size, 1);
    }

    private @Nullable Double reward(JournalLog.Entry entry) {
        return entry.reward() == null ? format.missing() : entry.reward();
    }

    /** One decision's features. The journal's reader adds file and line to errors. */
    private record Cells(JournalLog.Entry entry) implements ContextRow {
        @Override
        public boolean isBlank(int column) {
            double[] numbers = entry.features();
            return numbers == null || column < 0 || column >= numbers.length;
        }

        @Override
        public String text(int column) {
            StringBuilder text = new StringBuilder();
            ShortestDecimal.append(text, number(column));
            return text.toString();
        }

        @Override
        public double number(int column) {
            return Objects.requireNonNull(entry.features())[column];
        }

        @Override
        public RuntimeException wrong(int column, String allowed) {
            return InvalidValue.at(place("x" + column), number(column), allowed);
        }

        @Override
        public String place(String name) {
            return name + " of decision " + entry.decision().id();
        }
    }

    @Override
    public void forEach(Visitor visitor) {
        int[] index = {0};
        try {
            for (JournalLog journal : journals) {
                journal.forEach(entry -> {
                    Double reward = reward(entry);
                    if (reward != null) {
                        contexts.at(new Cells(entry));
                        visitor.visit(index[0]++, decision(entry, reward));
                    }
                });
            }
        } catch (IOException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static LoggedDecision decision(JournalLog.Entry entry, double reward) {
        return new LoggedDecision(
                entry.decision().actionTaken(), reward, entry.decision().propensityTaken(), entry.open());
    }

    /** Returns the log among as many actions as are given, or as there are arms. */
    DecisionLog log() {
        Integer actions = format.actions();
        return new DecisionLog(
                this, actions == null ? arms : actions, List.of(), unrewarded, contexts.columns(), contexts.map());
    }
}
