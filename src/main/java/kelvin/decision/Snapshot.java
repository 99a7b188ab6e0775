package kelvin.decision;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/** A state as a file: JSON for people, with the number of its format and the checksum of what it holds. */
final class Snapshot {
    private static final long FORMAT = 1;

    private Snapshot() {}

    static String text(State state) {
        Map<String, @Nullable Object> tree = StateTree.of(state);
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("sha256", Json.sha256(tree));
        file.put("state", tree);
        return Json.pretty(file);
    }

    static void write(State state, Path file) throws IOException {
        WholeFile.force(file, text(state).getBytes(StandardCharsets.UTF_8));
    }

    static State read(Path file) throws IOException {
        try {
            Fields all = Fields.of(Json.parse(Files.readString(file)));
            if (all.whole("format") != FORMAT) {
                throw new DamagedFile(file + ": found format " + all.whole("format") + ", must be " + FORMAT
                        + ", the only one that this version of Kelvin reads");
            }
            String found = Json.sha256(all.fields("state").map());
            if (!found.equals(all.text("sha256"))) {
                throw new DamagedFile(file + ": found a state with checksum " + found + ", must be "
                        + all.text("sha256") + ": the file was edited or damaged");
            }
            return StateTree.state(all.fields("state"));
        } catch (IllegalArgumentException | ArithmeticException | CharacterCodingException e) {
            throw new DamagedFile(file + ": not a whole snapshot: " + e.getMessage());
        }
    }
}
