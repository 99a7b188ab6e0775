package kelvin.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Sweep;
import kelvin.experiment.SweepAxes;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import kelvin.yaml.YamlDocument;
import kelvin.yaml.YamlMapping;

/**
 * A folder {@code NAME.shards} of the shares of one experiment: its file, {@code shards.json} with its effective values and the code that
 * plays, and part files. Any number of processes may write into it at once.
 *
 * @param path the folder
 */
record ShardFolder(Path path) {
    static final String SUFFIX = ".shards";
    private static final String DESCRIPTION = "shards.json";
    private static final String PART = ".part";
    private static final String VALUES = "values";
    private static final String FILE = "file";
    private static final String CODE = "code";
    /** Effective values that numbers do not depend on. */
    private static final Set<String> WORDS = Set.of("question", "chart");

    /** Creates the folder of an experiment, or finds it, made for just this experiment and this code. */
    static ShardFolder of(Path root, ExperimentFile file, Catalog catalog) {
        ShardFolder folder = new ShardFolder(root.resolve(file.stem() + SUFFIX));
        String mine = description(file, catalog);
        try {
            Folders.make(folder.path);
            if (!Files.exists(folder.description())) {
                WholeFile.write(
                        folder.path.resolve(file.stem() + ".yaml"), beside -> Files.write(beside, file.bytes()));
                WholeFile.write(folder.description(), beside -> Files.writeString(beside, mine));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.path + ": cannot be written: " + IoMessage.of(e), e);
        }
        folder.requireSame(folder.parsed(mine), "here");
        return folder;
    }

    private static String description(ExperimentFile file, Catalog catalog) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", 1);
        all.put("java", TaskPlan.JAVA);
        all.put(CODE, catalog.code());
        all.put(FILE, file.stem());
        all.put(VALUES, Catalog.tree(file.experiment()));
        return Json.pretty(all);
    }

    /** Rejects a folder of another experiment, another Java or other code. */
    private void requireSame(Map<?, ?> other, String where) {
        Map<?, ?> mine = members();
        for (String key : List.of("format", "java", CODE)) {
            if (!Objects.equals(String.valueOf(mine.get(key)), String.valueOf(other.get(key)))) {
                String found = key.equals(CODE) ? "other code" : key + " " + mine.get(key);
                throw new BadInput(path + ": was played by " + found + ", " + where + " it is "
                        + (key.equals(CODE) ? "another build of Kelvin, or other classes" : other.get(key))
                        + "; all shards need the same");
            }
        }
        Map<?, ?> ours = values(mine);
        Map<?, ?> theirs = values(other);
        String different = Stream.concat(ours.keySet().stream(), theirs.keySet().stream())
                .distinct()
                .filter(key -> !WORDS.contains(String.valueOf(key)))
                .filter(key -> !Objects.equals(ours.get(key), theirs.get(key)))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!different.isEmpty()) {
            throw new BadInput(path + ": holds shards of another experiment (" + different + "), " + where
                    + "; give --results another folder, or delete this one");
        }
    }

    /** Rejects shards that were played by another Java or other code than merges them. */
    void requireMade(ExperimentFile file, Catalog catalog) {
        requireSame(parsed(description(file, catalog)), "here");
    }

    /** Returns the name of the experiment. */
    String name() {
        return String.valueOf(members().get(FILE));
    }

    /** Rejects a folder whose shards do not belong to those of this one. */
    void requireSame(ShardFolder other) {
        requireSame(other.members(), "unlike " + other.path);
    }

    private static Map<?, ?> values(Map<?, ?> members) {
        return members.get(VALUES) instanceof Map<?, ?> values ? values : Map.of();
    }

    private Path description() {
        return path.resolve(DESCRIPTION);
    }

    private String text() {
        try {
            return Files.readString(description());
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(description(), e));
        }
    }

    private Map<?, ?> members() {
        return parsed(text());
    }

    private Map<?, ?> parsed(String text) {
        try {
            if (Json.parse(text) instanceof Map<?, ?> members) {
                return members;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BadInput(description() + ": is damaged; delete the folder, or play the shards into another");
    }

    /** Reads back the experiment that the shares are of. */
    ExperimentFile experiment(Catalog catalog) {
        String name = name();
        Path file = path.resolve(name + ".yaml");
        var values = YamlMapping.of(YamlDocument.root(description().toString(), text()))
                .get(VALUES);
        Experiment experiment = catalog.binder().bind(Experiment.class, Objects.requireNonNull(values));
        byte[] bytes = YamlDocument.bytes(file);
        SourceLocation top = SourceLocation.top(description().toString());
        Sweep sweep = Sweep.of(experiment, catalog, top, SweepAxes.written(file.toString(), bytes));
        return new ExperimentFile(file, bytes, experiment, sweep);
    }

    /** Returns the text that stands for the code and the Java that play. */
    String code() {
        return String.valueOf(members().get(CODE));
    }

    /** Returns the file of a number of part files that a process of a shard writes. */
    Path part(Shard shard, int number) {
        return path.resolve(prefix(shard) + String.format(Locale.ROOT, "%05d", number) + PART);
    }

    private static String prefix(Shard shard) {
        return shard.index() + "-of-" + shard.count() + "-";
    }

    /** Lists the nodes that a shard has played before. */
    List<PartFile.Place> places(Shard shard) {
        return places(prefix(shard));
    }

    /** Lists all nodes that were played; what is damaged is left out. */
    List<PartFile.Place> places() {
        return places("");
    }

    private List<PartFile.Place> places(String prefix) {
        List<PartFile.Place> all = new ArrayList<>();
        try {
            for (String name : Folders.names(path)) {
                if (name.startsWith(prefix) && name.endsWith(PART) && !name.startsWith(".")) {
                    PartFile.table(path.resolve(name)).ifPresent(all::addAll);
                }
            }
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(path, e));
        }
        return all;
    }

    /** Returns how many interim looks are wanted of the learners of an experiment: one, until a merge asks for more. */
    int looks(String key) {
        try {
            return Files.exists(look(key))
                    ? Integer.parseInt(Files.readString(look(key)).strip())
                    : 1;
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(look(key), e));
        } catch (NumberFormatException e) {
            throw new BadInput(look(key) + ": must be a whole number; delete it and merge again");
        }
    }

    /** Asks for more interim looks. */
    void ask(String key, int looks) {
        try {
            WholeFile.write(look(key), beside -> Files.writeString(beside, looks + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    private Path look(String key) {
        return path.resolve(key + ".look");
    }

    /** Finds the folders in a folder that {@code kelvin run --shard} was given, or the folder itself. */
    static List<ShardFolder> in(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                throw new BadInput(folder + ": there is no such folder");
            }
            if (Files.exists(folder.resolve(DESCRIPTION))) {
                return List.of(new ShardFolder(folder));
            }
            List<ShardFolder> all = Folders.names(folder).stream()
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> new ShardFolder(folder.resolve(name)))
                    .filter(each -> Files.exists(each.description()))
                    .toList();
            if (all.isEmpty()) {
                throw new BadInput(folder + ": holds no shards; kelvin run FILE --shard 1/2 --results " + folder
                        + " plays the first of two");
            }
            return all;
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(folder, e));
        }
    }
}
