package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import kelvin.contract.InvalidValue;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Settings DEFAULTS = new Settings(new Softmax(1), 3, Seed.of(1));

    /** Null as a caller without null checks has it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals", "DataFlowIssue"})
    private static <T> T none() {
        return null;
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(call).withMessage(message);
    }

    @Test
    void eachMethodChangesOneSettingOfACopy() {
        Settings changed = DEFAULTS.initialValue(1)
                .stepSize(new Constant(0.5))
                .seed(Seed.of(2))
                .remembered(5)
                .maxAge(Duration.ofSeconds(3))
                .maxBytes(1000);
        assertThat(changed)
                .hasToString(
                        "Settings{policy=Softmax[temperature=1.0], arms=3, seed=" + Seed.of(2)
                                + ", initialValue=1.0, stepSize=Constant[value=0.5], remembered=5, maxAge=PT3S, maxBytes=1000}");
        assertThat(DEFAULTS)
                .isEqualTo(new Settings(new Softmax(1), 3, Seed.of(1)))
                .isNotEqualTo(changed);
        assertThat(changed.maxBytes(128L << 20).maxAge(Duration.ofDays(7)).remembered(100_000_000))
                .isEqualTo(DEFAULTS.initialValue(1).stepSize(new Constant(0.5)).seed(Seed.of(2)))
                .hasSameHashCodeAs(
                        DEFAULTS.initialValue(1).stepSize(new Constant(0.5)).seed(Seed.of(2)));
    }

    @Test
    void eachSettingIsCheckedByItsName() {
        refused(() -> new Settings(new Softmax(1), 0, Seed.of(1)), "arms = 0, must be >= 1");
        refused(() -> DEFAULTS.initialValue(Double.NaN), "initialValue = NaN, must be finite");
        refused(() -> DEFAULTS.remembered(0), "remembered = 0, must be in [1, 100000000]");
        refused(() -> DEFAULTS.maxAge(Duration.ZERO), "maxAge = PT0S, must be > 0");
        refused(() -> DEFAULTS.maxBytes(0), "maxBytes = 0, must be >= 1");
    }

    @Test
    void whatIsNullIsNamed(@TempDir Path folder) {
        refused(() -> new Settings(none(), 3, Seed.of(1)), "policy = null, must be given");
        refused(() -> DEFAULTS.seed(none()), "seed = null, must be given");
        refused(() -> DEFAULTS.stepSize(none()), "stepSize = null, must be given");
        refused(() -> DEFAULTS.maxAge(none()), "maxAge = null, must be given");
        refused(() -> new DecisionMaker(SettingsTest.<Settings>none()), "rules = null, must be given");
        refused(() -> new DecisionMaker(DEFAULTS, SettingsTest.<State>none()), "state = null, must be given");
        refused(() -> new DecisionMaker(DEFAULTS, SettingsTest.<InstantSource>none()), "clock = null, must be given");
        refused(() -> DecisionMaker.open(folder, none()), "rules = null, must be given");
        refused(() -> DecisionMaker.open(none(), DEFAULTS), "folder = null, must be given");
        DecisionMaker maker = new DecisionMaker(DEFAULTS);
        refused(() -> maker.decide(SettingsTest.<String>none()), "id = null, must be given");
        refused(() -> maker.reward(none(), 1), "id = null, must be given");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theClockIsGiven(@TempDir Path folder) throws IOException {
        InstantSource clock = () -> Instant.ofEpochMilli(17);
        assertThat(new DecisionMaker(DEFAULTS, clock).decide("a").time()).isEqualTo(17);
        try (DecisionMaker maker = DecisionMaker.open(folder, DEFAULTS, clock)) {
            assertThat(maker.decide("a").time()).isEqualTo(17);
        }
    }

    private static Object sent(Settings settings) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void settingsCanBeSent() throws IOException, ClassNotFoundException {
        Settings changed = DEFAULTS.stepSize(new Constant(0.5)).defaultReward(0, Duration.ofMinutes(1));
        assertThat(sent(changed)).isEqualTo(changed);
        Settings learner = new Settings(new LinUcb(1, 1, Layout.DISJOINT, 1), 3, new Features(2, 0), Seed.of(1));
        assertThat(sent(learner)).isEqualTo(learner).isNotEqualTo(changed);
    }
}
