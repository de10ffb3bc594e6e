package io.restoregateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers whose address must be known before they start. */
public final class TestPorts {

    /** Beneath those from which systems give outgoing connections theirs, one of which might take it meanwhile. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    private static final int TRIES = 100;

    private TestPorts() {}

    /**
     * A port that nobody listens on now, and hardly anybody soon.
     *
     * @throws IllegalStateException when none was found
     */
    public static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("Of %d ports from %d to %d, none is free".formatted(TRIES, FIRST, LAST));
    }

    private static boolean isFree(int port) {
        try (ServerSocket server = new ServerSocket(port)) {
            return server.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
