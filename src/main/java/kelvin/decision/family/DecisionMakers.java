package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;

/**
 * Keeps many decision makers, each with a name of its own (of a page, a country, a device) and a folder of its own. A bounded number is in memory: where
 * another is wanted, the one not used for longest is committed and let go; the next use opens it again where it ended,
 * from a snapshot where its journal had become long.
 *
 * <p>Any number of threads may use it. Opening a decision maker and letting one go take the disk's time; those who want the same
 * one wait for it, and nobody else. A decision maker in use is never let go, so for a moment there may be more in memory than
 * wanted, at most one per thread.
 */
@Stability(MAY_CHANGE)
public final class DecisionMakers implements Closeable {
    private static final int MAX_FOLDER_NAME_CHARACTERS = 200;

    /** The first characters of each folder's name; folders that exist start with them. */
    private static final String FOLDER_PREFIX = "context-";

    private final Path folder;
    private final Settings rules;
    private final MakerCache places;

    /**
     * An operation on one decision maker.
     *
     * @param <T> what the answer is
     */
    @FunctionalInterface
    public interface Use<T> {
        /**
         * Runs an operation; the decision maker must not escape it.
         *
         * @param maker the decision maker of the name
         * @return what came of it
         * @throws IOException if the disk refuses
         */
        T of(DecisionMaker maker) throws IOException;
    }

    /**
     * Creates the decision makers of one root folder.
     *
     * @param folder holds a folder for each decision maker; made if missing
     * @param rules what all go by; the seed of each is {@code seed.child(name)}
     * @param inMemory how many are kept in memory; at least 1
     */
    public DecisionMakers(Path folder, Settings rules, int inMemory) {
        Require.notNull("folder", folder);
        Require.notNull("rules", rules);
        Require.atLeast("inMemory", 1, inMemory);
        this.folder = folder;
        this.rules = rules;
        this.places = new MakerCache(inMemory, this::open);
    }

    private DecisionMaker open(String name) throws IOException {
        Path own = folder.resolve(FOLDER_PREFIX + encoded(name));
        return DecisionMaker.open(own, rules.seed(rules.seed().child(name)));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    /**
     * Runs an operation on the decision maker of a name, which is created if there is none yet.
     *
     * @param <T> what comes of it
     * @param name its name, 1 to 200 bytes once URL-encoded; file systems that do not tell letters by their case need names
     *     that differ otherwise
     * @param use what to do
     * @return what came of it
     * @throws IOException if the disk refuses, also what the one that has to make room leaves to be committed: that one then
     *     stays in memory
     * @throws IllegalArgumentException if this cannot be a name, or the policy cannot choose among its open arms
     * @throws IllegalStateException after {@link #close}
     */
    public <T> T with(String name, Use<T> use) throws IOException {
        Require.notNull("name", name);
        Require.notNull("use", use);
        Require.wholeCharacters("name", name);
        int bytes = encoded(name).length();
        Require.that(
                bytes >= 1 && bytes <= MAX_FOLDER_NAME_CHARACTERS,
                "name",
                bytes + " bytes once URL-encoded",
                "1 to " + MAX_FOLDER_NAME_CHARACTERS);
        return places.with(name, use);
    }

    /**
     * Returns the number of decision makers in memory.
     *
     * @return their number
     * @throws IllegalStateException after {@link #close}
     */
    public int inMemory() {
        return places.size();
    }

    /**
     * Commits all decision makers: returns when everything done before this call is on disk.
     *
     * @throws IOException if the disk refuses for one; the others are committed all the same
     * @throws IllegalStateException after {@link #close}
     */
    public void commit() throws IOException {
        places.commit();
    }

    /**
     * Commits and closes all decision makers, including those in use. Every other call then throws
     * {@link IllegalStateException}; closing again does nothing.
     *
     * @throws IOException if the disk refuses for one; the others are let go all the same
     */
    @Override
    public void close() throws IOException {
        places.close();
    }
}
