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
     * listens. If the folder or the address cannot be had, it says why and ends with status 1.
     *
     * @param args the folder of the decision maker, and the port; 0 for any that is free
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else an answer may wait 40 ms for an acknowledgement
        SquareCb learner = new SquareCb(new Ridge(1, Layout.DISJOINT, 1), 10);
        Settings settings = new Settings(learner, 3, new Features(2, 0), Seed.of(1));
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Service service = Service.start(folder(args), settings.control(new Uniform(), 0.1), address(args));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(service, ended)));
            System.out.println("listening on port " + service.port());
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        ended.await();
    }

    private static Path folder(String[] args) {
        if (args.length != 2) {
            throw new IllegalArgumentException("found " + args.length + " arguments, must be a folder and a port: decisions 8080");
        }
        return Path.of(args[0]);
    }

    private static InetSocketAddress address(String[] args) {
        if (!args[1].matches("[0-9]{1,5}") || Integer.parseInt(args[1]) > 65535) {
            throw new IllegalArgumentException("port: found " + args[1] + ", must be a number from 0 to 65535");
        }
        return new InetSocketAddress(System.getenv().getOrDefault("ADDRESS", "localhost"), Integer.parseInt(args[1]));
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
