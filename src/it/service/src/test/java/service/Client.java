package service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kelvin.json.Json;

/** A client of the service. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    Client(int port) {
        address = "http://localhost:" + port;
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        return http.send(request.uri(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Returns the answer to the decision of an id, which must be good; what is seen follows from the id. */
    String decide(String id) throws IOException, InterruptedException {
        List<Double> features = List.of(Math.floorMod(id.hashCode(), 8) / 8.0, 1.0);
        return good(post("/decisions", Json.canonical(Map.of("id", id, "features", features))));
    }

    /** Returns the answer to a reward, which must be good. */
    String reward(String id, double value) throws IOException, InterruptedException {
        return good(post("/rewards", Json.canonical(Map.of("id", id, "value", value))));
    }

    private static String good(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
