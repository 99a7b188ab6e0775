package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import kelvin.chart.style.ChartOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChartStyleOptionsTest {
    /** The command line has every key of chart: in a file, by the same name with hyphens. */
    @Test
    void everyKeyOfChartsIsAnOption() {
        assertThat(new CommandLine(new ChartCommand()).getCommandSpec().optionsMap())
                .containsKeys(Stream.of(ChartOptions.class.getRecordComponents())
                        .map(key -> "--"
                                + key.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }
}
