package kelvin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kelvin.cli.Main;

/** Results folders, to be compared by their bytes. */
final class Results {
    private Results() {}

    /** Plays a file in this process. */
    static void playHere(Path file, Path results, String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] arguments = Stream.concat(
                        Stream.of("run", file.toString(), "--no-charts", "--results", results.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        assertThat(Main.run(out, out, arguments))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    /** Returns the data by file, without the manifest, which says when and how fast. */
    static Map<String, String> data(Path folder) {
        Map<String, String> data = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                data.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data;
    }

    static void assertSame(Path results, Path once, String name) {
        assertThat(data(results.resolve(name)))
                .as(name)
                .isEqualTo(data(once.resolve(name)))
                .hasSizeGreaterThan(3);
        assertThat(results.resolve(name + ".shards")).doesNotExist();
    }

    /** Returns the number of part files that are whole. */
    static long parts(Path results, String name) {
        Path folder = results.resolve(name + ".shards");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".part") && !file.startsWith("."))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
