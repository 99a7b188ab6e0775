package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kelvin.contract.Slate;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.learner.slate.SlateLearner;
import kelvin.random.Seed;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The contract of every learner whose state can be saved: a fresh player that loads it plays on beside the one that was saved, with the
 * same bits, late rewards of decisions from before included.
 */
public interface ResumableContract extends SpecContract {
    /** Returns true unless players refuse to be saved and say why. */
    default boolean resumable() {
        return true;
    }

    @Test
    default void aLoadedPlayerPlaysOnWithTheSameBits() {
        specs().forEach(spec -> {
            if (resumable()) {
                new SideBySide(spec, 4, state -> state).play(60, 0, 2, 17, 29);
            } else {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> JsonState.save(Players.create(spec, 4, 1000, Players.random(1))))
                        .extracting(Throwable::getMessage)
                        .asString()
                        .isNotBlank();
            }
        });
    }

    /** A decision takes some ten characters of a saved state; told that no reward of it will come, a player keeps none. */
    @Test
    default void decisionsWhoseRewardsAreLostAreForgotten() {
        specs().filter(spec -> resumable()).forEach(spec -> {
            Learner player = Players.create(spec, 4, 1000, Players.random(1));
            int length = lose(player, 1, 40);
            assertThat(lose(player, 41, 140)).as("%s", spec).isLessThan(length + 200);
        });
    }

    private static int lose(Learner player, long from, long to) {
        for (long step = from; step <= to; step++) {
            if (player instanceof SlateLearner several) {
                several.select(step, new Slate(4));
            } else {
                player.select(step);
            }
            player.forget(step);
        }
        return Json.canonical(JsonState.save(player)).length();
    }

    @Test
    @Tag("long")
    default void playersLoadedNowAndThenPlayOnWithTheSameBits() {
        specs().filter(spec -> resumable())
                .forEach(spec -> new SideBySide(spec, 4, state -> state).play(160, 1, 60, 120));
    }

    /** Players of one description that see and learn the same and must do the same. */
    final class SideBySide {
        private final LearnerSpec spec;
        private final int actions;
        private final UnaryOperator<Map<String, Object>> passing;
        private final List<Learner> players = new ArrayList<>();
        private final List<RestorableUniformRandomProvider> streams = new ArrayList<>();
        private final List<Answer> waiting = new ArrayList<>();

        /**
         * Starts with the player that is going to be saved, and one that never is.
         *
         * @param passing makes the state that is loaded from the one that was saved
         */
        public SideBySide(LearnerSpec spec, int actions, UnaryOperator<Map<String, Object>> passing) {
            this.spec = spec;
            this.actions = actions;
            this.passing = passing;
            enter(1);
            enter(1);
        }

        private Learner enter(long seed) {
            RestorableUniformRandomProvider stream =
                    (RestorableUniformRandomProvider) Seed.of(seed).generator();
            Learner player = Players.create(spec, actions, 1000, stream);
            players.add(player);
            streams.add(stream);
            return player;
        }

        /** A fresh player loads what the first one is, and joins in. */
        private void load() {
            String text = Json.canonical(passing.apply(JsonState.save(players.get(0))));
            JsonState.load("player", Json.parse(text), enter(2));
            streams.get(players.size() - 1).restoreState(streams.get(0).saveState());
        }

        /**
         * Plays steps. After each of some of them another player loads the state, and one more between the decision and the rewards of
         * the step after the first of these, and before the decision of the step after the last.
         */
        public void play(int steps, int... saved) {
            for (int step = 1; step <= steps; step++) {
                int last = step - 1;
                boolean now = Arrays.stream(saved).anyMatch(each -> each == last);
                if (now) {
                    load();
                }
                if (spec.closableArms() && step % 11 == 0) {
                    BitSet open = new BitSet();
                    int shift = step;
                    IntStream.range(0, actions)
                            .filter(action -> (action + shift) % 3 > 0)
                            .forEach(open::set);
                    players.forEach(player -> player.open(open));
                }
                if (now || step % 3 == 0) {
                    compare(step);
                }
                if (last == saved[saved.length - 1]) {
                    load();
                }
                waiting.add(answer(step));
                if (last == saved[0]) {
                    load();
                }
                if (now || step % 6 == 0) {
                    compare(step);
                }
                teach(step);
            }
            List<String> states = players.stream()
                    .map(player -> Json.canonical(JsonState.save(player)))
                    .distinct()
                    .toList();
            assertThat(states).as("%s", spec).hasSize(1);
        }

        private void compare(long step) {
            String expected = seen(players.get(0), step);
            for (int i = 1; i < players.size(); i++) {
                assertThat(seen(players.get(i), step))
                        .as("%s, step %d, player %d", spec, step, i)
                        .isEqualTo(expected);
            }
        }

        /** Returns all that can be seen of a player, every bit of it. */
        private String seen(Learner player, long step) {
            double[] probabilities = new double[actions];
            double[] values = new double[actions];
            boolean several = player instanceof SlateLearner slates && slates.inclusion(step, probabilities);
            boolean one = !(player instanceof SlateLearner) && player.probabilities(step, probabilities);
            boolean estimates = player.values(step, values);
            return several + " " + one + Arrays.toString(probabilities) + estimates + Arrays.toString(values)
                    + player.temperature(step)
                    + (player instanceof Recommender confident ? confident.recommendation() : "");
        }

        private Answer answer(long step) {
            List<Answer> answers = new ArrayList<>();
            for (Learner player : players) {
                Slate slate = new Slate(actions);
                if (player instanceof SlateLearner several) {
                    several.select(step, slate);
                } else {
                    slate.add(player.select(step));
                }
                answers.add(new Answer(step, slate));
            }
            List<String> distinct =
                    answers.stream().map(Answer::text).distinct().toList();
            assertThat(distinct).as("%s, step %d", spec, step).hasSize(1);
            return answers.get(0);
        }

        /** Rewards come up to nine steps late, some never, of which the players are told every other time. */
        private void teach(long now) {
            List<Answer> due =
                    waiting.stream().filter(each -> each.due() <= now).toList();
            waiting.removeAll(due);
            for (Answer each : due) {
                if (each.step % 13 > 0) {
                    each.show(actions);
                    players.forEach(player -> each.teach(player, actions));
                } else if (each.step % 2 == 0) {
                    players.forEach(player -> player.forget(each.step));
                }
            }
        }
    }

    /** The choice at a step. */
    record Answer(long step, Slate slate) {
        long due() {
            return step + step * 7 % 10;
        }

        String text() {
            int[] chosen = new int[slate.size()];
            Arrays.setAll(chosen, slate::action);
            return Arrays.toString(chosen);
        }

        private double reward(int action) {
            return (step * 5 + action * 3L) % 4 < 2 ? 1 : 0;
        }

        /** Shows the rewards up to the first that pays. */
        void show(int actions) {
            double paid = 0;
            for (int place = 0; place < slate.size() && paid == 0; place++) {
                paid = reward(slate.action(place));
                slate.see(paid);
            }
            slate.pay(paid);
        }

        void teach(Learner player, int actions) {
            if (player instanceof SlateLearner several) {
                several.observe(step, slate.copy());
            } else if (player instanceof FullInformation student) {
                double[] rewards = new double[actions];
                Arrays.setAll(rewards, this::reward);
                student.observeAll(step, rewards);
            } else {
                player.observe(step, slate.action(0), slate.reward(0));
            }
        }
    }
}
