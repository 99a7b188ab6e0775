package kelvin.cli.decisions;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.cli.text.HumanUnits;
import kelvin.contract.Stability;
import kelvin.decision.Decision;
import kelvin.decision.JournalLog;
import kelvin.decision.ReplayCheck;
import kelvin.decision.journal.JournalReader;
import kelvin.json.Json;
import kelvin.numeric.ShortestDecimal;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** Writes the decisions of journals with their rewards, found by id over all of them, in the formats of other programs. */
@Stability(INTERNAL)
public final class LogExport {
    /** Times with a fraction of a second in any case, as the format demands. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final JournalLog log;
    private final @Nullable Double missing;
    private int features;
    private boolean scored;
    private boolean named;
    private boolean grouped;
    private long slates;
    private long unrewarded;
    private long withoutPropensity;
    private long withoutOthers;

    private LogExport(JournalLog log, @Nullable Double missing) throws IOException {
        this.log = log;
        this.missing = missing;
        log.forEach(entry -> {
            features = Math.max(features, entry.features() == null ? 0 : entry.features().length);
            scored |= entry.scores() != null;
            named |= !entry.name().isEmpty();
            grouped |= entry.decision().group() != Decision.Group.TREATMENT;
            slates += entry.decision().slate() == null ? 0 : 1;
        });
    }

    /** A format of exported logs. */
    public enum Format {
        /** A row per decision, with the columns that {@code kelvin evaluate} reads first. */
        CSV,
        /** A line of JSON per decision, as Vowpal Wabbit reads with {@code --dsjson}. */
        DSJSON,
        /** One JSON object with the members of the Open Bandit Pipeline's {@code bandit_feedback}. */
        OBP;

        /**
         * Returns the format of a name.
         *
         * @param name such as {@code csv}
         * @return the format
         * @throws BadInput if there is none
         */
        public static Format of(String name) {
            return switch (name) {
                case "csv" -> CSV;
                case "dsjson" -> DSJSON;
                case "obp" -> OBP;
                default -> throw new BadInput("--export: found '" + name + "', must be csv, dsjson or obp");
            };
        }
    }

    /**
     * Writes all decisions that have a reward and a propensity.
     *
     * @param path a journal or the folder of a decision maker
     * @param format the format
     * @param missing the reward of decisions without one; null to leave them out
     * @param texts finds what decided by its text, to find the propensities of actions that were not chosen
     * @param out where to
     * @return a sentence for each reason why decisions or propensities were left out, with their number
     * @throws IOException if the journals cannot be read
     */
    public static List<String> write(
            Path path, Format format, @Nullable Double missing, ReplayCheck.Texts texts, PrintWriter out)
            throws IOException {
        JournalLog log = JournalLog.read(path);
        LogExport export = new LogExport(log, missing);
        if (export.slates > 0) {
            if (format != Format.CSV || export.slates < log.size()) {
                throw new BadInput(path + ": found " + HumanUnits.count(export.slates, "slate") + " in "
                        + HumanUnits.count(log.size(), "decision") + ", must be "
                        + (format == Format.CSV
                                ? "none or all: the columns of slates are others"
                                : "none for this format, which has one action and one propensity for each decision;"
                                        + " --export csv writes slates"));
            }
            return new SlateCsv(log, missing).write(export.named, export.grouped, export.scored, out);
        }
        switch (format) {
            case CSV -> export.csv(out);
            case DSJSON -> {
                RedrawnPropensities all = new RedrawnPropensities(path, texts);
                export.each(all, (entry, reward) -> out.print(export.dsjson(entry, reward, all.get())));
            }
            case OBP -> export.obp(out);
        }
        return export.leftOut();
    }

    private List<String> leftOut() {
        List<String> reasons = new ArrayList<>();
        if (unrewarded > 0) {
            reasons.add(HumanUnits.count(unrewarded, "decision")
                    + " without a reward left out; --missing 0 would count them with the reward 0");
        }
        if (withoutPropensity > 0) {
            reasons.add(HumanUnits.count(withoutPropensity, "decision")
                    + " without a propensity left out: their learner, or the system that acted, does not tell it");
        }
        if (withoutOthers > 0) {
            reasons.add(HumanUnits.count(withoutOthers, "decision")
                    + " with the propensity of the chosen action alone: the others cannot be computed again");
        }
        return reasons;
    }

    /** Takes a decision with its reward. */
    @FunctionalInterface
    private interface Taker {
        void take(JournalLog.Entry entry, double reward);
    }

    private void each(Taker taker) throws IOException {
        each(line -> {}, taker);
    }

    private void each(JournalReader.Reader before, Taker taker) throws IOException {
        unrewarded = 0;
        withoutPropensity = 0;
        log.forEach(before, entry -> {
            Double reward = entry.reward() == null ? missing : entry.reward();
            if (Double.isNaN(entry.decision().propensityTaken())) {
                withoutPropensity++;
            } else if (reward == null) {
                unrewarded++;
            } else {
                taker.take(entry, reward);
            }
        });
    }

