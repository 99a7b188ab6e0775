package kelvin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {
    private static Terminal terminal(String columns, Map<String, String> environment) {
        Map<String, String> said =
                Map.of("kelvin.terminal", "true", "kelvin.blocks", "true", "kelvin.columns", columns);
        return Terminal.of(said::get, environment);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "xterm, -,  -,  -, true",
                "dumb,  -,  -,  -, false",
                "xterm, 1,  -,  -, false",
                "xterm, '', -,  -, true",
                "xterm, -,  0,  -, false",
                "xterm, -,  1,  -, true",
                "dumb,  -,  0,  1, true",
                "xterm, 1,  1,  1, false"
            })
    void theEnvironmentRefusesAndForcesColours(
            String term, String noColor, String cliColor, String force, boolean coloured) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TERM", term);
        environment.put("NO_COLOR", noColor);
        environment.put("CLICOLOR", cliColor);
        environment.put("CLICOLOR_FORCE", force);
        environment.values().removeIf(Objects::isNull);
        assertThat(terminal("80", environment))
                .returns(coloured ? Ansi.ON : Ansi.OFF, Terminal::out)
                .returns(coloured ? Ansi.ON : Ansi.OFF, Terminal::err);
    }

    @Test
    void aPipeHasNoColoursThoughTheErrorsBesideItMay() {
        assertThat(terminal("", Map.of("TERM", "xterm")))
                .returns(Ansi.OFF, Terminal::out)
                .returns(Ansi.ON, Terminal::err)
                .returns(100, Terminal::columns);
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "200, 200", "20, 60", "0, 100", "wide, 100"})
    void theWidthIsThatOfTheTerminal(String said, int columns) {
        assertThat(terminal(said, Map.of()).columns()).isEqualTo(columns);
    }

    @Test
    void aProgramWithoutTheLauncherDrawsNoBar() {
        Map<String, String> nothing = Map.of();
        assertThat(Terminal.of(nothing::get, nothing))
                .returns(false, Terminal::bar)
                .returns(Ansi.OFF, Terminal::err);
    }

    @Test
    void coloursLeaveTheWordsAsTheyAre() {
        assertThat(new Colours(Ansi.OFF).error("kelvin:")).isEqualTo("kelvin:");
        assertThat(new Colours(Ansi.ON).error("kelvin:"))
                .startsWith("\u001b[")
                .contains("kelvin:")
                .endsWith("m");
        assertThat(new Colours(Ansi.ON).bars("a ██▍ b"))
                .startsWith("a \u001b[36m██▍\u001b[")
                .endsWith(" b");
    }
}
