package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;

/** The commented experiment that {@code kelvin new} starts from. */
@Stability(MAY_CHANGE)
public final class Starter {
    private Starter() {}

    /**
     * The starter file.
     *
     * @return YAML that can be played as it is
     */
    public static String text() {
        try (InputStream in = Starter.class.getResourceAsStream("starter.yaml")) {
            if (in == null) {
                throw new IllegalStateException("starter.yaml is missing beside " + Starter.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        }
    }
}
