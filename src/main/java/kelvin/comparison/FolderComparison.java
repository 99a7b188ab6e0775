package kelvin.comparison;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.metric.Results;
import kelvin.metric.RunDifference;
import kelvin.metric.SweepDifference;
import kelvin.report.ComparisonAnswer;
import kelvin.report.Remarks;
import kelvin.yaml.BadInput;

/**
 * A comparison of the results in several folders, which are of one problem.
 *
 * <p>Learners of one label are compared across folders, each with its namesake in the first one. Where all horizons are equal, every metric
 * that both have is compared at the horizon; where they differ, what stands at a step (cumulative regret, simple regret, rate of wrong
 * recommendations) is compared at the last step that all report. Repetitions of one seed are paired by their numbers, as
 * {@link RunDifference} says.
 *
 * @param folders the folders, in the order given
 * @param facts what is the same and what differs, a line each
 * @param against the folder or learner that all are compared with
 * @param step the step of the comparison
 * @param results the results of all learners shown, as if one experiment had played them up to that step
 * @param lines what charts show of them
 * @param differences the differences, metric by metric
 * @param swept the differences at the points that the sweeps have in common
 * @param notes how differences were tested and what was left out, in sentences
 */
@Stability(MAY_CHANGE)
public record FolderComparison(
        List<ComparedFolder> folders,
        List<String> facts,
        String against,
        long step,
        Results results,
        ComparedLines lines,
        List<RunDifference> differences,
        List<SweepDifference> swept,
        List<String> notes) {
    /**
     * Reads folders and compares them.
     *
     * @param paths the results folders, at least two
     * @param selection the learners that are compared
     * @return the comparison
     * @throws BadInput if a folder has no complete results, is named twice, or what is in them cannot be compared
     */
    public static FolderComparison of(List<Path> paths, LearnerSelection selection) {
        requireDistinct(paths);
        List<String> names = FolderNames.of(paths);
        List<ComparedFolder> folders = IntStream.range(0, names.size())
                .mapToObj(i -> ComparedFolder.read(paths.get(i), names.get(i)))
                .toList();
        long step = CommonStep.of(folders);
        Matching matching = new Matching(folders, selection);
        StepEstimates estimates = matching.estimates(step);
        ComparedSweeps sweeps = new ComparedSweeps(estimates, matching.pairs());
        List<RunDifference> differences = RunDifference.of(estimates.pairs(matching.pairs()));
        FolderFacts facts = new FolderFacts(folders);
        List<String> notes = new ArrayList<>(matching.notes());
        notes.addAll(ComparisonNotes.of(estimates, facts.estimateTheSame() && matching.ofNamesakes(), differences));
        notes.addAll(sweeps.notes());
        Remarks.comparator(folders.get(0).results()).ifPresent(notes::add);
        Results results = new Overlay(estimates).results(question(folders), sweeps.comparable());
        ComparedLines lines = ComparedLines.of(
                results, matching, new Matching(folders, new LearnerSelection(List.of(), selection.baseline())), step);
        lines.note().ifPresent(notes::add);
        return new FolderComparison(
                folders,
                facts.lines(),
                matching.against(),
                step,
                results,
                lines,
                differences,
                sweeps.differences(),
                notes);
    }

    private static void requireDistinct(List<Path> paths) {
        Map<Path, Path> seen = new LinkedHashMap<>();
        for (Path path : paths) {
            Path real = real(path);
            if (seen.containsKey(real)) {
                throw new BadInput(path + ": is the same folder as " + seen.get(real)
                        + "; compare it with the results of another seed, version, horizon or learner");
            }
            seen.put(real, path);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static String question(List<ComparedFolder> folders) {
        List<String> questions = folders.stream()
                .map(folder -> folder.results().question())
                .distinct()
                .toList();
        String against = folders.stream().map(ComparedFolder::name).collect(Collectors.joining(" and "));
        return questions.size() == 1 ? questions.get(0) : against + " compared";
    }

    /**
     * Returns the sentences that sum the comparison up.
     *
     * @return sentences; the first one is about regret
     */
    public List<String> answer() {
        return ComparisonAnswer.of(against, step, results.unit(), differences);
    }

    /**
     * Returns the learner or learners whose regret is subtracted, in words.
     *
     * @return a label, or words for the namesake of each
     */
    public String subtracted() {
        List<String> baselines = differences.stream()
                .map(each -> each.comparison().baseline())
                .distinct()
                .toList();
        return baselines.size() == 1 ? baselines.get(0) : "its namesake in " + against;
    }
}
