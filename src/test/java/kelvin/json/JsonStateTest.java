package kelvin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStateTest {
    /** An object with a field of every type. */
    private static final class Everything implements Resumable {
        private boolean flag;
        private long whole;
        private int place;
        private double real;
        private String text = "";
        private final boolean[] flags = new boolean[2];
        private final int[] places = new int[2];
        private final double[] reals = new double[6];
        private long[] wholeList = new long[0];
        private double[] realList = new double[0];
        private final BitSet open = new BitSet();
        private final Sums part = new Sums();
        private final List<Count> parts = List.of(new Count(), new Count());
        private final List<Count> list = new ArrayList<>();

        @Override
        public void state(StateFields fields) {
            flag = fields.flag("flag", flag);
            whole = fields.whole("whole", whole);
            place = fields.whole("place", place, 0, 3);
            real = fields.real("real", real);
            text = fields.text("text", text);
            fields.flags("flags", flags);
            fields.wholes("places", places, 0, 3);
            fields.reals("reals", reals);
            wholeList = fields.wholeList("wholeList", wholeList);
            realList = fields.realList("realList", realList);
            fields.indices("open", open, 70);
            fields.part("part", part);
            fields.parts("parts", parts);
            fields.list("list", list, Count::new);
        }
    }

    private static final class Sums implements Resumable {
        private long count;
        private final double[] sums = new double[1];
        private final Count model = new Count();

        @Override
        public void state(StateFields fields) {
            count = fields.whole("count", count);
            fields.reals("sums", sums);
            fields.part("model", model);
        }
    }

    private static final class Count implements Resumable {
        private long count;

        @Override
        public void state(StateFields fields) {
            count = fields.whole("count", count);
        }
    }

    private static Everything filled() {
        Everything full = new Everything();
        full.flag = true;
        full.whole = Long.MIN_VALUE;
        full.place = 3;
        full.real = -0.0;
        full.text = "größe \"∞\"";
        full.flags[1] = true;
        full.places[0] = 2;
        double[] reals = {
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            0.1 + 0.2,
            0x1.fffffffffffffp1023
        };
        System.arraycopy(reals, 0, full.reals, 0, reals.length);
        full.wholeList = new long[] {Long.MAX_VALUE, (1L << 53) + 1};
        full.realList = new double[] {1, 2, -0.0};
        full.open.set(0);
        full.open.set(69);
        full.part.count = 4;
        full.parts.get(1).count = 5;
        full.list.add(new Count());
        full.list.add(new Count());
        full.list.get(1).count = 6;
        return full;
    }

    @Test
    void everyFieldComesBackToTheBit() {
        Everything full = filled();
        Everything loaded = new Everything();
        loaded.open.set(5);
        loaded.list.add(new Count());
        JsonState.load("learner", Json.parse(Json.pretty(JsonState.save(full))), loaded);
        assertThat(loaded)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(full);
        assertThat(Double.doubleToLongBits(loaded.real)).isEqualTo(Double.doubleToLongBits(-0.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"flag\":true       | \"flag\":1          | flag: found 1, must be true or false",
                "\"flag\":true,      |                     | flag: found nothing, must be true or false",
                "\"flag\":true       | \"flag\":true,\"a\":{} | a: found an object, must be absent, as this state has no such field",
                "\"place\":3         | \"place\":4         | place: found 4, must be in [0, 3]",
                "\"place\":3         | \"place\":3.0       | place: found 3.0, must be a whole number",
                "\"places\":[2,0]    | \"places\":[2,-1]   | places[1]: found -1, must be in [0, 3]",
                "\"places\":[2,0]    | \"places\":[2]      | places: found 1 items, must be 2 items",
                "\"real\":-0.0       | \"real\":0          | real: found 0, must be a number with a point, \"NaN\", \"Infinity\" or \"-Infinity\"",
                "\"NaN\"             | \"nan\"             | reals[0]: found 'nan', must be a number with a point, \"NaN\", \"Infinity\" or \"-Infinity\"",
                "\"open\":[0,69]     | \"open\":[0,70]     | open[1]: found 70, must be in [0, 70) and there once",
                "\"open\":[0,69]     | \"open\":[1,1]      | open[1]: found 1, must be in [0, 70) and there once",
                "{\"count\":5}       | {\"counts\":5}      | parts[1].count: found nothing, must be a whole number",
                "{\"count\":6}       | 6                   | list[1]: found 6, must be an object {…}",
                "{\"count\":4,        | {\"count\":4,\"b\":true, | part.b: found true, must be absent, as this state has no such field"
            })
    void anErrorNamesThePathOfTheField(String from, String to, String message) {
        String text = Json.canonical(JsonState.save(filled()));
        assertThat(text).contains(from);
        String damaged = text.replace(from, to == null ? "" : to);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> JsonState.load("learner", Json.parse(damaged), new Everything()))
                .withMessage("learner." + message);
    }

    @Test
    void aStateIsAnObject() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> JsonState.load("learner", null, new Everything()))
                .withMessage("learner: found nothing, must be an object {…}");
    }

    @Test
    void twoFieldsOfOneNameAreAMistakeOfTheAuthor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JsonState.save(fields -> {
                    fields.flag("open", true);
                    fields.real("open", 1);
                }))
                .withMessageContaining("open");
    }
}
