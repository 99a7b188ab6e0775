package kelvin.cli.decisions;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kelvin.cli.text.HumanUnits;
import kelvin.decision.Decision;
import kelvin.decision.JournalLog;
import org.jspecify.annotations.Nullable;

/** Writes slates as CSV: a row for each action shown, with its reward and the probability with which it was shown. */
final class SlateCsv {
    private final JournalLog log;
    private final @Nullable Double missing;
    private long unrewarded;

    SlateCsv(JournalLog log, @Nullable Double missing) {
        this.log = log;
        this.missing = missing;
    }

    /** Writes all actions that have a reward; returns a sentence where some were left out. */
    List<String> write(boolean named, boolean grouped, boolean scored, PrintWriter out) throws IOException {
        out.print("id,place,action,reward,inclusion,log_propensity,ordered,step,time,open"
                + (log.hasNames() ? ",arm" : "") + (named ? ",name" : "") + (grouped ? ",group" : "")
                + (scored ? ",scores" : "") + "\n");
        log.forEach(entry -> {
            Decision decision = entry.decision();
            String rest = "," + decision.step() + "," + decision.time() + "," + LogExport.spaced(entry.open());
            String last = (named ? "," + LogExport.quoted(entry.name()) : "")
                    + (grouped ? "," + decision.group().name().toLowerCase(Locale.ROOT) : "")
                    + (scored ? "," + LogExport.joined(" ", entry.scores()) : "") + "\n";
            Decision.Slate slate = Objects.requireNonNull(decision.slate());
            for (int place = 0; place < slate.actions().size(); place++) {
                int action = slate.actions().get(place);
                Double reward = entry.rewards().getOrDefault(action, missing);
                if (reward == null) {
                    unrewarded++;
                } else {
                    out.print(LogExport.quoted(decision.id()) + "," + (place + 1) + "," + action + ","
                            + LogExport.number(reward) + ","
                            + LogExport.number(slate.inclusion().get(place)) + ","
                            + LogExport.number(slate.logPropensity()) + "," + slate.ordered() + rest
                            + (log.hasNames() ? "," + LogExport.quoted(log.name(entry, action)) : "") + last);
                }
            }
        });
        return unrewarded == 0
                ? List.of()
                : List.of(HumanUnits.count(unrewarded, "action")
                        + " shown without a reward left out; --missing 0 would count them with the reward 0");
    }
}
