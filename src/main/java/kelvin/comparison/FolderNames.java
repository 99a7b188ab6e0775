package kelvin.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The shortest names that tell folders apart: of {@code v1/run} and {@code v2/run} these are {@code v1} and {@code v2}. */
final class FolderNames {
    private FolderNames() {}

    /** Returns a name per folder, of different folders. */
    static List<String> of(List<Path> folders) {
        List<List<String>> parts =
                folders.stream().<List<String>>map(FolderNames::parts).toList();
        while (parts.stream().allMatch(each -> each.size() > 1)
                && parts.stream()
                                .map(each -> each.get(each.size() - 1))
                                .distinct()
                                .count()
                        == 1) {
            parts.forEach(each -> each.remove(each.size() - 1));
        }
        int longest = parts.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.rangeClosed(1, longest)
                .mapToObj(length -> parts.stream()
                        .map(each -> String.join("/", each.subList(Math.max(0, each.size() - length), each.size())))
                        .toList())
                .filter(names -> new HashSet<>(names).size() == names.size())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> parts(Path folder) {
        List<String> parts = new ArrayList<>();
        folder.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
        return parts;
    }
}
