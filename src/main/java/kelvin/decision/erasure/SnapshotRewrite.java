package kelvin.decision.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.HashChain;
import kelvin.file.Folders;
import kelvin.file.WholeFile;
import kelvin.json.Json;

/** Writes the snapshots of a folder anew, without what is erased and with the new links. */
final class SnapshotRewrite {
    private static final String SUM = "  \"sha256\": \"";
    private static final String ROW = "    [\"";

    private final Path folder;
    private final Path prepared;
    private final Erased erased;
    private final Map<String, String> links;

    SnapshotRewrite(Path folder, Path prepared, Erased erased, Map<String, String> links) {
        this.folder = folder;
        this.prepared = prepared;
        this.erased = erased;
        this.links = links;
    }

    void snapshots() throws IOException {
        for (String name : Folders.names(folder)) {
            if (name.matches("state-[0-9]{6,18}\\.json")) {
                String text = rewritten(folder.resolve(name), Files.readString(folder.resolve(name)));
                WholeFile.force(prepared.resolve(name), text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String rewritten(Path file, String text) throws DamagedFile {
        int sum = text.lastIndexOf(SUM);
        if (sum < 0 || !text.equals(sealed(text.substring(0, sum)))) {
            throw new DamagedFile(file + ": not a whole snapshot: found another checksum than that of its text");
        }
        StringBuilder out = new StringBuilder();
        for (String line : text.substring(0, sum).split("(?<=\n)", -1)) {
            out.append(line.startsWith(ROW) ? row(line) : linked(line));
        }
        return sealed(out.toString());
    }

    private static String sealed(String text) {
        byte[] digest = HashChain.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return text + SUM + HexFormat.of().formatHex(digest) + "\"\n}\n";
    }

    private String row(String line) {
        String tree = line.strip();
        boolean more = tree.endsWith(",");
        Object row = Json.parse(more ? tree.substring(0, tree.length() - 1) : tree);
        Object now = row == null ? "" : erased.row(row);
        if (row != now) {
            erased.countRow();
        }
        return row == now ? line : "    " + Json.canonical(now) + (more ? ",\n" : "\n");
    }

    private String linked(String line) {
        for (Map.Entry<String, String> link : links.entrySet()) {
            if (line.startsWith("  \"chain\": \"" + link.getKey())) {
                return line.replace(link.getKey(), link.getValue());
            }
        }
        return line;
    }
}
