package service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import kelvin.decision.Settings;
import kelvin.learner.contextual.SquareCb;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Uniform;
import kelvin.random.Seed;

/** Runs the service until the process is asked to end. */
public final class Main {
    private Main() {}

    /**
     * Starts the service on the address that the variable {@code ADDRESS} gives, localhost without one, and prints the port once it
     * listens.
     *
     * @param args the folder of the decision maker, and the port; 0 for any that is free
     * @throws Exception if the folder or the address cannot be had
     */
    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else an answer may wait 40 ms for an acknowledgement
        SquareCb learner = new SquareCb(new Ridge(1, Layout.DISJOINT, 1), 10);
        Settings settings = new Settings(learner, 3, new Features(2, 0), Seed.of(1));
        String host = System.getenv().getOrDefault("ADDRESS", "localhost");
        InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(args[1]));
        Service service = Service.start(Path.of(args[0]), settings.control(new Uniform(), 0.1), address);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(service, ended)));
        System.out.println("listening on port " + service.port());
        ended.await();
    }

    private static void close(Service service, CountDownLatch ended) {
        try {
            service.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        } finally {
            ended.countDown();
        }
    }
}
