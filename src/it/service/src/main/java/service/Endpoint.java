package service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers the requests of one path, and turns what goes wrong into a status and a message. */
final class Endpoint implements HttpHandler {
    private static final int MAX_REQUEST_BYTES = 1 << 16;

    private final String method;
    private final String path;
    private final Task task;

    /** Answers a request. */
    @FunctionalInterface
    interface Task {
        /** Returns the answer; an IllegalArgumentException means a bad request, an IOException that the disk refused. */
        Answer to(Fields request) throws IOException;
    }

    Endpoint(String method, String path, Task task) {
        this.method = method;
        this.path = path;
        this.task = task;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath();
        if (!asked.equals(path)) { // the server passes on whatever begins with the path
            return Answer.error(404, "found " + asked + ", must be " + path);
        }
        if (!exchange.getRequestMethod().equals(method)) {
            return Answer.error(405, "found " + exchange.getRequestMethod() + ", must be " + method);
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES + 1);
        if (body.length > MAX_REQUEST_BYTES) {
            return Answer.error(413, "found a request above " + MAX_REQUEST_BYTES + " bytes");
        }
        try {
            return task.to(Fields.of(new String(body, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Answer.error(400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return Answer.error(503, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Answer.error(503, "not written, ask again: " + e.getMessage());
        }
    }
}