    private void csv(PrintWriter out) throws IOException {
        out.print("action,reward,propensity,step,time,id,open" + (log.hasNames() ? ",arm" : "") + (named ? ",name" : "")
                + (grouped ? ",group" : "")
                + (scored ? ",scores" : "")
                + IntStream.range(0, features).mapToObj(i -> ",x" + i).collect(Collectors.joining()) + "\n");
        each((entry, reward) -> {
            Decision decision = entry.decision();
            out.print(decision.actionTaken() + "," + number(reward) + "," + number(decision.propensityTaken()) + ","
                    + decision.step() + "," + decision.time() + "," + quoted(decision.id()) + ","
                    + spaced(entry.open())
                    + (log.hasNames() ? "," + quoted(log.name(entry, decision.actionTaken())) : "")
                    + (named ? "," + quoted(entry.name()) : "")
                    + (grouped ? "," + decision.group().name().toLowerCase(Locale.ROOT) : "")
                    + (scored ? "," + joined(" ", entry.scores()) : "")
                    + columns(entry.features()) + "\n");
        });
    }

    /** Returns the columns of features, empty ones where a decision has none or fewer than others. */
    private String columns(double @Nullable [] numbers) {
        return numbers == null || numbers.length == 0
                ? ",".repeat(features)
                : "," + joined(",", numbers) + ",".repeat(features - numbers.length);
    }

    static String joined(String separator, double @Nullable [] numbers) {
        return numbers == null
                ? ""
                : DoubleStream.of(numbers).mapToObj(LogExport::number).collect(Collectors.joining(separator));
    }

    static String number(double x) {
        StringBuilder text = new StringBuilder();
        ShortestDecimal.append(text, x);
        return text.toString();
    }

    static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static String spaced(BitSet actions) {
        return actions.toString().replaceAll("[{},]", "");
    }

    /**
     * Returns a line for Vowpal Wabbit. Its actions are numbered from 1 among those that were open, each with its arm as a feature; its
     * cost is the reward's negative.
     */
    private String dsjson(JournalLog.Entry entry, double reward, double @Nullable [] propensities) {
        Decision decision = entry.decision();
        BitSet open = (BitSet) entry.open().clone();
        open.set(decision.actionTaken()); // another system may take one that is closed here
        int position = open.get(0, decision.actionTaken()).cardinality();
        String propensity = number(decision.propensityTaken());
        StringBuilder id = new StringBuilder();
        Json.quote(decision.id(), id);
        String offered = open.stream()
                .mapToObj(arm -> "{\"arm\":{\"number\":\"" + arm + "\"}}")
                .collect(Collectors.joining(","));
        double[] numbers = entry.features();
        String seen = numbers == null
                ? ""
                : IntStream.range(0, numbers.length)
                        .mapToObj(i -> "\"x" + i + "\":" + number(numbers[i]))
                        .collect(Collectors.joining(",", "\"x\":{", "},"));
        return "{\"_label_cost\":" + number(0.0 - reward) + ",\"_label_probability\":" + propensity
                + ",\"_label_Action\":" + (position + 1) + ",\"_labelIndex\":" + position + ",\"Timestamp\":\""
                + TIME.format(Instant.ofEpochMilli(decision.time())) + "\",\"Version\":\"1\",\"EventId\":" + id
                + ",\"a\":["
                + chosenFirst(position, open.cardinality()) + "],\"c\":{" + seen + "\"_multi\":[" + offered
                + "]},\"p\":[" + propensity + others(decision, open, propensities) + "]}\n";
    }

    private static String chosenFirst(int position, int offered) {
        return IntStream.concat(
                        IntStream.of(position), IntStream.range(0, offered).filter(each -> each != position))
                .mapToObj(each -> String.valueOf(each + 1))
                .collect(Collectors.joining(","));
    }

    /** Returns the propensities of the actions that were not chosen, in the order of the array a; nothing if they are not known. */
    private String others(Decision decision, BitSet open, double @Nullable [] propensities) {
        if (open.cardinality() > 1 && (propensities == null || decision.acted() != null)) {
            withoutOthers++;
            return "";
        }
        return open.stream()
                .filter(arm -> arm != decision.actionTaken())
                .mapToObj(arm -> "," + number(Objects.requireNonNull(propensities)[arm]))
                .collect(Collectors.joining());
    }

    /** Writes the arrays one after the other, reading the journals for each, so that none is held in memory. */
    private void obp(PrintWriter out) throws IOException {
        AtomicLong rounds = new AtomicLong();
        each((entry, reward) -> rounds.incrementAndGet());
        out.print("{\"n_rounds\": " + rounds.get() + ",\n\"n_actions\": " + log.arms() + ",\n\"position\": null");
        column("action", (entry, reward) -> String.valueOf(entry.decision().actionTaken()), out);
        column("reward", (entry, reward) -> number(reward), out);
        column("pscore", (entry, reward) -> number(entry.decision().propensityTaken()), out);
        if (features > 0) {
            column("context", (entry, reward) -> "[" + joined(", ", entry.features()) + "]", out);
        }
        out.print("}\n");
    }

    private void column(String name, BiFunction<JournalLog.Entry, Double, String> text, PrintWriter out)
            throws IOException {
        out.print(",\n\"" + name + "\": [");
        String[] separator = {""};
        each((entry, reward) -> {
            out.print(separator[0] + text.apply(entry, reward));
            separator[0] = ", ";
        });
        out.print("]");
    }
}
