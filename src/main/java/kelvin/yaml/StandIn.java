package kelvin.yaml;

import kelvin.agent.AgentSpec;
import kelvin.simulation.Episodes;
import kelvin.simulation.Walker;
import kelvin.world.World;

/** An agent in place of a learner, a world in place of a testbed. */
final class StandIn {
    private StandIn() {}

    /** What a named record means where it was written. */
    static Object of(Object named, SourceLocation place) {
        if (named instanceof AgentSpec agent) {
            return new Walker(agent);
        }
        if (!(named instanceof World world)) {
            return named;
        }
        try {
            return new Episodes(world);
        } catch (IllegalArgumentException e) {
            throw place.error(RecordFactory.say(e));
        }
    }

    /** What was written. */
    static Object written(Object value) {
        if (value instanceof Walker walker) {
            return walker.agent();
        }
        return value instanceof Episodes episodes ? episodes.world() : value;
    }
}
