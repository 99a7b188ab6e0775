package kelvin.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A state as a file: JSON for people, with the number of its format and the checksum of what it holds.
 *
 * @param state the state
 * @param rules what the decision maker went by; null where the state stands alone
 * @param link the link of the chain that its journal goes on from; null where the state stands alone
 */
record Snapshot(
        State state, @Nullable Settings rules, @Nullable String link) {
    static String text(State state) {
        return new Snapshot(state, null, null).text();
    }

    private String text() {
        Map<String, @Nullable Object> held = new LinkedHashMap<>();
        held.put("format", Line.FORMAT);
        held.put("chain", link);
        held.put("rules", rules == null ? null : rules.map());
        held.put("state", StateTree.of(state));
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("format", Line.FORMAT);
        file.put("sha256", Json.sha256(held));
        file.putAll(held);
        return Json.pretty(file);
    }

    void write(Path file) throws IOException {
        try {
            WholeFile.force(file, text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    static Snapshot read(Path file) throws IOException {
        try {
            Fields all = Fields.of(Json.parse(new String(ByteLines.all(file), StandardCharsets.UTF_8)));
            if (all.whole("format") != Line.FORMAT) {
                throw new DamagedFile(file + ": found format " + all.whole("format") + ", must be " + Line.FORMAT
                        + ", the only one that this version of Kelvin reads");
            }
            Map<Object, @Nullable Object> held = new LinkedHashMap<>(all.map());
            held.remove("sha256");
            String found = Json.sha256(held);
            if (!found.equals(all.text("sha256"))) {
                throw new DamagedFile(file + ": found a state with checksum " + found + ", must be "
                        + all.text("sha256") + ": the file was edited or damaged");
            }
            return new Snapshot(
                    StateTree.state(all.fields("state")),
                    all.map().get("rules") == null ? null : Settings.of(all.fields("rules")).readable(),
                    all.map().get("chain") == null ? null : all.text("chain"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedFile(file + ": not a whole snapshot: " + e.getMessage());
        }
    }
}
