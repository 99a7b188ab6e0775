package kelvin.decision;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import kelvin.json.Json;
import kelvin.numeric.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal: a JSON object whose last member is the CRC-32C of the bytes before it. What it says is settled when it is
 * made, under the decision maker's lock; its bytes are made by whoever writes it, outside of it.
 */
@FunctionalInterface
interface Line {
    /** The members that name the kinds of lines. */
    String START = "start";

    /** A decision, by its name. */
    String DECISION = "decision";

    /** A reward, by its decision's name. */
    String REWARD = "reward";

    /** An arm, by its number. */
    String ARM = "arm";

    /** Its bytes, with the line break. */
    byte[] bytes();

    static Line start(Ledger ledger, long time) {
        byte[] bytes = new Text(START, ledger.policy())
                .put("time", time)
                .put("version", ledger.version())
                .put("decisions", ledger.decisions())
                .put("arms", ledger.arms())
                .put("open", list(ledger.open()))
                .sealed();
        return () -> bytes;
    }

    static Line decision(Decision decision, @Nullable BitSet open) {
        String among = open == null ? null : list(open);
        return () -> {
            Text text = new Text(DECISION, decision.id())
                    .put("step", decision.step())
                    .put("time", decision.time())
                    .put("version", decision.version())
                    .put("action", decision.action())
                    .put("propensity", decision.propensity());
            return among == null ? text.sealed() : text.put("open", among).sealed();
        };
    }

    private static String list(BitSet actions) {
        return actions.stream().mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    static Line learned(String id, double reward, long time, int action, Arm taught, long version) {
        return () -> reward(id, reward, time, Outcome.LEARNED)
                .put("action", action)
                .put("estimate", taught.value())
                .put("version", version)
                .sealed();
    }

    static Line notLearned(String id, double reward, long time, Outcome outcome) {
        return () -> reward(id, reward, time, outcome).sealed();
    }

    private static Text reward(String id, double reward, long time, Outcome outcome) {
        return new Text(REWARD, id).put("value", reward).put("time", time).put("outcome", "\"" + outcome.word() + "\"");
    }

    static Line arm(int action, Arm arm, long time, long version) {
        return () -> new Text(ARM, action)
                .put("value", arm.value())
                .put("sum", arm.sum())
                .put("count", arm.count())
                .put("open", String.valueOf(arm.open()))
                .put("time", time)
                .put("version", version)
                .sealed();
    }

    /** The members of a line, or null if it is not as it was written. */
    static @Nullable Fields read(String line) {
        return Text.asWritten(line) ? Fields.of(Json.parse(line)) : null;
    }

    /** A line being written. */
    final class Text {
        private static final String CHECKSUM = ",\"crc\":\"";
        private static final int TAIL = CHECKSUM.length() + "00000000\"}".length();

        private final StringBuilder text = new StringBuilder(192);

        private Text(String kind, String name) {
            text.append("{\"").append(kind).append("\":");
            Json.quote(name, text);
        }

        private Text(String kind, int number) {
            text.append("{\"").append(kind).append("\":").append(number);
        }

        private Text put(String name, long value) {
            text.append(",\"").append(name).append("\":").append(value);
            return this;
        }

        private Text put(String name, double value) {
            ShortestDecimal.append(text.append(",\"").append(name).append("\":"), value);
            return this;
        }

        private Text put(String name, String json) {
            text.append(",\"").append(name).append("\":").append(json);
            return this;
        }

        private byte[] sealed() {
            int body = text.length();
            byte[] bytes =
                    text.append(CHECKSUM).append("00000000\"}\n").toString().getBytes(StandardCharsets.UTF_8);
            int end = bytes.length - (text.length() - body); // the tail is ASCII
            byte[] digits = checksum(bytes, end).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(digits, 0, bytes, end + CHECKSUM.length(), digits.length);
            return bytes;
        }

        private static String checksum(byte[] bytes, int end) {
            CRC32C crc = new CRC32C();
            crc.update(bytes, 0, end);
            String digits = Long.toHexString(crc.getValue());
            return "0".repeat(8 - digits.length()) + digits;
        }

        private static boolean asWritten(String line) {
            int body = line.length() - TAIL;
            if (body < 0) {
                return false;
            }
            byte[] bytes = line.substring(0, body).getBytes(StandardCharsets.UTF_8);
            return line.substring(body).equals(CHECKSUM + checksum(bytes, bytes.length) + "\"}");
        }
    }
}
