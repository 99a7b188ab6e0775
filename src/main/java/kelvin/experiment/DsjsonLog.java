package kelvin.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.evaluation.LoggedDecision;
import kelvin.file.IoMessage;
import kelvin.json.Json;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in files of Vowpal Wabbit's format dsjson, a JSON object per line, read anew for each use. Actions are numbered from 0 by
 * their place in {@code c._multi}; the reward is the negative of {@code _label_cost}.
 */
final class DsjsonLog extends StreamedLog {
    private final List<Path> paths;
    private int actions;

    DsjsonLog(List<Path> paths) {
        super(new ColumnContexts(List.of(), null));
        this.paths = paths;
        forEach((index, decision) -> {
            size = index + 1;
            BitSet open = decision.open();
            actions = Math.max(actions, Math.max(decision.action() + 1, open == null ? 0 : open.length()));
        });
    }

    @Override
    public void forEach(Visitor visitor) {
        int index = 0;
        for (Path path : paths) {
            try (BufferedReader lines = Files.newBufferedReader(path)) {
                int number = 1;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isBlank()) {
                        visitor.visit(index, decision(path + ":" + number, line));
                        index = Math.addExact(index, 1);
                    }
                    number++;
                }
            } catch (IOException e) {
                throw new BadInput(IoMessage.unreadable(path, e));
            }
        }
    }

    private static LoggedDecision decision(String place, String line) {
        try {
            if (!(Json.parse(line) instanceof Map<?, ?> members)) {
                throw new BadInput(place + ": must be a JSON object of Vowpal Wabbit's format dsjson");
            }
            double action = number(place, members, "_label_Action");
            BitSet open = offered(members);
            if (action != Math.rint(action) || action < 1 || (open != null && action > open.length())) {
                throw new BadInput(place + ": _label_Action: found " + members.get("_label_Action")
                        + ", must be the number of an action from 1" + (open == null ? "" : " to " + open.length()));
            }
            double reward = 0.0 - number(place, members, "_label_cost");
            return new LoggedDecision((int) action - 1, reward, number(place, members, "_label_probability"), open);
        } catch (InvalidValue e) {
            throw new BadInput(place + ": " + e.name() + ": " + e.problem());
        } catch (IllegalArgumentException e) {
            throw new BadInput(place + ": must be a line of JSON: " + e.getMessage());
        }
    }

    private static double number(String place, Map<?, ?> members, String name) {
        if (members.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new BadInput(place + ": " + name + ": found "
                + (members.containsKey(name) ? members.get(name) : "nothing") + ", must be a number");
    }

    /** Returns the actions that were offered; null if the line does not list them. */
    private static @Nullable BitSet offered(Map<?, ?> members) {
        if (members.get("c") instanceof Map<?, ?> context && context.get("_multi") instanceof List<?> multi) {
            BitSet offered = new BitSet();
            offered.set(0, multi.size());
            return offered;
        }
        return null;
    }

    /** Returns the log among so many actions; null for as many as occur. */
    DecisionLog log(LogFormat format) {
        Integer given = format.actions();
        if (given != null && given < actions) {
            throw new BadInput(DecisionLog.name(paths) + ": found " + actions + " actions, must be at most " + given
                    + ", as many actions as are given");
        }
        return new DecisionLog(this, given == null ? actions : given, List.of(), 0, List.of(), contexts.map());
    }
}
