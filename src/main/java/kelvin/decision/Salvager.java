package kelvin.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through a damaged folder, keeps what is whole and notes what is not. */
final class Salvager {
    private static final int SHOWN = 1000;

    private final Path folder;
    private final List<String> lost = new ArrayList<>();
    private final Settings known;
    private final @Nullable Anchor anchor;
    private Replay replay;
    private String where = "";
    private long more;
    private long decisions;
    private long rewards;

    Salvager(Path folder) throws IOException {
        this.folder = folder;
        anchor = Anchor.of(folder, lost);
        known = rules();
        replay = from(new Snapshot(known.initial(), known, Chain.FIRST));
    }

    /** The rules that the first whole start of a journal records, or else a snapshot. */
    private Settings rules() throws IOException {
        DamagedFile first =
                new DamagedFile(folder + ": found no journal and no snapshot, must be a decision maker's folder");
        List<Long> numbers = Generations.all(folder);
        for (int i = numbers.size() - 1; i >= 0; i--) {
            long n = numbers.get(i);
            Path journal = Generations.journal(folder, n);
            try {
                if (Files.exists(journal)) {
                    return Settings.of(JournalReader.first(journal).fields("rules"))
                            .readable();
                }
            } catch (IllegalArgumentException | ArithmeticException e) {
                first = new DamagedFile(journal + ":1: " + e.getMessage());
            } catch (DamagedFile e) {
                first = e;
            }
            try {
                if (Files.exists(Generations.snapshot(folder, n))) {
                    Settings rules =
                            Snapshot.read(Generations.snapshot(folder, n)).rules();
                    if (rules != null) {
                        return rules;
                    }
                }
            } catch (DamagedFile e) {
                first = e;
            }
        }
        throw first;
    }

    private Replay from(Snapshot snapshot) {
        return new Replay(snapshot, Settings::reading, this::gap);
    }

    private void gap(String name, long found, long wanted) {
        lose(where + ": " + name + ": found " + found + ", " + wanted
                + " would follow from the lines before: lines before this one are missing or were changed");
    }

    private void lose(String what) {
        if (lost.size() < SHOWN) {
            lost.add(what);
        } else {
            more++;
        }
    }

    Salvage salvage(Copy copy) throws IOException {
        long last = Math.max(Generations.last(folder), anchor == null ? 0 : anchor.generation());
        long first = Generations.all(folder).get(0);
        for (long n = first; n <= last; n++) {
            snapshot(Generations.snapshot(folder, n));
            Path journal = Generations.journal(folder, n);
            if (Files.exists(journal)) {
                boolean closed = anchor != null && anchor.generation() == n;
                copy.journal(out -> journal(journal, out, closed));
            } else {
                lose(journal + ": is missing");
            }
        }
        Settings rules = Objects.requireNonNullElse(replay.settings(), known);
        copy.end(replay.ledger(), rules, replay.latest());
        if (more > 0) {
            lost.add("and " + more + " more");
        }
        return new Salvage(decisions, rewards, lost);
    }

    /** Goes on from a snapshot where there is a whole one. */
    private void snapshot(Path file) throws IOException {
        if (Files.exists(file)) {
            try {
                Snapshot snapshot = Snapshot.read(file);
                replay = snapshot.rules() == null ? replay : from(snapshot);
            } catch (DamagedFile e) {
                lose(String.valueOf(e.getMessage()));
            }
        }
    }

    private void journal(Path file, Copy out, boolean anchored) throws IOException {
        Chain chain = new Chain(Chain.FIRST);
        boolean begun = false;
        boolean reached = !anchored;
        boolean bad = false;
        long number = 0;
        try (ByteLines lines = new ByteLines(file, Journal.MOST)) {
            while (lines.next()) {
                number++;
                where = file + ":" + number;
                Fields line = whole(lines);
                if (line == null) {
                    bad = true;
                    lose(where + ": " + lines.length() + " bytes that are not a line as it was written");
                } else if (line.has(Line.LINK)) {
                    if (!bad && begun && !chain.next().equals(line.text(Line.LINK))) {
                        lose(where + ": the lines since the link before do not fit this one: one of them was edited,"
                                + " added or taken out; they are kept as they are");
                    }
                    chain = new Chain(line.text(Line.LINK));
                    bad = false;
                    reached |= anchor != null && lines.position() == anchor.length();
                } else {
                    chain = begun || !line.has(Line.CHAIN) ? chain : new Chain(line.text(Line.CHAIN));
                    chain.add(lines.array(), lines.from(), lines.length());
                    keep(line, lines.copy(), begun, out);
                    begun = true;
                }
            }
        }
        if (!reached) {
            lose(file + ": ends before the place up to which it was safe when it was last closed");
        }
    }

    private static @Nullable Fields whole(ByteLines lines) {
        try {
            return lines.whole() ? Line.read(lines.array(), lines.from(), lines.length()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void keep(Fields line, byte[] bytes, boolean begun, Copy out) throws IOException {
        byte[] kept = bytes;
        if (!begun && line.has(Line.START) && line.has(Line.CHAIN)) {
            kept = Line.rewritten(bytes, line.text(Line.CHAIN), out.link());
        } else if (!begun) {
            Settings rules = Objects.requireNonNullElse(replay.settings(), known);
            out.add(Line.start(rules, replay.ledger(), replay.latest(), out.link()));
        }
        try {
            replay.line(line);
        } catch (IllegalArgumentException | ArithmeticException e) {
            lose(where + ": " + e.getMessage());
            return;
        }
        decisions += line.has(Line.DECISION) ? 1 : 0;
        rewards += line.has(Line.REWARD) && line.has("step") ? 1 : 0;
        out.add(kept);
    }
}
