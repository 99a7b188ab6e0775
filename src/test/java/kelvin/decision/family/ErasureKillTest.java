package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.decision.KilledProcess;
import kelvin.decision.journal.FolderBytes;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family whose program is killed while it erases contexts has each of them as a whole or not at all. */
class ErasureKillTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void tenKillsLeaveNothingHalf() throws IOException, InterruptedException {
        UniformRandomProvider random = Seed.of(1).generator();
        List<String> erased = new ArrayList<>();
        for (int life = 0; life < 10; life++) {
            List<String> said = KilledProcess.said(1 + random.nextInt(50), ErasingVictim.class, folder, life);
            try (DecisionMakers makers = DecisionMakers.open(folder, FamilyVictim.RULES, 5)) {
                List<String> names = makers.names();
                for (String line : said) {
                    String name = line.substring(line.indexOf(' ') + 1);
                    if (line.startsWith("erased ") || !names.contains(name)) {
                        erased.add(name);
                    } else if (!said.contains("erased " + name)) {
                        long whole = makers.with(
                                name, maker -> maker.state().counts().learned());
                        assertThat(whole).isEqualTo(2);
                    }
                }
            }
            assertThat(erased).isNotEmpty();
            String files = FolderBytes.of(folder);
            assertThat(erased).noneMatch(files::contains);
            FamilyCheck check = FamilyCheck.of(folder, FamilyVictim.RULES);
            assertThat(check.differences()).isEmpty();
            assertThat(check.clean()).isTrue();
        }
    }
}
