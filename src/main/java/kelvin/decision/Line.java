package kelvin.decision;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/** One line of a journal: a JSON object whose last member is the CRC-32C of the bytes before it. */
final class Line {
    static final String START = "start";
    static final String DECISION = "decision";
    static final String REWARD = "reward";
    static final String ARM = "arm";
    private static final String CHECKSUM = ",\"crc\":\"";
    private static final int TAIL = CHECKSUM.length() + "00000000\"}".length();

    private final StringBuilder text = new StringBuilder(160);

    private Line(String kind) {
        text.append("{\"").append(kind).append("\":");
    }

    static byte[] start(Ledger ledger, long time) {
        Line line = new Line(START);
        Json.quote(ledger.policy(), line.text);
        return line.put("time", time)
                .put("version", ledger.version())
                .put("decisions", ledger.decisions())
                .put("arms", ledger.arms())
                .put("open", list(ledger.open()))
                .sealed();
    }

    static byte[] decision(Decision decision, @Nullable BitSet open) {
        Line line = new Line(DECISION);
        Json.quote(decision.id(), line.text);
        line.put("step", decision.step())
                .put("time", decision.time())
                .put("version", decision.version())
                .put("action", decision.action())
                .put("propensity", decision.propensity());
        if (open != null) {
            line.put("open", list(open));
        }
        return line.sealed();
    }

    private static String list(BitSet actions) {
        return actions.stream().mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    static byte[] learned(String id, double reward, long time, int action, Arm taught, long version) {
        return reward(id, reward, time, Outcome.LEARNED)
                .put("action", action)
                .put("estimate", taught.value())
                .put("version", version)
                .sealed();
    }

    static byte[] notLearned(String id, double reward, long time, Outcome outcome) {
        return reward(id, reward, time, outcome).sealed();
    }

    private static Line reward(String id, double reward, long time, Outcome outcome) {
        Line line = new Line(REWARD);
        Json.quote(id, line.text);
        return line.put("value", reward).put("time", time).put("outcome", "\"" + outcome.word() + "\"");
    }

    static byte[] arm(int action, Arm arm, long time, long version) {
        Line line = new Line(ARM);
        line.text.append(action);
        return line.put("value", arm.value())
                .put("sum", arm.sum())
                .put("count", arm.count())
                .put("open", String.valueOf(arm.open()))
                .put("time", time)
                .put("version", version)
                .sealed();
    }

    private Line put(String name, long value) {
        text.append(",\"").append(name).append("\":").append(value);
        return this;
    }

    private Line put(String name, double value) {
        text.append(",\"").append(name).append("\":").append(value);
        return this;
    }

    private Line put(String name, String json) {
        text.append(",\"").append(name).append("\":").append(json);
        return this;
    }

    private byte[] sealed() {
        int body = text.length();
        byte[] bytes = text.append(CHECKSUM).append("00000000\"}\n").toString().getBytes(StandardCharsets.UTF_8);
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

    /** The members of a line, or null if it is not as it was written. */
    static @Nullable Fields read(String line) {
        int body = line.length() - TAIL;
        if (body < 0) {
            return null;
        }
        byte[] bytes = line.substring(0, body).getBytes(StandardCharsets.UTF_8);
        boolean asWritten = line.substring(body).equals(CHECKSUM + checksum(bytes, bytes.length) + "\"}");
        if (!asWritten) {
            return null;
        }
        return Fields.of(Json.parse(line));
    }
}
