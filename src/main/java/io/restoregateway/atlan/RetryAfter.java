package io.restoregateway.atlan;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header of that name: a number of seconds or an HTTP date; never believed beyond 1 to 300 s. */
record RetryAfter(InstantSource clock) {

    private static final Duration LEAST = Duration.ofSeconds(1);

    private static final Duration MOST = Duration.ofMinutes(5);

    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private static final Pattern SECONDS = Pattern.compile("\\d+");

    Duration read(@Nullable String header) {
        if (header == null) {
            return UNTOLD;
        }
        String value = header.strip();
        return SECONDS.matcher(value).matches() ? seconds(value) : date(value);
    }

    private static Duration seconds(String digits) {
        // More than nine digits are more than 300 s in any case.
        return digits.length() > 9 ? MOST : clamp(Duration.ofSeconds(Long.parseLong(digits)));
    }

    private Duration date(String date) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return clamp(Duration.between(clock.instant(), then));
        } catch (DateTimeException _) {
            return UNTOLD;
        }
    }

    private static Duration clamp(Duration wish) {
        if (wish.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return wish.compareTo(MOST) > 0 ? MOST : wish;
    }
}
