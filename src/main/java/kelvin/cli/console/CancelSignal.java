package kelvin.cli.console;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BooleanSupplier;
import kelvin.contract.Stability;

/**
 * Handles Ctrl-C while it is open: the first one cancels the run, the second exits at once.
 *
 * <p>{@code sun.misc.Signal} is the only way to hear of it. It is reached by handles, for the compiler warns of its name and cannot
 * be told not to. Where a Java has none, Ctrl-C ends the program as ever.
 */
@Stability(INTERNAL)
public final class CancelSignal implements BooleanSupplier, AutoCloseable {
    /** The exit code of an interrupted command. */
    public static final int EXIT_CODE = 130;

    private final Signals signals = Signals.find();
    private final Object before;
    private volatile boolean asked;

    /** Starts to handle Ctrl-C. */
    public CancelSignal() {
        before = signals.handle(signals.handler(this));
    }

    @Override
    public boolean getAsBoolean() {
        return asked;
    }

    @Override
    public void close() {
        signals.handle(before);
    }

    /** Handles one Ctrl-C. */
    void signalled() {
        if (asked) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        asked = true;
    }

    /**
     * Reflective access to {@code sun.misc}: the type of the handler, the signal, and the method that registers one for
     * the other.
     */
    private record Signals(Class<?> type, Object signal, MethodHandle set) {
        static Signals find() {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            try {
                Class<?> signal = lookup.findClass("sun.misc.Signal");
                Class<?> handler = lookup.findClass("sun.misc.SignalHandler");
                MethodHandle make = lookup.findConstructor(signal, MethodType.methodType(void.class, String.class));
                MethodHandle set = lookup.findStatic(signal, "handle", MethodType.methodType(handler, signal, handler));
                return new Signals(handler, make.invoke("INT"), set);
            } catch (Throwable e) {
                return new Signals(Runnable.class, "", MethodHandles.identity(Object.class));
            }
        }

        /** Returns an object of the handler's type that runs an action at every signal. */
        Object handler(CancelSignal listener) {
            try {
                MethodHandle told = MethodHandles.lookup()
                        .findVirtual(CancelSignal.class, "signalled", MethodType.methodType(void.class))
                        .bindTo(listener);
                return MethodHandleProxies.asInterfaceInstance(
                        type, type == Runnable.class ? told : MethodHandles.dropArguments(told, 0, signal.getClass()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Registers a handler and returns the previous one; does nothing without {@code sun.misc}. */
        Object handle(Object handler) {
            try {
                return type == Runnable.class ? handler : set.invoke(signal, handler);
            } catch (Throwable e) {
                return handler; // the Java was started with -Xrs
            }
        }
    }
}
