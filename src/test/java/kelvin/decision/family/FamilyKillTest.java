package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family whose program is killed again and again, by {@code kill -9} at any moment, has all that was said to be safe. */
class FamilyKillTest {
    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    private void kill(int life, int afterLines) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FamilyVictim.class.getName(),
                        folder.toString(),
                        String.valueOf(life))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            int lines = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (++lines == afterLines) {
                    victim.toHandle().destroyForcibly();
                }
            }
            assertThat(lines).as("%s", said).isGreaterThanOrEqualTo(afterLines);
        }
        assertThat(victim.waitFor()).isNotZero();
    }

    @Test
    @Tag("long")
    void tenKillsLoseNothing() throws IOException, InterruptedException {
        UniformRandomProvider random = Seed.of(1).generator();
        for (int life = 0; life < 10; life++) {
            kill(life, 1 + random.nextInt(90));
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
