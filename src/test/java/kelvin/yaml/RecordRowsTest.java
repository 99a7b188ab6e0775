package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.arm.Mixture;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.experiment.Catalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record in place of a list, whose numbers are columns or grids. */
class RecordRowsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        Files.writeString(folder.resolve("ads.csv"), """
                ad,place,p,mean,sd
                red,top,0.25,1,0.5
                blue,top,0.5,2,1
                green,side,0.75,3,2
                """);
        Files.writeString(folder.resolve("bad.csv"), "p\n0.5\n1.5\n\n");
    }

    private Testbed bind(String arms) {
        String source = folder.resolve("x.yaml").toString();
        return new Catalog()
                .binder()
                .bind(
                        Testbed.class,
                        YamlDocument.parse(
                                source, "{FixedTestbed: {arms: " + arms.replace("ads", "file: ads.csv, column") + "}}"),
                        SourceLocation.top(source));
    }

    @Test
    void eachRowOfAColumnGivesAnArm() {
        assertThat(bind("{Bernoulli: {p: {ads: p}}}"))
                .isEqualTo(new FixedTestbed(List.of(new Bernoulli(0.25), new Bernoulli(0.5), new Bernoulli(0.75))));
    }

    @Test
    void columnsGoTogetherRowByRowAndANumberIsTheSameInAll() {
        assertThat(bind("{Gaussian: {mean: {ads: mean}, stdDev: {ads: sd}}}"))
                .isEqualTo(new FixedTestbed(List.of(new Gaussian(1, 0.5), new Gaussian(2, 1), new Gaussian(3, 2))));
        assertThat(bind("{Gaussian: {mean: {ads: mean, where: {place: top}}, stdDev: 4}}"))
                .isEqualTo(new FixedTestbed(List.of(new Gaussian(1, 4), new Gaussian(2, 4))));
    }

    @Test
    void aGridGivesAnArmPerPoint() {
        assertThat(bind("{Bernoulli: {p: {from: 0.25, to: 0.75, points: 3, spacing: linear}}}"))
                .isEqualTo(bind("{Bernoulli: {p: {ads: p}}}"));
    }

    @Test
    void numbersOfInnerRecordsMayBeColumnsToo() {
        assertThat(bind(
                        "{Mixture: {arms: [{Constant: {value: {ads: mean, where: {place: top}}}}, {Constant: {value: 0}}],"
                                + " weights: [1, 1]}}"))
                .isEqualTo(new FixedTestbed(List.of(
                        new Mixture(List.of(new Constant(1), new Constant(0)), List.of(1.0, 1.0)),
                        new Mixture(List.of(new Constant(2), new Constant(0)), List.of(1.0, 1.0)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{Bernoulli: {p: {file: bad.csv, column: p}}} | bad.csv:3: p: found 1.5, must be in [0, 1]",
                "{Bernoulli: {p: {from: 0.5, to: 1.5, points: 3, spacing: linear}}} | x.yaml:1: FixedTestbed.arms.Bernoulli.p: found 1.5, must be in [0, 1]",
                "{Bernoulli: {p: {ads: ad}}} | ads.csv:2: ad: found 'red', must be a finite number, read for FOLDERx.yaml:1",
                "{Bernoulli: {p: {ads: q}}} | x.yaml:1: FixedTestbed.arms.Bernoulli.p.column: found 'q'",
                "{Bernoulli: {p: {file: no.csv, column: p}}} | x.yaml:1: FixedTestbed.arms.Bernoulli.p.file: FOLDERno.csv: there is no such file",
                "{Gaussian: {mean: {ads: mean}, stdDev: {ads: sd, where: {place: top}}}} | x.yaml:1: FixedTestbed.arms: found 3 numbers for mean and 2 numbers for stdDev, must be as many for each",
                "{Bernoulli: {p: 0.5}} | x.yaml:1: FixedTestbed.arms: found a mapping, must be a list of arms, or one whose numbers are columns: {Name: {number: {file: x.csv, column: name}}}",
                "[{Bernoulli: {p: {ads: p}}}] | x.yaml:1: FixedTestbed.arms[0].Bernoulli.p: found a mapping, must be a number; a column gives one per row where its record stands in place of a list, without brackets",
            })
    void whatIsWrongIsSaidWhereItStands(String arms, String message) {
        String there = folder.toString() + folder.getFileSystem().getSeparator();
        assertThatThrownBy(() -> bind(arms))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(there + message.replace("FOLDER", there));
    }
}
