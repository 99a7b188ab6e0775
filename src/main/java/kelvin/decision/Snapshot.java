package kelvin.decision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LineReader;
import kelvin.decision.journal.SealedLine;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a state as a file: human-readable JSON with a format version and a checksum.
 *
 * @param state the state
 * @param rules what the decision maker went by; null where the state stands alone
 * @param link the link of the chain that its journal goes on from; null where the state stands alone
 */
record Snapshot(
        State state,
        @Nullable RecordedSettings rules,
        @Nullable String link) {
    private static final String DECISIONS = "  \"remembered\": [\n";
    private static final String END = "  ],\n";
    private static final Pattern OTHER = Pattern.compile("\"format\": ([0-9]+)");

    static String text(State state) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Snapshot(state, null, null).write(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory refuses nothing", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Writes the header, one line per decision, and the checksum over both, as a stream. */
    private void write(OutputStream out) throws IOException {
        MessageDigest digest = HashChain.sha256();
        DigestOutputStream summed = new DigestOutputStream(out, digest);
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("format", SealedLine.FORMAT);
        head.put("chain", link);
        head.put("rules", rules == null ? null : rules.map());
        head.put("state", StateTree.withoutDecisions(state));
        String text = Json.pretty(head);
        summed.write(utf8(text.substring(0, text.length() - "\n}\n".length()) + ",\n" + DECISIONS));
        String separator = "";
        for (RewardedDecision each : state.remembered()) {
            summed.write(utf8(separator + "    " + Json.canonical(StateTree.of(each))));
            separator = ",\n";
        }
        summed.write(utf8((separator.isEmpty() ? "" : "\n") + END));
        out.write(utf8("  \"sha256\": \"" + HexFormat.of().formatHex(digest.digest()) + "\"\n}\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void write(Path file) throws IOException {
        try {
            WholeFile.force(file, (WholeFile.Stream) this::write);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    static Snapshot read(Path file) throws IOException {
        try (LineReader lines = new LineReader(file, LineReader.MAX_LINE_BYTES)) {
            MessageDigest digest = HashChain.sha256();
            StringBuilder text = new StringBuilder();
            String line = next(lines, digest);
            while (!line.equals(DECISIONS) && !line.isEmpty()) {
                text.append(line);
                line = next(lines, digest);
            }
            JsonMembers head = head(file, text, line.isEmpty());
            List<RewardedDecision> remembered = new ArrayList<>();
            for (line = next(lines, digest); line.startsWith("    "); line = next(lines, digest)) {
                String tree = line.stripTrailing();
                remembered.add(StateTree.remembered(
                        Json.parse(tree.endsWith(",") ? tree.substring(0, tree.length() - 1) : tree)));
            }
            String wanted = "  \"sha256\": \"" + HexFormat.of().formatHex(digest.digest()) + "\"\n";
            if (!line.equals(END) || !next(lines, digest).equals(wanted)) {
                throw new IllegalArgumentException(
                        "found another checksum than that of its text: the file was edited or damaged");
            }
            return new Snapshot(
                    StateTree.state(head.fields("state"), remembered),
                    head.map().get("rules") == null
                            ? null
                            : RecordedSettings.of(head.fields("rules")).readable(),
                    head.map().get("chain") == null ? null : head.text("chain"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedFile(file + ": not a whole snapshot: " + e.getMessage());
        }
    }

    /** Returns the next line with its line break; empty at the end. */
    private static String next(LineReader lines, MessageDigest digest) throws IOException {
        if (!lines.next() || !lines.whole()) {
            return "";
        }
        digest.update(lines.array(), lines.from(), lines.length());
        return new String(lines.array(), lines.from(), lines.length(), StandardCharsets.UTF_8);
    }

    private static JsonMembers head(Path file, StringBuilder text, boolean cut) throws DamagedFile {
        Matcher format = OTHER.matcher(text);
        if (format.find() && !SealedLine.reads(format.group(1))) {
            throw new DamagedFile(file + ": found format " + format.group(1) + SealedLine.readableFormats());
        } else if (cut) {
            throw new IllegalArgumentException("it ends too early");
        }
        int comma = text.lastIndexOf(",");
        return JsonMembers.of(Json.parse(text.substring(0, Math.max(0, comma)) + "}"));
    }
}
