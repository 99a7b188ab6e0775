package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.contract.Stability;
import kelvin.file.WholeFile;

/** The unfinished line at the end of a journal, whose write was interrupted. */
@Stability(MAY_CHANGE)
public final class UnfinishedTail {
    private UnfinishedTail() {}

    /**
     * Copies the bytes into a file of their own beside the journal.
     *
     * @param journal the journal
     * @param from how many bytes come before them
     * @return the new file
     */
    public static Path putAside(Path journal, long from) throws IOException {
        Path aside = free(journal.resolveSibling(journal.getFileName() + ".tail-" + from));
        return WholeFile.write(aside, beside -> {
            try (InputStream in = new FileInputStream(journal.toFile());
                    FileOutputStream out = new FileOutputStream(beside.toFile())) {
                in.skipNBytes(from);
                in.transferTo(out);
                out.getFD().sync();
            }
        });
    }

    /** Returns a file name that is not taken. */
    private static Path free(Path wanted) {
        Path name = wanted;
        for (int n = 2; Files.exists(name); n++) {
            name = wanted.resolveSibling(wanted.getFileName() + "-" + n);
        }
        return name;
    }
}
