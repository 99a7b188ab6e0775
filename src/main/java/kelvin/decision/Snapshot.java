package kelvin.decision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Path beside = file.resolveSibling("." + file.getFileName() + ".partial");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text(state).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file.toAbsolutePath().getParent());
    }

    /** Makes a new name last through a loss of power; where folders cannot be forced, as on Windows, the system sees to it. */
    static void forceFolder(@Nullable Path folder) throws IOException {
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
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
