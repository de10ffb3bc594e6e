package io.restoregateway.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the browser tests need of the machine; where it is missing they are skipped, and the log says so, but in CI
 * they fail. Nothing is ever downloaded.
 */
final class InstalledPrograms {

    private static final Logger log = LoggerFactory.getLogger(InstalledPrograms.class);

    private static final boolean CI = "true".equals(System.getenv("CI"));

    private InstalledPrograms() {}

    static boolean suffice() {
        return CI
                || Stream.of(has("chromium", browser()), has("chromedriver", driver()))
                        .allMatch(there -> there);
    }

    static Path chromium() {
        return browser().orElseThrow(() -> new AssertionError("no chromium, and no test may be skipped in CI"));
    }

    static Path chromedriver() {
        return driver().orElseThrow(() -> new AssertionError("no chromedriver, and no test may be skipped in CI"));
    }

    private static Optional<Path> browser() {
        return installed("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> driver() {
        return installed("chromedriver");
    }

    private static boolean has(String name, Optional<Path> program) {
        if (program.isEmpty()) {
            log.warn("Browser test skipped: no {}. (Debian's packages: chromium, chromium-driver.)", name);
        }
        return program.isPresent();
    }

    private static Optional<Path> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> folders().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> folders() {
        Stream<String> path = Stream.ofNullable(System.getenv("PATH"))
                .flatMap(Pattern.compile(File.pathSeparator, Pattern.LITERAL)::splitAsStream);
        return Stream.concat(path, Stream.of("/usr/bin"));
    }
}
