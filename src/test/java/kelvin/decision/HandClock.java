package kelvin.decision;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that is set by hand. */
final class HandClock implements InstantSource {
    private volatile long millis;

    void set(long newMillis) {
        millis = newMillis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }
}
