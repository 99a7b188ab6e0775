package kelvin.decision.family;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.LineReader;
import kelvin.decision.journal.SealedLine;
import kelvin.file.Folders;
import kelvin.file.WholeFile;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * The root folder of a family: the folders of its shards, and the file {@code family.json} that tells their number and the seed.
 *
 * @param folder the root
 * @param seed the key by which names are spread over the shards
 * @param shards the number of shards
 * @param known whether {@code family.json} was there
 * @param found how many shards were there
 * @param shared what new contexts take from the others; null for nothing
 */
record FamilyFolder(
        Path folder,
        Seed seed,
        int shards,
        boolean known,
        int found,
        @Nullable SharedPrior shared) {
    private static final String SHARED = "shared";
    private static final String NAME = "family.json";
    private static final int MAX_SHARDS = 4096;
    private static final int MAX_NAME_CHARACTERS = 256;

    /** Returns true if a folder is the root of a family. */
    static boolean is(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** Returns the family of a folder, whose own shared prior may be given or not; where there is none, the one to be made. */
    static FamilyFolder of(Path folder, Seed seed, int shards, @Nullable SharedPrior shared) throws IOException {
        Require.that(shards >= 1 && shards <= MAX_SHARDS, "shards", shards, "in [1, " + MAX_SHARDS + "]");
        if (!is(folder)) {
            List<String> names = Files.exists(folder) ? Folders.names(folder) : List.of();
            int found = 0;
            for (String name : names) {
                found += name.startsWith("shard-") ? 1 : 0;
                if (name.startsWith("context-") || JournalSequence.isJournal(name)) {
                    throw new IOException(
                            folder + ": found " + name + ", must be a new folder or that of a family in this"
                                    + " version's form: a folder for each context, or a single decision maker's, is opened by"
                                    + " DecisionMaker.open");
                }
            }
            return new FamilyFolder(folder, seed, shards, false, found, shared);
        }
        FamilyFolder found = read(folder);
        if (!found.seed.equals(seed)) {
            throw new InvalidValue("seed", seed, "that of the family's first start, " + found.seed);
        } else if (shared != null && !shared.equals(found.shared)) {
            throw new InvalidValue(
                    SHARED,
                    shared,
                    "that of the family's first start, " + (found.shared == null ? "none" : found.shared));
        }
        return found;
    }

    /** Reads the family of a folder. */
    static FamilyFolder read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            byte[] bytes = LineReader.all(file);
            JsonMembers line = SealedLine.read(bytes, 0, bytes.length);
            if (line == null) {
                throw new IllegalArgumentException("its checksum does not fit");
            }
            List<Object> numbers = line.list("seed");
            if (numbers.size() != 2
                    || !(numbers.get(0) instanceof Long high)
                    || !(numbers.get(1) instanceof Long low)) {
                throw new IllegalArgumentException("seed: found " + numbers + ", must be two whole numbers");
            }
            int shards = Math.toIntExact(line.whole("family"));
            return new FamilyFolder(folder, new Seed(high, low), shards, true, shards, shared(line));
        } catch (IllegalArgumentException | ArithmeticException e) {
            int found = JournalSequence.folders(folder).size();
            throw new DamagedFile(
                    file + ": is not as it was written: " + e.getMessage() + "; where it is deleted, opening the"
                            + " family with its seed and " + found
                            + " shards writes it anew, and --check and --salvage go on from"
                            + " there");
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    private static @Nullable SharedPrior shared(JsonMembers line) {
        if (!line.has(SHARED)) {
            return null;
        }
        JsonMembers members = line.fields(SHARED);
        return new SharedPrior(Math.toIntExact(members.whole("minContexts")), members.whole("maxWeight"));
    }

    /** Returns a family of the same seed and number of shards, to be made in a new folder. */
    FamilyFolder emptied(Path into) throws IOException {
        if (Files.exists(into)
                && !(Files.isDirectory(into) && Folders.names(into).isEmpty())) {
            throw new IOException(into + ": is there already, must be a new folder or an empty one");
        }
        return new FamilyFolder(into, seed, shards, false, 0, shared);
    }

    /** Rejects what cannot be the name of a context. */
    static void requireName(String name) {
        Require.wholeCharacters("name", name);
        Require.that(
                !name.isEmpty() && name.length() <= MAX_NAME_CHARACTERS,
                "name",
                name.length() + " characters",
                "1 to " + MAX_NAME_CHARACTERS + " characters");
    }

    /** Returns the number of the shard of a name. */
    int shard(String name) {
        return (int) Math.floorMod(seed.child(name).high(), (long) shards);
    }

    /** Returns the folders of the shards. */
    List<Path> folders() {
        List<Path> all = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            all.add(folder.resolve(String.format(Locale.ROOT, "shard-%04d", i)));
        }
        return all;
    }

    /** Returns the folders of the shards, after making those of a new family. */
    List<Path> make() throws IOException {
        for (Path shard : folders()) {
            if (!known) {
                Folders.make(shard);
            } else if (!Files.isDirectory(shard)) {
                throw new DamagedFile(shard + ": is missing, must be there: what it told is in no other folder");
            }
        }
        return folders();
    }

    /** Writes {@code family.json}, once all shards are there. */
    void seal() throws IOException {
        if (!known) {
            SealedLine line = new SealedLine("family", shards)
                    .put("format", SealedLine.FORMAT)
                    .put("seed", "[" + seed.high() + "," + seed.low() + "]");
            if (shared != null) {
                line.put(
                        SHARED,
                        "{\"minContexts\":" + shared.minContexts() + ",\"maxWeight\":" + shared.maxWeight() + "}");
            }
            WholeFile.force(folder.resolve(NAME), line.sealed());
        }
    }
}
