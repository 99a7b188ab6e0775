package kelvin.decision.erasure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LineReader;
import kelvin.decision.journal.LinkedLines;
import kelvin.decision.journal.SealedLine;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/** Writes all journals of a folder anew, without what is erased, with new links and, in shared journals, new places. */
final class JournalRewrite {
    private static final String BACK = "back";

    private final Path folder;
    private final Path prepared;
    private final Erased erased;
    private final JournalReader.PlacedReader taker;
    private final LinkedLines written = new LinkedLines();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, List<Object>> newest = new HashMap<>();
    private long number;

    /**
     * Creates the rewrite of a folder.
     *
     * @param folder the folder
     * @param prepared where the new journals go
     * @param erased what is to be erased
     * @param taker takes each line as it is written, with its new place
     */
    JournalRewrite(Path folder, Path prepared, Erased erased, JournalReader.PlacedReader taker) {
        this.folder = folder;
        this.prepared = prepared;
        this.erased = erased;
        this.taker = taker;
    }

    /** Returns the new link of each journal's beginning by the old one. */
    Map<String, String> links() {
        return links;
    }

    /** Returns the link of the chain that the next line of a journal would follow. */
    static String link(JournalReader.End end) {
        return end.next() == null ? end.link() : end.next();
    }

    /** Writes the journals before a number, which are whole. */
    void closed(long before) throws IOException {
        for (long each : JournalSequence.numbers(folder)) {
            if (each < before) {
                journal(each, Long.MAX_VALUE, () -> {});
            }
        }
    }

    /** Notes the new link that a journal goes on from, those before it being written. */
    void link(long newest) throws IOException {
        String before =
                JournalReader.first(JournalSequence.file(folder, newest)).text(SealedLine.CHAIN);
        links.put(before, written.link());
    }

    /** Writes the newest journal up to its end, and the record of the erasure there; returns where it ends now. */
    JournalReader.End last(long newest, JournalReader.End end, long time) throws IOException {
        journal(newest, end.length(), () -> written.add(record(time, end)));
        JournalEnd now = new JournalEnd(newest, written.length(), written.link());
        now.save(prepared);
        return new JournalReader.End(now.length(), 0, now.link(), null);
    }

    /** Writes the lines that follow those of a journal. */
    @FunctionalInterface
    private interface Addition {
        void write() throws IOException;
    }

    private void journal(long each, long length, Addition more) throws IOException {
        number = each;
        WholeFile.force(JournalSequence.file(prepared, each), (WholeFile.Stream) out -> {
            written.begin(out);
            Path source = JournalSequence.file(folder, each);
            try (LineReader lines = new LineReader(source, LineReader.MAX_LINE_BYTES)) {
                while (lines.position() < length && lines.next()) {
                    line(lines);
                }
            }
            more.write();
            written.end();
        });
    }

    private byte[] record(long time, JournalReader.End end) {
        return new SealedLine(Erased.KEY, erased.records())
                .put("time", time)
                .quoted(SealedLine.CHAIN, link(end))
                .sealed();
    }

    private void line(LineReader lines) throws IOException {
        JsonMembers line = SealedLine.read(lines.array(), lines.from(), lines.length());
        if (line == null || line.has(SealedLine.LINK)) {
            return; // the journals have been verified: what is not whole is the end of an interrupted write
        }
        byte[] bytes = lines.copy();
        if (line.has(SealedLine.START)) {
            if (line.fields("rules").has("learner") && !erased.isContext()) {
                throw new InvalidValue(
                        "folder", folder, "one without a learner, which could not be resumed without features");
            }
            if (line.has(SealedLine.CHAIN)) {
                links.put(line.text(SealedLine.CHAIN), written.link());
                bytes = SealedLine.rewritten(bytes, line.text(SealedLine.CHAIN), written.link());
            }
        }
        Map<?, ?> members = erased.members(line);
        bytes = members.equals(line.map()) ? bytes : sealed(members);
        add(line.has(Erased.CONTEXT) ? placed(bytes, line, new JsonMembers(members)) : bytes);
    }

    private void add(byte[] bytes) throws IOException {
        JsonMembers now = SealedLine.read(bytes, 0, bytes.length);
        if (now != null) {
            taker.line(now, written.length());
        }
        written.add(bytes);
    }

    /** Returns the place, [journal, offset], of the newest line of a context; null if it has none. */
    @Nullable
    List<Object> newest(String context) {
        return newest.get(context);
    }

    private static byte[] sealed(Map<?, ?> members) {
        SealedLine text = null;
        for (Map.Entry<?, ?> each : members.entrySet()) {
            String name = String.valueOf(each.getKey());
            String value = each.getValue() == null ? "null" : Json.canonical(each.getValue());
            if (text == null) {
                text = SealedLine.begin(name, value);
            } else if (!name.equals("crc")) {
                text.put(name, value);
            }
        }
        if (text == null) {
            throw new IllegalArgumentException("found a line without members");
        }
        return text.sealed();
    }

    /** Returns a line of a context with the new place of the line before it. */
    private byte[] placed(byte[] bytes, JsonMembers line, JsonMembers members) {
        List<Object> before = newest.put(members.text(Erased.CONTEXT), List.of(number, written.length()));
        if (!line.has(BACK)) {
            return bytes;
        }
        return SealedLine.rewritten(
                bytes,
                "\"" + BACK + "\":" + Json.canonical(line.list(BACK)),
                "\"" + BACK + "\":" + Json.canonical(before == null ? line.list(BACK) : before));
    }
}
