package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;

/** Records that refuse their values, in words of their own or in none. */
class RecordFactoryTest {
    /** Throws what its number says. */
    public record Refusing(int how) {
        public Refusing {
            switch (how) {
                case 1 -> throw new InvalidValue("how", how, "another number");
                case 2 -> throw new InvalidValue("other", how, "another number");
                case 3 -> throw new IllegalArgumentException("no such way");
                case 4 -> throw new IllegalStateException();
                case 5 -> throw new OutOfMemoryError("none left");
                case 6 -> throw new NoClassDefFoundError("acme/Part");
                default -> {}
            }
        }
    }

    private static Refusing make(int how) {
        YamlMapping fields = YamlMapping.of(YamlDocument.root("x", "\nhow: " + how));
        return RecordFactory.of(Refusing.class, fields, how);
    }

    @Test
    void aRecordIsMadeOfItsValues() {
        assertThat(make(0)).isEqualTo(new Refusing(0));
    }

    @Test
    void whatIsRefusedIsSaidAtItsKey() {
        assertThatThrownBy(() -> make(1))
                .isInstanceOf(BadInput.class)
                .hasMessage("x:2: how: found 1, must be another number");
        assertThatThrownBy(() -> make(2)).hasMessage("x:1: other = 2, must be another number");
        assertThatThrownBy(() -> make(3)).hasMessage("x:1: no such way");
        assertThatThrownBy(() -> make(4)).hasMessage("x:1: it failed without a message");
    }

    /** An error of the machine is no mistake in the input; one of a missing class is. */
    @Test
    void errorsOfTheMachineAreNotReportedAsInput() {
        assertThatThrownBy(() -> make(5)).isInstanceOf(OutOfMemoryError.class).hasMessage("none left");
        assertThatThrownBy(() -> make(6))
                .isInstanceOf(BadInput.class)
                .hasMessage("x:1: it needs a class that is not there, acme/Part");
    }

    @Test
    void anotherVersionOfKelvinIsNamedAsTheReason() {
        assertThat(RecordFactory.say(new NoSuchMethodError("kelvin.policy.Policy.old()")))
                .isEqualTo("it was compiled for another version of Kelvin: kelvin.policy.Policy.old()");
        assertThat(RecordFactory.say(new ClassNotFoundException("acme.Part")))
                .isEqualTo("it needs a class that is not there, acme.Part");
    }

    /** A user's own class that fails is named, except where it refuses an argument in its own words. */
    @Test
    void aFailureOfAUsersOwnClassIsToldWithItsPlace() {
        StackTraceElement[] own = {new StackTraceElement("--classpath", null, null, "acme.Mine", "of", "Mine.java", 7)};
        RuntimeException failed = new IllegalStateException("stuck");
        failed.setStackTrace(own);
        assertThat(RecordFactory.say(failed))
                .isEqualTo("acme.Mine.of (Mine.java:7) threw IllegalStateException: stuck");
        RuntimeException refused = new IllegalArgumentException("must be 1");
        refused.setStackTrace(own);
        assertThat(RecordFactory.say(refused)).isEqualTo("must be 1");
    }
}
