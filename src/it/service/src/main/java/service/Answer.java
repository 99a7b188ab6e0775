package service;

import java.util.Map;
import kelvin.json.Json;

/**
 * An answer to a request.
 *
 * @param status the HTTP status
 * @param type the type of its content
 * @param text its content
 */
record Answer(int status, String type, String text) {
    static Answer json(int status, Map<String, ?> members) {
        return new Answer(status, "application/json", Json.canonical(members));
    }

    static Answer error(int status, String message) {
        return json(status, Map.of("error", message));
    }
}
