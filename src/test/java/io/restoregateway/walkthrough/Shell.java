package io.restoregateway.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One shell into which all of a document's commands are typed, with a home and a folder of its own. */
final class Shell {

    private final Path home;

    private final Duration patience;

    Shell(Path home, Duration patience) {
        this.home = home;
        this.patience = patience;
    }

    /**
     * Runs them one after another; the first that fails ends it.
     *
     * @return what each printed, its complaints included
     */
    List<String> run(List<String> commands) throws IOException, InterruptedException {
        Path script = home.resolve("script.sh");
        Files.writeString(script, script(commands));
        Process bash = bash(script);
        try {
            assertThat(bash.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended within %s: %s", patience, outputs(commands.size()))
                    .isTrue();
        } finally {
            bash.descendants().forEach(ProcessHandle::destroyForcibly);
            bash.destroyForcibly();
        }
        assertThat(bash.exitValue()).as("%s", outputs(commands.size())).isZero();
        return outputs(commands.size());
    }

    private Process bash(Path script) throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString())
                .directory(Files.createDirectory(home.resolve("folder")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("before").toFile());
        bash.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        bash.environment().put("HOME", home.toString());
        bash.environment().put("TZ", "UTC");
        return bash.start();
    }

    private String script(List<String> commands) {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (int i = 0; i < commands.size(); i++) {
            script.append("exec > '%s' 2>&1\n%s\n".formatted(output(i), commands.get(i)));
        }
        return script.toString();
    }

    private List<String> outputs(int number) throws IOException {
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < number && Files.exists(output(i)); i++) {
            outputs.add(Files.readString(output(i)));
        }
        return outputs;
    }

    private Path output(int index) {
        return home.resolve("output-" + index);
    }
}
