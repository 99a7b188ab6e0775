package service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen clients ask a service in a process of its own, which is killed under them: nothing that it acknowledged is lost. */
class LoadTest {
    private static final int CLIENTS = 16;
    private static final int DECISIONS = 5000;

    /** The decisions and rewards that the service has acknowledged, with the time each decision took. */
    private static final class Acknowledged {
        private final Map<String, String> decisions = new ConcurrentHashMap<>();
        private final Set<String> rewards = ConcurrentHashMap.newKeySet();
        private final Map<String, Long> nanoseconds = new ConcurrentHashMap<>();
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch enough = new CountDownLatch(DECISIONS);
    }

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheServiceIsKilledUnderLoad() throws Exception {
        Acknowledged all = new Acknowledged();
        Process process = started();
        int port = port(process);
        long start = System.nanoTime();
        Thread[] clients = clients(port, all);
        all.enough.await();
        tell(all, (System.nanoTime() - start) / 1e9);
        process.destroyForcibly().waitFor();
        for (Thread client : clients) {
            client.join();
        }
        assertThat(all.decisions).hasSizeGreaterThanOrEqualTo(DECISIONS);
        Process again = started();
        try {
            Client client = new Client(port(again));
            for (Map.Entry<String, String> decision : all.decisions.entrySet()) {
                assertThat(client.decide(decision.getKey())).isEqualTo(decision.getValue());
            }
            for (String id : all.rewards) {
                assertThat(client.reward(id, 1)).isEqualTo("{\"outcome\":\"duplicate\"}");
            }
        } finally {
            again.destroy();
            assertThat(again.waitFor()).isEqualTo(143);
        }
    }

    private static void tell(Acknowledged all, double seconds) {
        long[] sorted = all.nanoseconds.values().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%d clients: %.0f requests a second; a decision p50 %.1f ms, p99 %.1f ms%n",
                CLIENTS,
                (all.decisions.size() + all.rewards.size()) / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6);
    }

    private Process started() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "service.Main",
                folder.toString(),
                "0");
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static int port(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        assertThat(line).startsWith("listening on port ");
        return Integer.parseInt(line.substring("listening on port ".length()));
    }

    private static Thread[] clients(int port, Acknowledged all) {
        Thread[] threads = IntStream.range(0, CLIENTS)
                .mapToObj(n -> new Thread(() -> ask(new Client(port), all)))
                .toArray(Thread[]::new);
        Arrays.stream(threads).forEach(Thread::start);
        return threads;
    }

    /** Asks for decisions and rewards them until the service does not answer. */
    private static void ask(Client client, Acknowledged all) {
        try {
            while (true) {
                String id = "visit " + all.next.incrementAndGet();
                long start = System.nanoTime();
                String decision = client.decide(id);
                all.nanoseconds.put(id, System.nanoTime() - start);
                all.decisions.put(id, decision);
                all.enough.countDown();
                client.reward(id, 1);
                all.rewards.add(id);
            }
        } catch (IOException e) {
            // the service has been killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
