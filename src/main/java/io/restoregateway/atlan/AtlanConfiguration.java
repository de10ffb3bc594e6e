package io.restoregateway.atlan;

import io.netty.channel.ChannelOption;
import io.restoregateway.archive.Archive;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Wires the adapter, and the time that the gateway goes by. */
@Configuration(proxyBeanMethods = false)
@Import({CallBudgetConfiguration.class, BreakerConfiguration.class})
class AtlanConfiguration {

    /** Shorter than what usual edges keep an idle connection open for, so that few writes meet a closed one. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Pause pause() {
        return new ThreadPause();
    }

    @Bean(destroyMethod = "dispose")
    ConnectionProvider atlanConnections(AtlanProperties properties) {
        return ConnectionProvider.builder("atlan")
                .maxConnections(properties.maxConnections())
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(properties.connectTimeout())
                .maxIdleTime(IDLE)
                .build();
    }

    @Bean
    WebClient atlanWebClient(
            WebClient.Builder builder, AtlanProperties properties, ConnectionProvider atlanConnections) {
        // A client that quietly sends again, or follows a redirect, would write twice.
        HttpClient http = HttpClient.create(atlanConnections)
                .disableRetry(true)
                .followRedirect(false)
                .compress(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connectTimeout().toMillis()))
                .responseTimeout(properties.responseTimeout());
        return builder.clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs()
                        .maxInMemorySize(
                                Math.toIntExact(properties.maxResponseSize().toBytes())))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.key())
                .build();
    }

    @Bean
    AtlanHttp atlanHttp(WebClient atlanWebClient, InstantSource clock, AtlanProperties properties) {
        AnswerDecoder decoder = new AnswerDecoder(properties.key(), clock);
        return new AtlanHttp(atlanWebClient, properties.tenant(), properties.longestCall(), decoder, clock);
    }

    @Bean
    AtlanCalls.Line atlanLine(
            Outbound outbound, CallBudget budget, InstantSource clock, Pause pause, AtlanProperties properties) {
        return outbound.line(budget, clock, pause, properties);
    }

    @Bean
    @Fallback
    @Qualifier("background")
    AtlanCalls.Line backgroundLine(
            Outbound outbound,
            @Qualifier("background") CallBudget budget,
            InstantSource clock,
            Pause pause,
            AtlanProperties properties) {
        return outbound.line(budget, clock, pause, properties);
    }

    @Bean
    Tenant tenant(AtlanCalls.Line line, AtlanProperties properties) {
        return new AtlanTenant(line, properties.callLimits().of(CallKind.INTERACTIVE));
    }

    @Bean
    Archive archive(AtlanCalls.Line line) {
        return new AtlanArchive(line);
    }

    @Bean
    @Fallback
    @Qualifier("background")
    Tenant backgroundTenant(@Qualifier("background") AtlanCalls.Line line, AtlanProperties properties) {
        return new AtlanTenant(line, properties.callLimits().of(CallKind.BACKGROUND));
    }

    @Bean
    @Fallback
    @Qualifier("background")
    Archive backgroundArchive(@Qualifier("background") AtlanCalls.Line line) {
        return new AtlanArchive(line);
    }
}
