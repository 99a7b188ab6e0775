package kelvin.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment loses nothing that was said to be safe: a real process dies, again and again, in one folder. */
class KillTest {
    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    /** Every line said by the victims is in the journals; the state they lead to is the state a new program starts from. */
    private void nothingIsLost() throws IOException {
        StringBuilder journals = new StringBuilder();
        for (Path journal : StateFiles.journals(folder)) {
            journals.append(Files.readString(journal));
        }
        String all = journals.toString();
        for (String line : said) {
            String[] words = line.split(" ", -1);
            assertThat(all).contains("{\"decision\":\"" + words[0] + "\",\"step\":" + words[1] + ",");
            assertThat(all).contains("{\"reward\":\"" + words[3] + "\",\"value\":1.0,");
        }
        ReplayCheck redraw = ReplayCheck.of(folder, Samples.RULES);
        assertThat(redraw.differences()).isEmpty();
        try (DecisionMaker maker = DecisionMaker.open(folder, Samples.RULES)) {
            assertThat(State.compare(maker.state(), redraw.state())).isEmpty();
        }
    }

    private void killed(int times, long seed) throws IOException, InterruptedException {
        UniformRandomProvider random = Seed.of(seed).generator();
        for (int life = 0; life < times; life++) {
            said.addAll(KilledProcess.said(1 + random.nextInt(120), Victim.class, folder, life));
        }
        nothingIsLost();
    }

    @Test
    void twoKillsLoseNothing() throws IOException, InterruptedException {
        killed(2, 1);
    }

    @Test
    void aLearnerGoesOnAfterAKillWithTheBitsOfOneThatWasLeftAlone() throws IOException, InterruptedException {
        List<String> committed = KilledProcess.said(57, LearnerVictim.class, folder);
        HandClock clock = new HandClock();
        DecisionMaker alone = new DecisionMaker(LearnerVictim.RULES, clock);
        try (DecisionMaker killed = DecisionMaker.open(folder, LearnerVictim.RULES, clock)) {
            long decisions = killed.health().decisions();
            assertThat(decisions).isGreaterThanOrEqualTo(Long.parseLong(committed.get(committed.size() - 1)));
            LearnerVictim.live(killed, clock, decisions);
            for (long i = 0; i <= decisions; i++) {
                LearnerVictim.live(alone, clock, i);
            }
            assertThat(State.compare(killed.state(), alone.state())).isEmpty();
        }
        assertThat(ReplayCheck.of(folder, LearnerVictim.RULES).clean()).isTrue();
    }

    @Test
    @Tag("long")
    void aHundredKillsLoseNothing() throws IOException, InterruptedException {
        killed(100, 2);
    }
}
