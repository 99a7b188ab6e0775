package kelvin.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ProgressBarTest {
    private static final long SECOND = 1_000_000_000;

    private static final Colours PLAIN = new Colours(Ansi.OFF);

    private final AtomicLong clock = new AtomicLong();
    private final StringWriter shown = new StringWriter();
    private final ProgressBar bar = new ProgressBar(1000, "decisions", true, PLAIN, new PrintWriter(shown), clock::get);

    @Test
    void aShortRunShowsNothing() {
        clock.set(SECOND - 1);
        bar.accept(1000);
        bar.close();
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void rateAndTimeLeftAreShown() {
        clock.set(5 * SECOND);
        bar.accept(500);
        assertThat(shown.toString()).endsWith("[===============               ] 50 %  100 decisions/s  0:05 left");
    }

    /** Of 1000 an earlier run made 600: 200 in 5 s are 40 per second, and 200 are left. */
    @Test
    void whatWasFoundDoneMovesTheBarButIsNoSpeed() {
        bar.found(600);
        clock.set(5 * SECOND);
        bar.accept(200);
        assertThat(shown.toString()).endsWith("[========================      ] 80 %  40 decisions/s  0:05 left");
    }

    @Test
    void moreThanTheMostIsStillABar() {
        ProgressBar open = new ProgressBar(1000, "episodes", false, PLAIN, new PrintWriter(shown), clock::get);
        clock.set(5 * SECOND);
        open.accept(1250);
        assertThat(shown.toString())
                .endsWith("[==============================] 100 %  250 episodes/s  at most 0:00 left");
    }

    @Test
    void theLineIsDrawnAtMostTenTimesASecondAndWipedAtTheEnd() {
        clock.set(2 * SECOND);
        bar.accept(10);
        String first = shown.toString();
        bar.accept(10);
        assertThat(shown.toString()).isEqualTo(first);
        bar.close();
        assertThat(shown.toString()).endsWith("\r").hasSizeGreaterThan(first.length());
    }

    @Test
    void nothingIsDrawnOnceItIsClosed() {
        bar.close();
        clock.set(2 * SECOND);
        bar.accept(10);
        assertThat(shown.toString()).isEmpty();
    }
}
