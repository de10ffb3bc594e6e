package io.restoregateway.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, which reaches no host but this machine and tells what its pages do. */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private static final int TALLEST_PICTURE = 2_000;

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--disable-breakpad",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
            "--window-size=1440,1200");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it with a profile of its own. */
    static Chromium startedIn(Path profile) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(InstalledPrograms.chromedriver().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        Chromium chromium = new Chromium(new ChromeDriver(service, options(InstalledPrograms.chromium(), profile)));
        chromium.leaveFirstPage();
        return chromium;
    }

    private static ChromeOptions options(Path program, Path profile) {
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        everything.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program.toFile());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile);
        options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
        return options;
    }

    /** Chromium's own, which asks for this and that. */
    private void leaveFirstPage() {
        open("about:blank");
        heard();
    }

    void open(String url) {
        driver.get(url);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    <T> T await(String what, Function<WebDriver, T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .pollingEvery(GLANCE)
                .withMessage(what)
                .until(condition);
    }

    /** What the pages did since this was last asked. */
    PageLog heard() {
        return PageLog.of(
                driver.manage().logs().get(LogType.BROWSER).getAll(),
                driver.manage().logs().get(LogType.PERFORMANCE).getAll());
    }

    /** Takes a picture of an element, beyond the window too. */
    void takePicture(WebElement element, Path file) throws IOException {
        Rectangle area = element.getRect();
        int height = Math.min(area.getHeight(), TALLEST_PICTURE);
        Map<String, Object> clip =
                Map.of("x", area.getX(), "y", area.getY(), "width", area.getWidth(), "height", height, "scale", 1);
        Map<String, Object> picture =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
    }

    /** Ends with all its processes, so that nobody writes into the profile any more. */
    @Override
    public void close() {
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        driver.quit();
        processes.stream()
                .map(ProcessHandle::onExit)
                .reduce(CompletableFuture.completedFuture(null), (ended, next) -> ended.thenCombine(next, (a, b) -> b))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
