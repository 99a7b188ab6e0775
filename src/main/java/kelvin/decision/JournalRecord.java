package kelvin.decision;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import kelvin.json.Json;
import kelvin.numeric.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A record of the journal: one line that holds a JSON object whose last member is the CRC-32C of the bytes before it.
 * Its contents are fixed when it is made, under the decision maker's lock; its bytes are made by its writer, outside of the lock.
 */
@FunctionalInterface
interface JournalRecord {
    /** The key of start records; keys name the kinds of records. */
    String START = "start";

    /** The key of a decision record, whose value is the decision's id. */
    String DECISION = "decision";

    /** The key of a reward record, whose value is the id of its decision. */
    String REWARD = "reward";

    /** The key of an arm record, whose value is the arm's number. */
    String ARM = "arm";

    /** The key of an end record, whose value is the journal's number; it stands in a file of its own. */
    String END = "end";

    /** The key of a link of the hash chain, which covers the lines since the previous link. */
    String LINK = "link";

    /** The key, in a journal's first line, of the link before it. */
    String CHAIN = "chain";

    /** The version of the format of journals and snapshots. */
    long FORMAT = 2;

    /** Returns the line's bytes, line break included. */
    byte[] bytes();

    /**
     * Writes a start record: it begins a journal, after a link of the chain, or marks a restart of the program, without
     * one.
     */
    static byte[] start(RecordedSettings rules, MutableState state, long time, @Nullable String link) {
        Text text = new Text(START, time).put("format", FORMAT);
        return (link == null ? text : text.quoted(CHAIN, link))
                .put("version", state.version())
                .put("decisions", state.decisions())
                .put("arms", state.arms())
                .put("open", list(state.open()))
                .put("rules", Json.canonical(rules.map()))
                .sealed();
    }

    static byte[] link(String link) {
        return new Text(LINK, link).sealed();
    }

    static byte[] end(JournalEnd anchor) {
        return new Text(END, anchor.generation())
                .put("length", anchor.length())
                .quoted(CHAIN, anchor.link())
                .sealed();
    }

    static JournalRecord decision(Decision decision, @Nullable BitSet open) {
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

    /** Writes the reward of the decision with a step. */
    static JournalRecord learned(
            String id, double reward, long time, long step, int action, ActionEstimate taught, long version) {
        return () -> reward(id, reward, time, RewardOutcome.LEARNED)
                .put("step", step)
                .put("action", action)
                .put("estimate", taught.value())
                .put("version", version)
                .sealed();
    }

    static JournalRecord notLearned(String id, double reward, long time, RewardOutcome outcome) {
        return () -> reward(id, reward, time, outcome).sealed();
    }

    private static Text reward(String id, double reward, long time, RewardOutcome outcome) {
        return new Text(REWARD, id).put("value", reward).put("time", time).put("outcome", "\"" + outcome.word() + "\"");
    }

    static JournalRecord arm(int action, ActionEstimate arm, long time, long version) {
        return () -> new Text(ARM, action)
                .put("value", arm.value())
                .put("sum", arm.sum())
                .put("count", arm.count())
                .put("open", String.valueOf(arm.open()))
                .put("time", time)
                .put("version", version)
                .sealed();
    }

    /** Parses a line; returns null if it is corrupt. */
    static @Nullable JsonMembers read(byte[] bytes, int from, int length) {
        return Text.asWritten(bytes, from, length)
                ? JsonMembers.of(Json.parse(new String(bytes, from, length, StandardCharsets.UTF_8)))
                : null;
    }

    /** Replaces the text before the checksum of a line and computes the checksum anew. */
    static byte[] rewritten(byte[] line, String before, String after) {
        String text = new String(line, 0, line.length - Text.TAIL, StandardCharsets.UTF_8);
        return new Text(text.replace(before, after)).sealed();
    }

    /** Destination of a decision maker's journal records, in the order of events. */
    interface Sink {
        /** Discards every record; for decision makers without a journal. */
        Sink DISCARDING = line -> 0;

        /** Buffers a record, under the decision maker's lock, and returns the number of buffered records. */
        int append(JournalRecord line);

        /** Flushes the buffer if it is too full; called without the lock. */
        default void flushIfBehind(int waiting) {}
    }

    /** Builds the text of a line. */
    final class Text {
        private static final String CHECKSUM = ",\"crc\":\"";
        private static final String REST = "00000000\"}\n";
        private static final int TAIL = CHECKSUM.length() + REST.length();

        private final StringBuilder text = new StringBuilder(192);

        private Text(String kind, String name) {
            text.append("{\"").append(kind).append("\":");
            Json.quote(name, text);
        }

        private Text(String begun) {
            text.append(begun);
        }

        private Text(String kind, long number) {
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

        private Text quoted(String name, String value) {
            Json.quote(value, text.append(",\"").append(name).append("\":"));
            return this;
        }

        private Text put(String name, String json) {
            text.append(",\"").append(name).append("\":").append(json);
            return this;
        }

        private byte[] sealed() {
            byte[] bytes = text.append(CHECKSUM).append(REST).toString().getBytes(StandardCharsets.UTF_8);
            int end = bytes.length - TAIL; // the tail is ASCII
            byte[] digits = checksum(bytes, 0, end);
            System.arraycopy(digits, 0, bytes, end + CHECKSUM.length(), digits.length);
            return bytes;
        }

        private static byte[] checksum(byte[] bytes, int from, int length) {
            CRC32C crc = new CRC32C();
            crc.update(bytes, from, length);
            String digits = Long.toHexString(crc.getValue());
            return ("0".repeat(8 - digits.length()) + digits).getBytes(StandardCharsets.US_ASCII);
        }

        private static boolean asWritten(byte[] bytes, int from, int length) {
            if (length < TAIL) {
                return false;
            }
            byte[] tail = (CHECKSUM + REST).getBytes(StandardCharsets.US_ASCII);
            byte[] digits = checksum(bytes, from, length - TAIL);
            System.arraycopy(digits, 0, tail, CHECKSUM.length(), digits.length);
            return Arrays.equals(bytes, from + length - TAIL, from + length, tail, 0, TAIL);
        }
    }
}
