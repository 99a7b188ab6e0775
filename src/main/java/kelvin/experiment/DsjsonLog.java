package kelvin.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kelvin.contract.InvalidValue;
import kelvin.evaluation.LoggedDecision;
import kelvin.file.IoMessage;
import kelvin.json.Json;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in files of Vowpal Wabbit's format dsjson, a JSON object per line, read anew for each use. Actions are numbered from 0 by
 * their place in {@code c._multi}, or by {@code arm.number} where each of them has that, as in a decision maker's export, where closed arms
 * are not offered; the reward is the negative of {@code _label_cost}.
 */
final class DsjsonLog extends StreamedLog {
    private static final Pattern ARM = Pattern.compile("[0-9]{1,6}");

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
            List<Integer> offered = offered(members);
            if (action != Math.rint(action) || action < 1 || (offered != null && action > offered.size())) {
                throw new BadInput(place + ": _label_Action: found " + members.get("_label_Action")
                        + ", must be the number of an action from 1"
                        + (offered == null ? "" : " to " + offered.size()));
            }
            int taken = (int) action - 1;
            double reward = 0.0 - number(place, members, "_label_cost");
            double propensity = number(place, members, "_label_probability");
            if (offered == null) {
                return new LoggedDecision(taken, reward, propensity, null);
            }
            BitSet open = new BitSet();
            offered.forEach(open::set);
            return new LoggedDecision(offered.get(taken), reward, propensity, open);
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

    /** Returns the numbers of the actions that were offered; null if the line does not list them. */
    private static @Nullable List<Integer> offered(Map<?, ?> members) {
        if (members.get("c") instanceof Map<?, ?> context && context.get("_multi") instanceof List<?> multi) {
            List<Integer> arms = multi.stream().map(DsjsonLog::arm).distinct().toList();
            return arms.size() == multi.size() && !arms.contains(-1)
                    ? arms
                    : IntStream.range(0, multi.size()).boxed().toList();
        }
        return null;
    }

    /** Returns the number of an action's arm, as a decision maker's export has it; −1 if there is none. */
    private static int arm(Object action) {
        return action instanceof Map<?, ?> features
                        && features.get("arm") instanceof Map<?, ?> arm
                        && arm.get("number") instanceof String number
                        && ARM.matcher(number).matches()
                ? Integer.parseInt(number)
                : -1;
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
