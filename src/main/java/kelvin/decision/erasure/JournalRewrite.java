package kelvin.decision.erasure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LineReader;
import kelvin.decision.journal.SealedLine;
import kelvin.file.WholeFile;
import kelvin.json.Json;

/** Writes all journals of a folder anew, without what is erased, with new links and, in shared journals, new places. */
final class JournalRewrite {
    private static final String BACK = "back";

    private final Path folder;
    private final Path prepared;
    private final Erased erased;
    private final HashChain chain = new HashChain(HashChain.FIRST);
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, String> newest = new HashMap<>();
    private long number;
    private long length;
    private int unlinked;

    JournalRewrite(Path folder, Path prepared, Erased erased) {
        this.folder = folder;
        this.prepared = prepared;
        this.erased = erased;
    }

    long records() {
        return erased.records();
    }

    /** Returns the new link of each journal's beginning by the old one. */
    Map<String, String> links() {
        return links;
    }

    /** Writes all journals from a number on, and the record of the erasure at their end. */
    void journals(long first, long time) throws IOException {
        JournalSequence.End end = JournalSequence.read(folder, first, null, 0, line -> {}, new ArrayList<>());
        List<Long> numbers = JournalSequence.numbers(folder);
        for (long each : numbers) {
            number = each;
            length = 0;
            boolean last = each == end.generation();
            WholeFile.force(JournalSequence.file(prepared, each), (WholeFile.Stream) out -> {
                Path source = JournalSequence.file(folder, each);
                try (LineReader lines = new LineReader(source, LineReader.MAX_LINE_BYTES)) {
                    while (lines.position() < (last ? end.at().length() : Long.MAX_VALUE) && lines.next()) {
                        line(lines, out);
                    }
                }
                if (last) {
                    write(record(time, end.at()), out);
                }
                link(1, out);
            });
        }
        new JournalEnd(number, length, chain.link()).save(prepared);
    }

    private byte[] record(long time, JournalReader.End end) {
        return new SealedLine(Erased.KEY, records())
                .put("time", time)
                .quoted(SealedLine.CHAIN, end.next() == null ? end.link() : end.next())
                .sealed();
    }

    private void line(LineReader lines, OutputStream out) throws IOException {
        JsonMembers line = SealedLine.read(lines.array(), lines.from(), lines.length());
        if (line == null || line.has(SealedLine.LINK)) {
            return; // the journals have been verified: what is not whole is the end of an interrupted write
        }
        byte[] bytes = lines.copy();
        if (line.has(SealedLine.START)) {
            if (line.fields("rules").has("learner")) {
                throw new InvalidValue(
                        "folder", folder, "one without a learner, which could not be resumed without features");
            }
            if (line.has(SealedLine.CHAIN)) {
                links.put(line.text(SealedLine.CHAIN), chain.link());
                bytes = SealedLine.rewritten(bytes, line.text(SealedLine.CHAIN), chain.link());
            }
        }
        Map<?, ?> members = erased.members(line);
        bytes = members.equals(line.map()) ? bytes : sealed(members);
        write(line.has(Erased.CONTEXT) ? placed(bytes, line, new JsonMembers(members)) : bytes, out);
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
        String before = newest.put(members.text(Erased.CONTEXT), "[" + number + "," + length + "]");
        if (!line.has(BACK)) {
            return bytes;
        }
        return SealedLine.rewritten(
                bytes,
                "\"" + BACK + "\":" + Json.canonical(line.list(BACK)),
                "\"" + BACK + "\":" + (before == null ? Json.canonical(line.list(BACK)) : before));
    }

    private void write(byte[] line, OutputStream out) throws IOException {
        out.write(line);
        length += line.length;
        chain.add(line, 0, line.length);
        unlinked++;
        link(Journal.FLUSH_LINES, out);
    }

    private void link(int least, OutputStream out) throws IOException {
        if (unlinked >= least) {
            byte[] link = SealedLine.link(chain.next());
            out.write(link);
            length += link.length;
            unlinked = 0;
        }
    }
}
