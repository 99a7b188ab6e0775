package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import kelvin.policy.Policy;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** Classes that a user has compiled: none of them is on the class path of the tests, so that only {@code --classpath} finds them. */
final class Compiled {
    private static final Pattern NAME = Pattern.compile("(?m)^public (?:record|final class) (\\w+)");

    private Compiled() {}

    /** Compiles source files into {@code folder/classes}, as {@code javac -cp kelvin.jar} does. */
    static Path into(Path folder, String... sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", kelvin(), "-d", classes.toString()));
        Path home = Files.createDirectories(folder.resolve("source"));
        for (String source : sources) {
            Matcher name = NAME.matcher(source);
            assertThat(name.find()).isTrue();
            Path file = Files.writeString(home.resolve(name.group(1) + ".java"), source);
            arguments.add(file.toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        return classes;
    }

    private static String kelvin() {
        return Stream.of(Policy.class, UniformRandomProvider.class, ContinuousSampler.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }
}
