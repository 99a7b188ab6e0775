package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.SweepPaths;
import kelvin.metric.Details;
import kelvin.metric.InterimLooks;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;

/** The CSV files of a results folder: which there are, and results written to and read from all of them. */
@Stability(MAY_CHANGE)
public final class DataFiles {
    /** The names of the files that every results folder holds. */
    public static final List<String> REQUIRED;

    /** The names of the files that not all results fill. */
    static final List<String> OPTIONAL;

    @SuppressWarnings("UnnecessaryLambda") // its identity tells the required files
    private static final Predicate<Results> ALWAYS = results -> true;

    private static final List<DataFile> ALL = List.of(
            new DataFile(CurvesCsv.NAME, ALWAYS, (folder, all) -> CurvesCsv.write(folder, all.series())),
            new DataFile(SelectionsCsv.NAME, ALWAYS, (folder, all) -> SelectionsCsv.write(folder, all.selections())),
            new DataFile(RunsCsv.NAME, ALWAYS, (folder, all) -> RunsCsv.write(folder, all.trials())),
            new DataFile(
                    SummaryCsv.NAME,
                    ALWAYS,
                    (folder, all) -> SummaryCsv.write(folder.resolve(SummaryCsv.NAME), all.trials())),
            new DataFile(QuantilesCsv.NAME, ALWAYS, (folder, all) -> QuantilesCsv.write(folder, all.spreads())),
            new DataFile(
                    ComparisonsCsv.NAME,
                    ALWAYS,
                    (folder, all) -> ComparisonsCsv.write(
                            folder, all.comparisons(), all.details().unit())),
            new DataFile(BoundsCsv.NAME, ALWAYS, (folder, all) -> BoundsCsv.write(folder, all.bounds())),
            new DataFile(
                    IntervalsCsv.NAME,
                    filled(Results::intervals),
                    (folder, all) -> IntervalsCsv.write(folder, all.intervals())),
            new DataFile(SweepCsv.NAME, filled(Results::swept), (folder, all) -> SweepCsv.write(folder, all.swept())),
            new DataFile(
                    TraceCsv.NAME,
                    filled(all -> all.details().traces()),
                    (folder, all) -> TraceCsv.write(folder, all.details().traces())),
            new DataFile(
                    PolicyCsv.NAME,
                    filled(all -> all.details().maps()),
                    (folder, all) -> PolicyCsv.write(folder, all.details().maps())),
            new DataFile(
                    RewardsCsv.NAME,
                    filled(all -> all.details().rewards()),
                    (folder, all) -> RewardsCsv.write(folder, all.details().rewards())));

    static {
        REQUIRED = ALL.stream()
                .filter(file -> file.filled == ALWAYS)
                .map(DataFile::name)
                .toList();
        OPTIONAL = names().filter(name -> !REQUIRED.contains(name)).toList();
    }

    private DataFiles() {}

    /** A file, the results that fill it, and its writer. */
    private record DataFile(String name, Predicate<Results> filled, Writer writer) {}

    private interface Writer {
        void write(Path folder, Results results) throws IOException;
    }

    private static Predicate<Results> filled(Function<Results, List<?>> rows) {
        return results -> !rows.apply(results).isEmpty();
    }

    /** Returns the names of all files that there may be. */
    static Stream<String> names() {
        return ALL.stream().map(DataFile::name);
    }

    /**
     * Returns the names of the files that some results fill.
     *
     * @param results the results
     * @return the required ones, and those for which there is anything
     */
    public static List<String> names(Results results) {
        return ALL.stream()
                .filter(file -> file.filled.test(results))
                .map(DataFile::name)
                .toList();
    }

    /**
     * Writes results.
     *
     * @param folder an existing folder
     * @param results the results
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder, Results results) throws IOException {
        for (DataFile file : ALL) {
            if (file.filled.test(results)) {
                file.writer.write(folder, results);
            }
        }
    }

    /**
     * Reads results back.
     *
     * @throws kelvin.yaml.BadInput if a file is damaged
     */
    static Results read(Path folder, Manifest manifest) {
        Optional<StopReport> stop = manifest.stop();
        InterimLooks looks = stop.map(StopReport::looks).orElse(InterimLooks.ONE);
        List<RunValues> trials = RunsCsv.read(folder, looks);
        return new Results(
                String.valueOf(manifest.values().get("question")),
                CurvesCsv.read(folder, looks),
                SelectionsCsv.read(folder),
                trials,
                QuantilesCsv.read(folder),
                ComparisonsCsv.read(folder, trials),
                ifThere(folder, IntervalsCsv.NAME, IntervalsCsv::read),
                BoundsCsv.read(folder),
                ifThere(folder, SweepCsv.NAME, there -> SweepCsv.read(there, sweep(manifest))),
                new Details(
                        ifThere(folder, TraceCsv.NAME, TraceCsv::read),
                        ifThere(folder, PolicyCsv.NAME, PolicyCsv::read),
                        ifThere(folder, RewardsCsv.NAME, RewardsCsv::read),
                        manifest.seconds(),
                        manifest.unit()),
                stop);
    }

    private static <T> List<T> ifThere(Path folder, String name, Function<Path, List<T>> reader) {
        return Files.exists(folder.resolve(name)) ? reader.apply(folder) : List.of();
    }

    private static SweepPaths sweep(Manifest manifest) {
        return manifest.values().get("sweep") instanceof Map<?, ?> sweep
                ? SweepPaths.of(sweep, manifest.place())
                : new SweepPaths(List.of());
    }
}
