package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths of lines in relative coordinates. */
class PathDataTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            M0 360 L2.9 356.1 L5.7 353.5             | M0 360l2.9-3.9 2.8-2.6
            M10 20 L10 20.5 L10.5 20.5               | M10 20l0 .5 .5 0
            M1 1 L2 1 L2 2 Z M5 5 L4.8 5             | M1 1l1 0 0 1zM5 5l-.2 0
            M1 1 L3 1 Z L1 2                         | M1 1l2 0zl0 1
            M0.1 0.2 L0.3 0.3                        | M.1 .2l.2 .1
            M100 1000 L200 1000                      | M100 1000l100 0
            M0 0 Q1 1 2 2 L3 3                       | M0 0 Q1 1 2 2 L3 3
            M1e-7 0 L3 3                             | M1e-7 0 L3 3
            """)
    void pointsStayWhereTheyAre(String path, String relative) {
        assertThat(PathData.relative("<path stroke=\"none\" d=\"" + path + "\"/>"))
                .isEqualTo("<path stroke=\"none\" d=\"" + relative + "\"/>");
    }
}
