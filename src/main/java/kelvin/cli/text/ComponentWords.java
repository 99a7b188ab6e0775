package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import kelvin.contract.Stability;
import kelvin.yaml.ComponentType;
import kelvin.yaml.Parameter;

/**
 * The Javadoc of components, which is gone at run time, from a resource that a test writes and compares with the sources: the sentence
 * of a family's package, the {@code @param} of a record's components, and which testbeds a learner needs.
 */
@Stability(INTERNAL)
public final class ComponentWords {
    /** The key of the testbeds of a learner, after the class. */
    public static final String TESTBEDS = "@testbeds";

    private static final String RESOURCE = "components.properties";

    private final Properties words = new Properties();

    /** Reads the resource. */
    public ComponentWords() {
        try (InputStream stream = Objects.requireNonNull(ComponentWords.class.getResourceAsStream(RESOURCE), RESOURCE);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** Returns the sentence about a family; empty for a package of a user's own. */
    Optional<String> family(String packageName) {
        return Optional.ofNullable(words.getProperty(packageName));
    }

    /** Returns the meaning, unit and range of a parameter; empty for a record of a user's own. */
    Optional<String> parameter(ComponentType type, Parameter parameter) {
        return Optional.ofNullable(words.getProperty(type.type().getName() + "." + parameter.name()));
    }

    /** Returns the testbeds that a learner accepts; empty for what is no learner of Kelvin's. */
    Optional<String> testbeds(ComponentType type) {
        return Optional.ofNullable(words.getProperty(type.type().getName() + "." + TESTBEDS));
    }
}
