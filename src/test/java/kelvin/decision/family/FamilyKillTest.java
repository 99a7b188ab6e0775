package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kelvin.decision.KilledProcess;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family whose program is killed again and again, by {@code kill -9} at any moment, has all that was said to be safe. */
class FamilyKillTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void tenKillsLoseNothing() throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        UniformRandomProvider random = Seed.of(1).generator();
        for (int life = 0; life < 10; life++) {
            said.addAll(KilledProcess.said(1 + random.nextInt(90), FamilyVictim.class, folder, life));
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                all.append(Files.readString(file));
            }
        }
        String journals = all.toString();
        for (String line : said) {
            String[] parts = line.split(";", -1);
            assertThat(journals).contains("{\"decision\":\"" + parts[1] + "\",\"step\":" + parts[2] + ",");
            assertThat(journals).contains("{\"reward\":\"" + parts[1] + "\",\"value\":1.0,");
        }
        FamilyCheck check = FamilyCheck.of(folder, FamilyVictim.RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.drawn()).isGreaterThanOrEqualTo(said.size());
        long decisions = 0;
        try (DecisionMakers makers = DecisionMakers.open(folder, FamilyVictim.RULES, 5)) {
            for (String name : makers.names()) {
                decisions += makers.with(name, maker -> maker.state().decisions());
            }
        }
        assertThat(decisions).isEqualTo(check.drawn());
    }
}
