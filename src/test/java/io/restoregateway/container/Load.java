package io.restoregateway.container;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Callers who ask again and again, until they are told to stop. */
final class Load implements AutoCloseable {

    private final List<Thread> callers = new ArrayList<>();

    private final Map<String, Integer> answers = new TreeMap<>();

    private volatile boolean over;

    private Load() {}

    /** Has that many ask for paths in turn, each with such a pause; a path may begin with {@code POST} and end with a body. */
    static Load of(int callers, Duration pace, Caller caller, String... paths) {
        Load load = new Load();
        for (int i = 0; i < callers; i++) {
            load.callers.add(Thread.ofVirtual().start(() -> load.ask(pace, caller, paths)));
        }
        return load;
    }

    private void ask(Duration pace, Caller caller, String... paths) {
        for (int turn = 0; !over; turn++) {
            count(answer(caller, paths[turn % paths.length]));
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    private static String answer(Caller caller, String path) {
        try {
            String[] words = path.split(" ", 3);
            return String.valueOf(words.length == 1 ? caller.status(path) : caller.status(words[1], words[2]));
        } catch (IOException broken) {
            return broken.toString();
        }
    }

    private synchronized void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    synchronized int answered() {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often each answer came: its status, 0 for requests that were not accepted, or how it broke off. */
    Map<String, Integer> stop() {
        close();
        synchronized (this) {
            return Map.copyOf(answers);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Thread caller : callers) {
                caller.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
