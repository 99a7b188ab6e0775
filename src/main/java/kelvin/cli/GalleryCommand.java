package kelvin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kelvin.cli.console.FailureMessage;
import kelvin.cli.text.HumanUnits;
import kelvin.file.IoMessage;
import kelvin.report.GalleryPage;
import kelvin.report.GalleryPage.Entry;
import kelvin.report.ReportPage;
import kelvin.results.ResultsFolder;
import kelvin.results.StoredResults;
import kelvin.yaml.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kelvin gallery}: writes an index page over all results folders, which quotes their reports. */
@Command(
        name = "gallery",
        description =
                "Writes index.html beside results folders: each question with its answer and a link to its report.",
        footer = {"", "Example:", "  kelvin gallery results"})
final class GalleryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Holds a folder per experiment. Default: ${DEFAULT-VALUE}")
    private Path root;

    @Override
    public Integer call() {
        List<Entry> entries = new ArrayList<>();
        for (Path folder : folders()) {
            try {
                entries.add(entry(folder));
            } catch (BadInput | UncheckedIOException e) {
                spec.commandLine()
                        .getErr()
                        .println("kelvin: left out: " + FailureMessage.of(e).message());
            }
        }
        if (entries.isEmpty()) {
            throw new BadInput(root + ": holds no results folder");
        }
        try {
            Path page = ReportFiles.write(root.resolve(GalleryPage.FILE), new GalleryPage(entries).html());
            spec.commandLine().getOut().println(page + ": written, " + HumanUnits.count(entries.size(), "experiment"));
        } catch (IOException e) {
            throw new UncheckedIOException(root + ": the gallery cannot be written: " + IoMessage.of(e), e);
        }
        return 0;
    }

    private static Entry entry(Path path) {
        ResultsFolder folder = new ResultsFolder(path);
        StoredResults stored = folder.recorded();
        stored.damage().ifPresent(damage -> {
            throw new BadInput(damage + "; kelvin run --force writes it again");
        });
        if (!folder.hasReport()) {
            ReportFiles.write(stored.results(), stored);
        }
        Path report = path.resolve(ReportPage.FILE);
        String name = path.getFileName().toString();
        return Entry.of(read(report), name + "/" + ReportPage.FILE)
                .orElseThrow(() -> new BadInput(
                        report + ": is not a report that Kelvin wrote; kelvin chart " + path + " writes it again"));
    }

    private static String read(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(report, e));
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(root)) {
            throw new BadInput(root + ": there is no such folder");
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(folder -> Files.exists(folder.resolve("manifest.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.unreadable(root, e), e);
        }
    }
}
