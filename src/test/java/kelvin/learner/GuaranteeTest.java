package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every learner whose Javadoc states a guarantee says for which rewards it holds, so that others can be refused or told of. */
class GuaranteeTest {
    private static final Pattern STATED = Pattern.compile(
            "regret (against|is|bound|of|over)|logarithmic regret|minimax|[^-]optimal|proven|probability of at (least|most)");
    private static final Pattern DECLARED =
            Pattern.compile("Optional<Guarantee> guarantee\\(\\)|Rewards rewards\\(\\)");

    private static List<Path> learners() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/kelvin/learner"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).matches("(?s).*implements (LearnerSpec|SlateSpec).*"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean states(String source) {
        int from = source.indexOf("/**");
        String javadoc = source.substring(from, source.indexOf("*/", from)).replaceAll("\\s*\\*\\s+", " ");
        return STATED.matcher(javadoc.replaceAll("@see[^@]*", "")).find();
    }

    @Test
    void whoStatesAGuaranteeDeclaresItsRewards() throws IOException {
        List<Path> stating =
                learners().stream().filter(file -> states(read(file))).toList();
        assertThat(stating).hasSizeGreaterThan(20);
        assertThat(stating).allMatch(file -> DECLARED.matcher(read(file)).find());
    }

    @Test
    void aStatedGuaranteeIsRecognised() {
        assertThat(states("/** Its regret is at most so much. */ record")).isTrue();
        assertThat(states("/** Right with a probability of at\n * least 1 − δ. */ record"))
                .isTrue();
        assertThat(states("/** Chooses by a policy. @see <a>Optimal regret bounds proven</a> */ record"))
                .isFalse();
    }
}
