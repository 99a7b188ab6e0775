package service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import kelvin.decision.Settings;
import kelvin.learner.contextual.SquareCb;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTest {
    private static final Settings SETTINGS =
            new Settings(new SquareCb(new Ridge(1, Layout.DISJOINT, 1), 10), 3, new Features(2, 0), Seed.of(1));

    @TempDir
    Path folder;

    private Service start() throws IOException {
        return Service.start(folder, SETTINGS, new InetSocketAddress("localhost", 0));
    }

    @Test
    void theSameIdGivesTheSameDecisionAlsoAfterARestart() throws Exception {
        String first;
        try (Service service = start()) {
            Client client = new Client(service.port());
            first = client.decide("visit 1");
            assertThat(client.decide("visit 1")).isEqualTo(first);
            assertThat(client.reward("visit 1", 1)).isEqualTo("{\"outcome\":\"learned\"}");
        }
        try (Service service = start()) {
            Client client = new Client(service.port());
            assertThat(client.decide("visit 1")).isEqualTo(first).contains("\"propensity\":0.333");
            assertThat(client.reward("visit 1", 1)).isEqualTo("{\"outcome\":\"duplicate\"}");
        }
    }

    @Test
    void healthAndMetricsTellWhatHappened() throws Exception {
        try (Service service = start()) {
            Client client = new Client(service.port());
            client.decide("visit 1");
            client.decide("visit 2");
            client.reward("visit 2", 0.5);
            assertThat(client.get("/health").body()).contains("\"decisions\":2,", "\"healthy\":true", "\"learned\":1");
            assertThat(client.get("/metrics").body())
                    .contains("# HELP kelvin_pending Decisions that wait for their reward")
                    .contains("kelvin_decisions_total 2.0", "kelvin_rewards_total{outcome=\"learned\"} 1.0")
                    .contains("kelvin_choices_total{action=\"");
        }
    }

    @Test
    void aPathThatOnlyBeginsLikeAnotherIsNotFound() throws Exception {
        try (Service service = start()) {
            HttpResponse<String> response = new Client(service.port()).post("/decisions/new", "{}");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEqualTo("{\"error\":\"found /decisions/new, must be /decisions\"}");
        }
    }

    @Test
    void aSecondServiceOnThePortIsRefusedByItsName() throws Exception {
        try (Service service = start()) {
            InetSocketAddress taken = new InetSocketAddress("localhost", service.port());
            assertThatIOException()
                    .isThrownBy(() -> Service.start(folder.resolve("second"), SETTINGS, taken))
                    .withMessage("localhost/127.0.0.1:" + service.port() + ": Address already in use");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "/decisions | {\"id\":7,\"features\":[0,1]} | id: found 7, must be a text",
        "/decisions | {\"id\":\"a\"}                | features: found null, must be a list of numbers",
        "/decisions | {\"id\":\"a\",\"features\":[1]} | feature",
        "/decisions | []                            | found [], must be an object",
        "/decisions | {\"id\"                       | must be",
        "/rewards   | {\"id\":\"a\",\"value\":true} | value: found true, must be a number",
        "/rewards   | {\"id\":\"\",\"value\":1}     | 1 to 256 characters",
        "/rewards   | {\"id\":\"a\",\"value\":1e9}  | value: found 1.0E9, must be from 0 to 1",
        "/stop      | {\"action\":1.5}             | action: found 1.5, must be a whole number",
        "/stop      | {\"action\":3}               | baseline = 3, must be in [0, 2]",
    })
    void whatCannotBeUnderstoodGetsA400ThatSaysWhy(String path, String body, String message) throws Exception {
        try (Service service = start()) {
            HttpResponse<String> response = new Client(service.port()).post(path, body);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains(message);
        }
    }
}
