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
import kelvin.experiment.SweepAxes;
import kelvin.metric.InterimLooks;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;
import kelvin.metric.SweptAxis;
import kelvin.yaml.BadInput;
import kelvin.yaml.YamlDocument;

/** The CSV files of a results folder: which there are, and results written to and read from all of them. */
@Stability(MAY_CHANGE)
public final class DataFiles {
    private static final List<DataFile> ALL = List.of(
            DataFile.required(CurvesCsv.NAME, (folder, all) -> CurvesCsv.write(folder, CurvesCsv.NAME, all.series())),
            DataFile.required(SelectionsCsv.NAME, (folder, all) -> SelectionsCsv.write(folder, all.selections())),
            DataFile.required(RunsCsv.NAME, (folder, all) -> RunsCsv.write(folder, all.trials())),
            DataFile.required(
                    SummaryCsv.NAME, (folder, all) -> SummaryCsv.write(folder.resolve(SummaryCsv.NAME), all.trials())),
            DataFile.required(QuantilesCsv.NAME, (folder, all) -> QuantilesCsv.write(folder, all.spreads())),
            DataFile.required(
                    ComparisonsCsv.NAME, (folder, all) -> ComparisonsCsv.write(folder, all.comparisons(), all.unit())),
            DataFile.required(BoundsCsv.NAME, (folder, all) -> BoundsCsv.write(folder, all.bounds())),
            DataFile.optional(
                    CurvesCsv.SPANS,
                    Results::spans,
                    (folder, all) -> CurvesCsv.write(folder, CurvesCsv.SPANS, all.spans())),
            DataFile.optional(
                    IntervalsCsv.NAME,
                    Results::intervals,
                    (folder, all) -> IntervalsCsv.write(folder, all.intervals())),
            DataFile.optional(SweepCsv.NAME, Results::swept, (folder, all) -> SweepCsv.write(folder, all)),
            DataFile.optional(TraceCsv.NAME, Results::traces, (folder, all) -> TraceCsv.write(folder, all.traces())),
            DataFile.optional(PolicyCsv.NAME, Results::maps, (folder, all) -> PolicyCsv.write(folder, all.maps())),
            DataFile.optional(
                    CoefficientsCsv.NAME,
                    all -> all.contexts().coefficients(),
                    (folder, all) ->
                            CoefficientsCsv.write(folder, all.contexts().coefficients())),
            DataFile.optional(
                    ReliabilityCsv.NAME,
                    all -> all.contexts().reliability(),
                    (folder, all) -> ReliabilityCsv.write(folder, all.contexts().reliability())),
            DataFile.optional(
                    GroupsCsv.NAME,
                    all -> all.contexts().groups(),
                    (folder, all) -> GroupsCsv.write(folder, all.contexts().groups())),
            DataFile.optional(
                    RewardsCsv.NAME, Results::rewards, (folder, all) -> RewardsCsv.write(folder, all.rewards())));

    /** The names of the files that every results folder holds. */
    public static final List<String> REQUIRED =
            ALL.stream().filter(DataFile::required).map(DataFile::name).toList();

    /** The names of the files that not all results fill. */
    static final List<String> OPTIONAL =
            ALL.stream().filter(file -> !file.required).map(DataFile::name).toList();

    private DataFiles() {}

    /** A file: whether all results have it, the results that fill it, and its writer. */
    private record DataFile(String name, boolean required, Predicate<Results> filled, Writer writer) {
        static DataFile required(String name, Writer writer) {
            return new DataFile(name, true, results -> true, writer);
        }

        static DataFile optional(String name, Function<Results, List<?>> rows, Writer writer) {
            return new DataFile(name, false, results -> !rows.apply(results).isEmpty(), writer);
        }
    }

    private interface Writer {
        void write(Path folder, Results results) throws IOException;
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
        List<RunValues> trials = RunsCsv.read(folder, looks).stream()
                .map(each -> each.playedAs(manifest.stream(each.learner())))
                .toList();
        return Results.builder(String.valueOf(manifest.values().get("question")))
                .unit(manifest.unit())
                .series(CurvesCsv.read(folder, CurvesCsv.NAME, looks))
                .spans(ifThere(folder, CurvesCsv.SPANS, each -> CurvesCsv.read(each, CurvesCsv.SPANS, looks)))
                .selections(SelectionsCsv.read(folder))
                .trials(trials)
                .spreads(QuantilesCsv.read(folder))
                .comparisons(ComparisonsCsv.read(folder, trials))
                .intervals(ifThere(folder, IntervalsCsv.NAME, IntervalsCsv::read))
                .bounds(BoundsCsv.read(folder))
                .changes(manifest.changes())
                .swept(axes(folder, manifest), ifThere(folder, SweepCsv.NAME, SweepCsv::read))
                .traces(ifThere(folder, TraceCsv.NAME, TraceCsv::read))
                .maps(ifThere(folder, PolicyCsv.NAME, PolicyCsv::read))
                .contexts(manifest.contexts()
                        .with(
                                ifThere(folder, CoefficientsCsv.NAME, CoefficientsCsv::read),
                                ifThere(folder, ReliabilityCsv.NAME, ReliabilityCsv::read),
                                ifThere(folder, GroupsCsv.NAME, GroupsCsv::read)))
                .rewards(ifThere(folder, RewardsCsv.NAME, RewardsCsv::read))
                .seconds(manifest.seconds())
                .stop(stop)
                .build();
    }

    private static <T> List<T> ifThere(Path folder, String name, Function<Path, List<T>> reader) {
        return Files.exists(folder.resolve(name)) ? reader.apply(folder) : List.of();
    }

    private static List<SweptAxis> axes(Path folder, Manifest manifest) {
        return manifest.values().get("sweep") instanceof Map<?, ?> sweep
                ? SweepAxes.of(sweep, written(folder.resolve(FolderState.EXPERIMENT)), manifest.place())
                : List.of();
    }

    /** Returns the values of a sweep as the experiment file writes them; none of a damaged file, which its checksum reports. */
    private static Map<String, Map<Double, String>> written(Path file) {
        try {
            return SweepAxes.written(file.toString(), YamlDocument.bytes(file));
        } catch (BadInput damaged) {
            return Map.of();
        }
    }
}
