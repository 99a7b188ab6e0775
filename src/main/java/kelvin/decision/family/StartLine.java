package kelvin.decision.family;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import kelvin.decision.RecordedSettings;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.SealedLine;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;

/** The start record of a program that goes on with a journal: tells where it stands once it is on disk. */
final class StartLine implements JournalLine.Placed {
    private final byte[] bytes;
    private final long journal;
    private final LongConsumer taker;
    private long place;

    /**
     * Creates the line.
     *
     * @param bytes its bytes
     * @param journal the number of the journal
     * @param taker receives its place
     */
    StartLine(byte[] bytes, long journal, LongConsumer taker) {
        this.bytes = bytes.clone();
        this.journal = journal;
        this.taker = taker;
    }

    /**
     * Returns a start record of a shard; without a link for a program that goes on with a journal, and without sums where contexts share
     * nothing.
     */
    static byte[] bytes(
            long time, @Nullable String link, Path shard, RecordedSettings settings, @Nullable SharedSums sums) {
        SealedLine text = new SealedLine(SealedLine.START, time).put("format", SealedLine.FORMAT);
        (link == null ? text : text.quoted(SealedLine.CHAIN, link))
                .quoted("shard", shard.getFileName().toString())
                .put("rules", Json.canonical(settings.map()));
        return (sums == null ? text : text.put(SharedSums.KEY, sums.json())).sealed();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public byte[] bytes(long at) {
        place = Place.of(journal, at);
        return bytes.clone();
    }

    @Override
    public void written() {
        taker.accept(place);
    }
}
