package kelvin.decision;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.Require;

/**
 * A decision maker for each of many contexts, each in a folder of its own. A bounded number is in memory: where another is wanted,
 * the one not used for longest is committed and let go; the next use opens it again where it ended.
 *
 * <p>Any number of threads may use it. A decision maker in use is never let go, so for a moment there may be more in memory than
 * wanted, at most one per thread. Opening and letting go happen under one lock, with the disk's speed: the number in memory
 * should cover the contexts that are busy.
 */
public final class DecisionMakers implements Closeable {
    private static final int LONGEST_NAME = 200;

    private final Path folder;
    private final Rules rules;
    private final int inMemory;
    private final Map<String, Held> makers = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * What is asked of one decision maker.
     *
     * @param <T> what the answer is
     */
    @FunctionalInterface
    public interface Use<T> {
        /**
         * Asks it; must not keep it.
         *
         * @param maker the decision maker of the context
         * @return what came of it
         * @throws IOException if the disk refuses
         */
        T of(DecisionMaker maker) throws IOException;
    }

    private static final class Held {
        private final DecisionMaker maker;
        private int users;

        Held(DecisionMaker maker) {
            this.maker = maker;
        }
    }

    /**
     * A family of decision makers.
     *
     * @param folder holds a folder for each context; made if missing
     * @param rules what all go by; the seed of each is {@code seed.child(context)}
     * @param inMemory how many are kept in memory; at least 1
     */
    public DecisionMakers(Path folder, Rules rules, int inMemory) {
        Require.atLeast("inMemory", 1, inMemory);
        this.folder = folder;
        this.rules = rules;
        this.inMemory = inMemory;
    }

    /**
     * Uses the decision maker of a context, which is made if there is none yet.
     *
     * @param <T> what comes of it
     * @param context its name, 1 to 200 bytes once URL-encoded; file systems that do not tell letters by their case need names
     *     that differ otherwise
     * @param use what to do
     * @return what came of it
     * @throws IOException if the disk refuses
     */
    public <T> T with(String context, Use<T> use) throws IOException {
        Held held = take(context);
        try {
            return use.of(held.maker);
        } finally {
            giveBack(held);
        }
    }

    /**
     * How many are in memory.
     *
     * @return their number
     */
    public int inMemory() {
        synchronized (makers) {
            return makers.size();
        }
    }

    private Held take(String context) throws IOException {
        String name = URLEncoder.encode(context, StandardCharsets.UTF_8).replace("*", "%2A");
        Require.that(
                !name.isEmpty() && name.length() <= LONGEST_NAME,
                "context",
                name.length() + " bytes once URL-encoded",
                "1 to " + LONGEST_NAME);
        synchronized (makers) {
            Held held = makers.get(context);
            if (held == null) {
                letGo(inMemory - 1);
                Path own = folder.resolve("context-" + name);
                held = new Held(
                        DecisionMaker.open(own, rules.seeded(rules.seed().child(context))));
                makers.put(context, held);
            }
            held.users++;
            return held;
        }
    }

    private void giveBack(Held held) {
        synchronized (makers) {
            held.users--;
        }
    }

    /** Lets the least recently used go until no more than some are left, passing over those in use. */
    private void letGo(int left) throws IOException {
        Iterator<Held> oldest = makers.values().iterator();
        while (makers.size() > left && oldest.hasNext()) {
            Held held = oldest.next();
            if (held.users == 0) {
                held.maker.commit();
                oldest.remove();
                held.maker.close();
            }
        }
    }

    /**
     * Waits until everything done before this call is on disk, for all contexts.
     *
     * @throws IOException if the disk refuses
     */
    public void commit() throws IOException {
        List<DecisionMaker> all = new ArrayList<>();
        synchronized (makers) {
            makers.values().forEach(held -> all.add(held.maker));
        }
        for (DecisionMaker maker : all) {
            maker.commit();
        }
    }

    /**
     * Commits and lets go of all.
     *
     * @throws IOException if the disk refuses for one; the others are let go all the same
     */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        synchronized (makers) {
            for (Held held : makers.values()) {
                try {
                    held.maker.close();
                } catch (IOException e) {
                    failed = failed == null ? e : failed;
                }
            }
            makers.clear();
        }
        if (failed != null) {
            throw failed;
        }
    }
}
