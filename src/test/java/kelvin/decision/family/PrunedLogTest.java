package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import kelvin.decision.JournalLog;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a pruned family names the arms that each decision was made among, or says that it cannot. */
class PrunedLogTest {
    private static final Settings RULES = new Settings(new Softmax(0.3), 4, Seed.of(7));

    private long millis;
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis);

    @TempDir
    private Path temporary;

    /** The lines that set the arms are pruned; the state records tell. */
    @Test
    void theArmsOfPrunedJournalsAreThoseOfTheStates() throws IOException {
        Path root = temporary.resolve("family");
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 2, 1, clock)) {
            makers.with("de", maker -> {
                maker.setOpen(1, false);
                return maker.addArm(0, 0);
            });
            makers.with("fr", maker -> maker.decide("early"));
            millis = 1000;
            makers.save();
            makers.with("de", maker -> maker.decide("between"));
            assertThat(makers.prune(Instant.ofEpochMilli(1000))).isEqualTo(1);
            makers.with("de", maker -> maker.decide("later"));
            makers.with("fr", maker -> maker.decide("later"));
            makers.commit();
            JournalLog log = JournalLog.read(root);
            assertThat(log.arms()).isEqualTo(5);
            assertThat(log.entries())
                    .hasSize(3)
                    .allSatisfy(entry -> assertThat(entry.open())
                            .hasToString(entry.name().equals("de") ? "{0, 2, 3, 4}" : "{0, 1, 2, 3}"));
        }
    }

    @Test
    void armsThatOnlyPrunedJournalsToldAreNotGuessed() throws IOException {
        Path root = temporary.resolve("family");
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 2, 1, clock)) {
            makers.with("de", maker -> maker.decide("early"));
            millis = 1000;
            makers.save();
            makers.with("de", maker -> maker.decide("between"));
            makers.with("de", maker -> {
                maker.setOpen(1, false);
                return maker;
            });
            makers.prune(Instant.ofEpochMilli(1000));
        }
        JournalLog log = JournalLog.read(root);
        assertThat(log.estimates()).hasSize(4);
        assertThatIOException()
                .isThrownBy(log::entries)
                .withMessage(
                        root + ": de decided, and then set arm 1, before its first state record: whether the arm was"
                                + " open at those decisions was told by journals that have been pruned; pruning with a later moment"
                                + " removes these decisions too");
        millis = 2000;
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 2, 1, clock)) {
            makers.save();
            makers.prune(Instant.ofEpochMilli(2000));
        }
        assertThat(JournalLog.read(root).entries()).isEmpty();
    }
}
