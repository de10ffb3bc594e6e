package io.restoregateway.walkthrough;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a reader of the walk-through needs of the machine; where it is missing the test is skipped, and the log says so,
 * but in CI it fails.
 */
final class InstalledCommands {

    private static final Logger log = LoggerFactory.getLogger(InstalledCommands.class);

    private static final boolean CI = "true".equals(System.getenv("CI"));

    private InstalledCommands() {}

    static boolean suffice() {
        List<String> missing = Stream.of("bash", "curl", "jq")
                .filter(command -> !isInstalled(command))
                .toList();
        if (!missing.isEmpty() && !CI) {
            log.warn("Walk-through skipped: no {}.", String.join(", no ", missing));
        }
        return CI || missing.isEmpty();
    }

    private static boolean isInstalled(String command) {
        return Stream.ofNullable(System.getenv("PATH"))
                .flatMap(Pattern.compile(File.pathSeparator, Pattern.LITERAL)::splitAsStream)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
