package kelvin.decision;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.LinkedLines;
import kelvin.file.WholeFile;

/** Destination of valid lines that are copied with new links of the hash chain. */
interface JournalCopy {
    /** Writer of the lines of one journal. */
    @FunctionalInterface
    interface Lines {
        void write(JournalCopy out) throws IOException;
    }

    /** Copies one journal. */
    void journal(Lines lines) throws IOException;

    /** Sets the link that the journal continues from. */
    String link();

    /** Adds a line. */
    void add(byte[] line) throws IOException;

    /** Adds the state that all lines lead to, from which the copy resumes. */
    void end(MutableState state, RecordedSettings settings, long time) throws IOException;

    /** Discards everything; for checks that write nothing. */
    final class Nowhere implements JournalCopy {
        @Override
        public void journal(Lines lines) throws IOException {
            lines.write(this);
        }

        @Override
        public String link() {
            return HashChain.FIRST;
        }

        @Override
        public void add(byte[] line) {}

        @Override
        public void end(MutableState state, RecordedSettings settings, long time) {}
    }

    /** Writes the copy into a new folder. */
    final class Into implements JournalCopy {
        private final Path folder;
        private final LinkedLines written = new LinkedLines();
        private long journals;

        Into(Path folder) {
            this.folder = folder;
        }

        @Override
        public void journal(Lines lines) throws IOException {
            Path copy = StateFiles.journal(folder, journals + 1);
            WholeFile.write(copy, beside -> {
                try (FileOutputStream file = new FileOutputStream(beside.toFile());
                        OutputStream buffer = new BufferedOutputStream(file, 1 << 16)) {
                    written.begin(buffer);
                    lines.write(this);
                    written.end();
                    buffer.flush();
                    file.getFD().sync();
                }
            });
            if (Files.size(copy) > 0) {
                journals++;
            } else {
                Files.delete(copy); // no line of it was whole
            }
        }

        @Override
        public String link() {
            return written.link();
        }

        @Override
        public void add(byte[] line) throws IOException {
            written.add(line);
        }

        @Override
        public void end(MutableState state, RecordedSettings settings, long time) throws IOException {
            long next = journals + 1;
            byte[] startRecord = JournalRecord.start(settings, state, time, written.link());
            try (Journal journal =
                    Journal.begin(StateFiles.journal(folder, next), written.link(), startRecord, () -> {})) {
                new Snapshot(state.state(), settings, written.link()).write(StateFiles.snapshot(folder, next));
                journal.anchor(next).orElseThrow().save(folder);
            }
        }
    }
}
