package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.function.Function;
import kelvin.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonMembersTest {
    private static final JsonMembers MEMBERS = of("{\"text\":\"a\",\"whole\":7,\"real\":0.5,\"none\":null,\"yes\":true,"
            + "\"no\":false,\"object\":{\"b\":1},\"actions\":[0,3],\"reals\":[0.5,null],\"mixed\":[0.5,1]}");

    private static JsonMembers of(String json) {
        return JsonMembers.of(Json.parse(json));
    }

    private static void refused(String message, Function<JsonMembers, @Nullable Object> member) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> member.apply(MEMBERS))
                .withMessage(message);
    }

    @Test
    void eachMemberHasItsKind() {
        assertThat(MEMBERS.text("text")).isEqualTo("a");
        assertThat(MEMBERS.whole("whole")).isEqualTo(7);
        assertThat(MEMBERS.real("real")).isEqualTo(0.5);
        assertThat(MEMBERS.truth("yes")).isTrue();
        assertThat(MEMBERS.truth("no")).isFalse();
        assertThat(MEMBERS.fields("object").whole("b")).isEqualTo(1);
        assertThat(MEMBERS.list("mixed")).containsExactly(0.5, 1L);
        assertThat(MEMBERS.named())
                .containsEntry("text", "a")
                .containsEntry("none", null)
                .hasSize(10);
        assertThat(MEMBERS.has("none")).isTrue();
        assertThat(MEMBERS.has("other")).isFalse();
    }

    @Test
    void membersOfAnotherKindAreRefused() {
        refused("whole: found 7, must be text", members -> members.text("whole"));
        refused("real: found 0.5, must be a whole number", members -> members.whole("real"));
        refused("whole: found 7, must be a number with a point", members -> members.real("whole"));
        refused("text: found a, must be true or false", members -> members.truth("text"));
        refused("text: found a, must be an object {…}", members -> members.fields("text"));
        refused("text: found a, must be a list", members -> members.list("text"));
        refused("other: found null, must be text", members -> members.text("other"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("[1]"))
                .withMessage("found [1], must be an object {…}");
    }

    @Test
    void aMissingNumberIsNotNull() {
        assertThat(MEMBERS.realOrNaN("none")).isNaN();
        assertThat(MEMBERS.realOrNaN("real")).isEqualTo(0.5);
        refused("other: found null, must be a number with a point", members -> members.realOrNaN("other"));
    }

    @Test
    void actionsAreASet() {
        assertThat(MEMBERS.actions("actions")).isEqualTo(BitSet.valueOf(new long[] {0b1001}));
        assertThat(MEMBERS.actions("other")).isNull();
        refused("mixed: found 0.5, must be an action", members -> members.actions("mixed"));
        refused("reals: found null, must be a list without null", members -> members.actions("reals"));
        for (String wrong : new String[] {"-1", "2147483648"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of("{\"a\":[" + wrong + "]}").actions("a"))
                    .withMessage("a: found " + wrong + ", must be an action");
        }
    }

    @Test
    void nullStandsForMinusInfinityAmongNumbers() {
        assertThat(MEMBERS.reals("reals")).containsExactly(0.5, Double.NEGATIVE_INFINITY);
        assertThat(MEMBERS.reals("other")).isNull();
        refused("mixed: found 1, must be numbers with a point, or null", members -> members.reals("mixed"));
    }
}
