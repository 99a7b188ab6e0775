package service;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kelvin.decision.Decision;
import kelvin.decision.DecisionHealth;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Request;
import kelvin.decision.RewardOutcome;
import kelvin.decision.Settings;
import kelvin.model.Context;

/**
 * Decides over HTTP, and answers nothing before it is on disk.
 *
 * <pre>
 *   POST /decisions  {"id": "visit 17", "features": [0.3, 1]}    200 {"id": "visit 17", "action": 2, "propensity": 0.61, …}
 *   POST /rewards    {"id": "visit 17", "value": 1.0}            200 {"outcome": "learned"}; a value from 0 to 1
 *   POST /stop       {"action": 0}                               every decision is the action 0 until /release
 *   POST /release                                                decisions are drawn again
 *   GET  /health                                                 200, or 503 while the disk refuses
 *   GET  /metrics                                                the text that Prometheus reads
 * </pre>
 *
 * <p>A request that cannot be understood gets 400; one that could not be written 503. It may then be sent again: the same id gives the
 * same decision, and a reward is learned once.
 */
public final class Service implements Closeable {
    private static final int THREADS = 32;
    private static final int SECONDS_TO_FINISH = 1;

    private final DecisionMaker maker;
    private final int arms;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private Service(DecisionMaker maker, int arms, HttpServer server) {
        this.maker = maker;
        this.arms = arms;
        this.server = server;
    }

    /**
     * Starts the service.
     *
     * @param folder where the decision maker keeps its journal
     * @param settings what it goes by
     * @param address where it listens; port 0 for any that is free
     * @return the running service
     * @throws IOException if the folder or the address is in use, or cannot be had
     */
    public static Service start(Path folder, Settings settings, InetSocketAddress address) throws IOException {
        DecisionMaker maker = DecisionMaker.open(folder, settings);
        try {
            HttpServer server = HttpServer.create(address, 0);
            Service service = new Service(maker, settings.arms(), server);
            service.serve();
            return service;
        } catch (IOException e) {
            maker.close();
            throw new IOException(address + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            maker.close();
            throw e;
        }
    }

    private void serve() {
        new DecisionMetrics(maker).bindTo(registry);
        serve("POST", "/decisions", this::decide);
        serve("POST", "/rewards", this::reward);
        serve("POST", "/stop", this::stop);
        serve("POST", "/release", request -> release());
        serve("GET", "/health", request -> health());
        serve("GET", "/metrics", request -> new Answer(200, "text/plain; version=0.0.4", registry.scrape()));
        server.setExecutor(threads);
        server.start();
    }

    private void serve(String method, String path, Endpoint.Task task) {
        server.createContext(path, new Endpoint(method, path, task));
    }

    private Answer decide(Fields request) throws IOException {
        Context visitor = Context.of(arms, request.numbers("features"));
        Decision decision = maker.decide(Request.of(request.text("id")).context(visitor));
        maker.commit();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", decision.id());
        answer.put("action", (long) decision.action());
        answer.put("propensity", decision.propensity());
        answer.put("step", decision.step());
        answer.put("group", decision.group().name().toLowerCase(Locale.ROOT));
        return Answer.json(200, answer);
    }

    private Answer reward(Fields request) throws IOException {
        double value = request.number("value");
        if (value < 0 || value > 1) { // one that is far off would spoil the estimates for good
            throw new IllegalArgumentException("value: found " + value + ", must be from 0 to 1");
        }
        RewardOutcome outcome = maker.reward(request.text("id"), value);
        maker.commit();
        return Answer.json(200, Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    }

    private Answer stop(Fields request) throws IOException {
        int baseline = request.whole("action");
        maker.guards().stop(baseline);
        maker.commit();
        return Answer.json(200, Map.of("stopped", (long) baseline));
    }

    private Answer release() throws IOException {
        maker.guards().release();
        maker.commit();
        return Answer.json(200, Map.of("released", true));
    }

    private Answer health() {
        DecisionHealth health = maker.health();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("healthy", health.healthy());
        answer.put("decisions", health.decisions());
        answer.put("learned", health.counts().learned());
        answer.put("pending", (long) health.pending());
        answer.put("journalBytes", health.journalBytes());
        if (health.lastFailure() != null) {
            answer.put("lastFailure", health.lastFailure());
        }
        return Answer.json(health.healthy() ? 200 : 503, answer);
    }

    /**
     * Returns the port.
     *
     * @return the port that it listens on
     */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Stops: takes no more requests, finishes those that have begun, and closes the decision maker.
     *
     * @throws IOException if the disk refuses what is left
     */
    @Override
    public void close() throws IOException {
        server.stop(SECONDS_TO_FINISH);
        threads.shutdown();
        maker.close();
    }
}
