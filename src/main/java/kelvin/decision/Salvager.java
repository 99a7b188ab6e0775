package kelvin.decision;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.Faults;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.IntactLines;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LinkedLines;
import kelvin.decision.journal.SealedLine;
import kelvin.file.WholeFile;
import org.jspecify.annotations.Nullable;

/** Reads a damaged folder, keeps the valid records and reports the others. */
final class Salvager {
    private final Path folder;
    private final Faults lost = new Faults();
    private final RecordedSettings known;
    private final @Nullable JournalEnd anchor;
    private JournalReplay replay;
    private String where = "";

    /** The link with which the latest journal ends; null if that is lost. */
    private @Nullable String link;

    private long decisions;
    private long rewards;

    Salvager(Path folder) throws IOException {
        this.folder = folder;
        List<String> notes = new ArrayList<>();
        anchor = JournalEnd.of(folder, notes);
        notes.forEach(lost::add);
        known = rules();
        replay = from(new Snapshot(known.initial(), known, HashChain.FIRST));
    }

    /** Returns the settings of the first valid start record of a journal, or else of a snapshot. */
    private RecordedSettings rules() throws IOException {
        List<Long> numbers = StateFiles.requireAny(folder);
        DamagedFile first = null;
        for (int i = numbers.size() - 1; i >= 0; i--) {
            long n = numbers.get(i);
            Path journal = StateFiles.journal(folder, n);
            try {
                if (Files.exists(journal)) {
                    JsonMembers start = StateFiles.requireOwn(folder, JournalReader.first(journal));
                    return RecordedSettings.of(start.fields("rules")).readable();
                }
            } catch (IllegalArgumentException | ArithmeticException e) {
                first = new DamagedFile(journal + ":1: " + e.getMessage());
            } catch (DamagedFile e) {
                first = e;
            }
            try {
                if (Files.exists(StateFiles.snapshot(folder, n))) {
                    RecordedSettings rules =
                            Snapshot.read(StateFiles.snapshot(folder, n)).rules();
                    if (rules != null) {
                        return rules;
                    }
                }
            } catch (DamagedFile e) {
                first = e;
            }
        }
        throw Objects.requireNonNull(first);
    }

    private JournalReplay from(Snapshot snapshot) {
        return new JournalReplay(snapshot, RecordedSettings::reading, (logged, choice) -> {}, this::gap);
    }

    private void gap(String name, long found, long wanted) {
        lost.add(where + ": " + name + ": found " + found + ", " + wanted
                + " would follow from the lines before: lines before this one are missing or were changed");
    }

    SalvageReport salvage(Copy copy) throws IOException {
        long last = Math.max(StateFiles.last(folder), anchor == null ? 0 : anchor.generation());
        long first = StateFiles.all(folder).get(0);
        for (long n = first; n <= last; n++) {
            snapshot(StateFiles.snapshot(folder, n));
            Path journal = StateFiles.journal(folder, n);
            if (Files.exists(journal)) {
                boolean closed = anchor != null && anchor.generation() == n;
                copy.journal(out -> journal(journal, out, closed));
            } else {
                lost.add(journal + ": is missing");
                link = null;
            }
        }
        RecordedSettings rules = Objects.requireNonNullElse(replay.settings(), known);
        copy.end(replay.state(), rules, replay.latest());
        return new SalvageReport(decisions, rewards, lost.list());
    }

    /** Continues from a snapshot where there is a valid one. */
    private void snapshot(Path file) throws IOException {
        if (Files.exists(file)) {
            try {
                Snapshot snapshot = Snapshot.read(file);
                replay = snapshot.rules() == null ? replay : from(snapshot);
            } catch (DamagedFile e) {
                lost.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void journal(Path file, Copy out, boolean anchored) throws IOException {
        boolean[] begun = {false};
        link = IntactLines.read(file, link, anchored ? anchor : null, lost, (line, bytes, at, place) -> {
            where = place;
            keep(line, bytes, begun[0], out);
            begun[0] = true;
        });
    }

    private void keep(JsonMembers line, byte[] bytes, boolean begun, Copy out) throws IOException {
        byte[] kept = bytes;
        if (!begun && line.has(SealedLine.START) && line.has(SealedLine.CHAIN)) {
            kept = SealedLine.rewritten(bytes, line.text(SealedLine.CHAIN), out.link());
        } else if (!begun) {
            RecordedSettings rules = Objects.requireNonNullElse(replay.settings(), known);
            replay.section(rules); // as reading the line will
            out.add(JournalRecord.start(rules, replay.state(), replay.latest(), out.link()));
        }
        try {
            replay.line(line);
        } catch (IllegalArgumentException | ArithmeticException e) {
            lost.add(where + ": " + e.getMessage());
            return;
        }
        decisions += line.has(JournalRecord.DECISION) ? 1 : 0;
        rewards += line.has(JournalRecord.REWARD) && line.has("estimate") ? 1 : 0;
        out.add(kept);
    }

    /** Destination of valid lines that are copied with new links of the hash chain. */
    interface Copy {
        /** Writer of the lines of one journal. */
        @FunctionalInterface
        interface Lines {
            void write(Copy out) throws IOException;
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
        final class Nowhere implements Copy {
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
        final class Into implements Copy {
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
}
