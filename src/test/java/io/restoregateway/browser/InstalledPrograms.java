package io.restoregateway.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The browser and its driver as this machine has them; nothing is ever downloaded. */
record InstalledPrograms(Path chromium, Path chromedriver) {

    /** Where they are missing the test is skipped, or fails in CI. */
    static InstalledPrograms orSkip() {
        return new InstalledPrograms(
                first("chromium", "chromium-browser", "google-chrome").orElseGet(() -> missing("chromium")),
                first("chromedriver").orElseGet(() -> missing("chromedriver")));
    }

    private static Optional<Path> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> folders().stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> folders() {
        Stream<String> path = Stream.ofNullable(System.getenv("PATH"))
                .flatMap(Pattern.compile(File.pathSeparator, Pattern.LITERAL)::splitAsStream);
        return Stream.concat(path, Stream.of("/usr/bin")).toList();
    }

    private static Path missing(String program) {
        if ("true".equals(System.getenv("CI"))) {
            return Assertions.fail("Browser tests may not be skipped in CI, and there is no " + program);
        }
        return Assumptions.abort(
                "Browser test skipped: no %s. (In Debian: chromium and chromium-driver)".formatted(program));
    }
}
