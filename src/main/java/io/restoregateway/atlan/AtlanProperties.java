package io.restoregateway.atlan;

import static io.restoregateway.atlan.SettingException.require;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How to reach the tenant, and how hard to try.
 *
 * @param baseUrl the tenant's URL, such as {@code https://acme.atlan.com}; {@code ATLAN_BASE_URL}. https, unless the host
 *     is this machine; a path such as {@code /sandbox} is fine.
 * @param apiKey an API token of the tenant; {@code ATLAN_API_KEY}. Never shown.
 * @param allowInsecureHttp whether http is allowed to another machine; only for test tenants.
 * @param connectTimeout how long to wait for a connection, a free place in the pool included.
 * @param responseTimeout how long to wait for an answer once the request was sent.
 * @param maxConnections how many calls may be under way at the same time.
 * @param maxResponseSize the largest answer accepted; a larger bulk read is halved.
 * @param callsPerMinute how many calls all replicas of the gateway together may make in any minute; Atlan blocks a tenant
 *     above 400.
 * @param interactiveShare the part of them, 0 to 0.9, that jobs leave to people's requests; at least one call a minute
 *     remains for jobs.
 * @param budgetWait how long a request waits for its calls before it is told to come back later.
 * @param backgroundWait how long a job waits for its calls before it puts itself off.
 * @param attempts how often to try a call that is safe to send again, the first attempt included.
 * @param backoff how long to wait before the second attempt, about; twice as long before each further one.
 * @param circuitBreaker when Atlan is left alone for a while.
 */
@ConfigurationProperties(AtlanProperties.PREFIX)
record AtlanProperties(
        @Nullable URI baseUrl,
        @Nullable String apiKey,
        @DefaultValue("false") boolean allowInsecureHttp,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration responseTimeout,
        @DefaultValue("20") int maxConnections,
        @DefaultValue("32MB") DataSize maxResponseSize,
        @DefaultValue("300") int callsPerMinute,
        @DefaultValue("0.2") BigDecimal interactiveShare,
        @DefaultValue("5s") Duration budgetWait,
        @DefaultValue("30s") Duration backgroundWait,
        @DefaultValue("3") int attempts,
        @DefaultValue("250ms") Duration backoff,
        @DefaultValue CircuitBreaker circuitBreaker) {

    static final String PREFIX = "gateway.atlan";

    private static final BigDecimal LARGEST_SHARE = new BigDecimal("0.9");

    private static final BigDecimal LEAST_RATE = new BigDecimal("0.01");

    private static final String EXAMPLE = "set it to your tenant's URL, for example https://acme.atlan.com";

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[(::1|0:0:0:0:0:0:0:1)]");

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    AtlanProperties {
        requireTenant(baseUrl, allowInsecureHttp);
        requireKey(apiKey);
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("response-timeout", responseTimeout);
        requirePositive("backoff", backoff);
        requireWait("budget-wait", budgetWait);
        requireWait("background-wait", backgroundWait);
        require(
                interactiveShare.signum() >= 0 && interactiveShare.compareTo(LARGEST_SHARE) <= 0,
                PREFIX + ".interactive-share is " + interactiveShare
                        + ": set it to a number from 0 to 0.9, such as 0.2");
        requireBetween("max-connections", maxConnections, 1, 1_000);
        requireBetween("calls-per-minute", callsPerMinute, 1, 100_000);
        requireBetween("attempts", attempts, 1, 10);
        require(
                maxResponseSize.toBytes() >= 1 && maxResponseSize.toBytes() <= Integer.MAX_VALUE,
                PREFIX + ".max-response-size is " + maxResponseSize + ": set it to a size between 1B and 2047MB");
    }

    /** The tenant's URL without a slash at its end. */
    String tenant() {
        return String.valueOf(baseUrl).replaceFirst("/+$", "");
    }

    /** The API token. */
    String key() {
        return String.valueOf(apiKey);
    }

    /** The longest time that a call may take from its beginning to the end of its answer. */
    Duration longestCall() {
        return connectTimeout.multipliedBy(2).plus(responseTimeout);
    }

    /** How many calls in a minute, and for how long each. */
    CallLimits callLimits() {
        int kept = interactiveShare
                .multiply(BigDecimal.valueOf(callsPerMinute))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return new CallLimits(callsPerMinute, Math.max(1, callsPerMinute - kept), longestCall());
    }

    /**
     * When Atlan is left alone for a while, on each replica by itself.
     *
     * @param window over how many of the last calls is judged, 0 to 1,000; 0 for never leaving it alone.
     * @param failureRate which part of them may go unanswered, 0.01 to 1.
     * @param openFor how long no call is made then, before a few find out whether Atlan is back.
     */
    record CircuitBreaker(
            @DefaultValue("20") int window,
            @DefaultValue("0.5") BigDecimal failureRate,
            @DefaultValue("10s") Duration openFor) {

        CircuitBreaker {
            requireBetween("circuit-breaker.window", window, 0, 1_000);
            require(
                    failureRate.compareTo(LEAST_RATE) >= 0 && failureRate.compareTo(BigDecimal.ONE) <= 0,
                    PREFIX + ".circuit-breaker.failure-rate is " + failureRate
                            + ": set it to a number from 0.01 to 1, such as 0.5");
            requirePositive("circuit-breaker.open-for", openFor);
        }
    }

    @Override
    public String toString() {
        return "AtlanProperties[baseUrl=" + baseUrl + ", apiKey=***]";
    }

    private static void requireTenant(@Nullable URI url, boolean insecure) {
        require(url != null && !url.toString().isBlank(), "ATLAN_BASE_URL is not set: " + EXAMPLE);
        if (url != null) {
            String found = "ATLAN_BASE_URL ";
            boolean http = "http".equalsIgnoreCase(url.getScheme());
            require(http || "https".equalsIgnoreCase(url.getScheme()), found + "is not an https URL: " + EXAMPLE);
            require(url.getHost() != null && url.getPort() <= 65_535, found + "has no valid host: " + EXAMPLE);
            require(url.getRawUserInfo() == null, found + "holds a user or password: " + EXAMPLE);
            require(url.getRawQuery() == null, found + "holds a query (a \"?\"): " + EXAMPLE);
            require(url.getRawFragment() == null, found + "holds a fragment (a \"#\"): " + EXAMPLE);
            require(
                    !http || insecure || LOOPBACK.matcher(url.getHost()).matches(),
                    found + "would send the API key over http to another machine: write https, or set " + PREFIX
                            + ".allow-insecure-http=true for a test tenant");
        }
    }

    private static void requireKey(@Nullable String key) {
        require(
                key != null && !key.isBlank(),
                "ATLAN_API_KEY is not set: set it to an API token of your tenant (in Atlan: Admin, API tokens)");
        require(
                key == null || VISIBLE.matcher(key).matches(),
                "ATLAN_API_KEY holds a blank, a line break or another character that no token has:"
                        + " set it to the token alone, without \"Bearer\"");
    }

    private static void requirePositive(String setting, Duration value) {
        require(value.isPositive(), PREFIX + "." + setting + " is " + value + ": set it to a time such as 5s");
    }

    private static void requireWait(String setting, Duration value) {
        require(!value.isNegative(), PREFIX + "." + setting + " is negative: set it to 0s or more");
    }

    private static void requireBetween(String setting, int value, int least, int most) {
        require(
                value >= least && value <= most,
                "%s.%s is %d: set it to a number from %d to %,d".formatted(PREFIX, setting, value, least, most));
    }
}
