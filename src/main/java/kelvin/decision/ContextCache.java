package kelvin.decision;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision makers in memory, each in the place of its context, least recently used first. The monitor guards all places and is
 * held for moments only: a place moves while its decision maker is opened or let go, and who wants that one waits.
 */
final class ContextCache implements Closeable {
    private final int wanted;
    private final Opening opening;
    private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true);
    private int leaving;
    private boolean closed;

    /** Opens the decision maker of a context. */
    @FunctionalInterface
    interface Opening {
        DecisionMaker of(String context) throws IOException;
    }

    /** What is done with one place after the other. */
    @FunctionalInterface
    private interface Task {
        void with(Place place) throws IOException;
    }

    /** The place of one context. Nobody but its users changes whether it moves and what stands there. */
    private static final class Place {
        private final String context;
        private int users;
        private boolean moves;
        private @Nullable DecisionMaker maker;

        Place(String context) {
            this.context = context;
        }
    }

    ContextCache(int wanted, Opening opening) {
        this.wanted = wanted;
        this.opening = opening;
    }

    <T> T with(String context, DecisionMakers.Use<T> use) throws IOException {
        Place place = take(context);
        try {
            DecisionMaker known = presentOrMine(place);
            return use.of(known == null ? open(place) : known);
        } finally {
            giveBack(place);
        }
    }

    synchronized int taken() {
        requireOpen();
        return places.size();
    }

    void commit() throws IOException {
        forEach(allOpen(), this::commit);
    }

    @Override
    public void close() throws IOException {
        forEach(allClosed(), place -> {
            DecisionMaker last = takeOut(place);
            if (last != null) {
                last.close();
            }
        });
    }

    private static void forEach(List<Place> all, Task task) throws IOException {
        IOException failed = null;
        for (Place place : all) {
            try {
                task.with(place);
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void commit(Place place) throws IOException {
        DecisionMaker maker = use(place);
        try {
            if (maker != null) {
                maker.commit();
            }
        } finally {
            giveBack(place);
        }
    }

    private DecisionMaker open(Place place) throws IOException {
        DecisionMaker opened = null;
        try {
            makeRoom();
            opened = opening.of(place.context);
            return opened;
        } finally {
            settle(place, opened);
        }
    }

    /** Lets the least recently used go until no more are left than wanted, passing over those in use. */
    private void makeRoom() throws IOException {
        for (Place oldest = leaver(); oldest != null; oldest = leaver()) {
            DecisionMaker stays = oldest.maker;
            try {
                if (stays != null) {
                    stays.commit(); // where the disk refuses it stays
                    DecisionMaker goes = stays;
                    stays = null;
                    goes.close();
                }
            } finally {
                left(oldest, stays);
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this family of decision makers has been closed");
        }
    }

    private synchronized List<Place> allOpen() {
        requireOpen();
        return List.copyOf(places.values());
    }

    private synchronized List<Place> allClosed() {
        closed = true;
        return List.copyOf(places.values());
    }

    private synchronized Place take(String context) {
        requireOpen();
        Place place = places.computeIfAbsent(context, Place::new);
        place.users++;
        return place;
    }

    private synchronized void giveBack(Place place) {
        place.users--;
        if (place.users == 0 && place.maker == null) {
            places.remove(place.context, place);
        }
    }

    /** The decision maker of a place that is in use from now on; null if there is none. */
    private synchronized @Nullable DecisionMaker use(Place place) {
        place.users++;
        await(place);
        return place.maker;
    }

    /** The decision maker of a place; null if it is the caller's to open. */
    private synchronized @Nullable DecisionMaker presentOrMine(Place place) {
        await(place);
        requireOpen();
        place.moves = place.maker == null;
        return place.maker;
    }

    private synchronized @Nullable DecisionMaker takeOut(Place place) {
        await(place);
        DecisionMaker last = place.maker;
        place.maker = null;
        return last;
    }

    private synchronized @Nullable Place leaver() {
        if (places.size() - leaving > wanted) {
            for (Place place : places.values()) {
                if (place.users == 0) {
                    place.users++;
                    place.moves = true;
                    leaving++;
                    return place;
                }
            }
        }
        return null;
    }

    private synchronized void left(Place place, @Nullable DecisionMaker stays) {
        leaving--;
        settle(place, stays);
        giveBack(place);
    }

    private synchronized void settle(Place place, @Nullable DecisionMaker maker) {
        place.maker = maker;
        place.moves = false;
        notifyAll();
    }

    private synchronized void await(Place place) {
        boolean interrupted = false;
        while (place.moves) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
