package kelvin.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kelvin.experiment.Experiment;
import kelvin.file.Checksum;
import kelvin.file.IoMessage;
import kelvin.json.Json;
import kelvin.metric.Results;
import kelvin.metric.StopReport;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.StoppingRule;
import kelvin.yaml.BadInput;
import kelvin.yaml.RecordWriter;
import org.jspecify.annotations.Nullable;

/** Complete results in a folder, and how they stand to an experiment. */
record StoredResults(Path folder) {
    private static final String LEARNERS = "learners";
    private static final String REPETITIONS = "repetitions";

    /** The keys of the experiment file whose effective values are not those of the manifest; a format counts as one. */
    List<String> differences(Experiment experiment) {
        Map<?, ?> kept = Manifest.values(folder);
        Map<?, ?> wanted = (Map<?, ?>) RecordWriter.of(experiment);
        List<String> all = new ArrayList<>(Manifest.otherFormat(folder).stream().toList());
        Stream.concat(wanted.keySet().stream(), kept.keySet().stream())
                .distinct()
                .filter(key -> !equal(kept.get(key), wanted.get(key)))
                .map(String::valueOf)
                .forEach(all::add);
        return all;
    }

    /** Whether the experiment asks for everything kept and more: further repetitions or learners. */
    boolean isExtendedBy(Experiment experiment) {
        Map<?, ?> kept = Manifest.values(folder);
        Map<?, ?> wanted = (Map<?, ?>) RecordWriter.of(experiment);
        return List.of(LEARNERS, REPETITIONS).containsAll(differences(experiment))
                && isExtendedBy(experiment.repetitions())
                && kept.get(LEARNERS) instanceof Map<?, ?> before
                && wanted.get(LEARNERS) instanceof Map<?, ?> after
                && before.keySet().stream().allMatch(label -> equal(before.get(label), after.get(label)));
    }

    /** Whether there will be no fewer than are kept, whatever is found on the way. */
    private boolean isExtendedBy(ReplicationPlan wanted) {
        Object kept = Manifest.values(folder).get(REPETITIONS);
        int held =
                Manifest.stop(folder).map(StopReport::repetitions).orElse(kept instanceof Number n ? n.intValue() : 0);
        return wanted.ends()[0] >= held
                || (wanted instanceof StoppingRule until
                        && kept instanceof Map<?, ?> map
                        && map.get(RecordWriter.UNTIL) instanceof Map<?, ?> before
                        && equal(before.get("of"), until.of())
                        && equal(before.get("min"), until.min())
                        && before.get("halfWidth") instanceof Number width
                        && width.doubleValue() >= until.halfWidth()
                        && before.get("max") instanceof Number max
                        && max.intValue() <= until.max());
    }

    /** What is wrong with the folder, in words: its manifest, or the first file that is not as it was written. */
    Optional<String> damage() {
        return Manifest.damage(folder).or(() -> changed(name -> true).findFirst());
    }

    /** Those of some files that are not as they were written, in words; found one after another. */
    Stream<String> changed(Predicate<String> which) {
        return Manifest.sums(folder).entrySet().stream()
                .filter(sum -> which.test(String.valueOf(sum.getKey())))
                .filter(sum -> !checksum(file(sum.getKey())).equals(sum.getValue()))
                .map(sum -> file(sum.getKey()) + ": has changed since Kelvin wrote it");
    }

    private Path file(@Nullable Object name) {
        return folder.resolve(String.valueOf(name));
    }

    private static String checksum(Path file) {
        try {
            return Files.exists(file) ? Checksum.of(file) : "";
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + IoMessage.of(e));
        }
    }

    Results results() {
        Optional<String> format = Manifest.otherFormat(folder);
        if (format.isPresent()) {
            throw new BadInput(folder + ": was written by another version of Kelvin, in " + format.get()
                    + "; kelvin run --force plays it again");
        }
        return ResultsReader.read(folder);
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(canonical(one), canonical(other));
    }

    private static String canonical(@Nullable Object tree) {
        return tree == null ? "" : Json.canonical(tree);
    }
}
