package io.restoregateway.atlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.restoregateway.archive.Archive;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String SECRET = "secret-api-key-4711";

    @Test
    void startsWithAUrlAndAKey() {
        try (ConfigurableApplicationContext context =
                start("ATLAN_BASE_URL=https://acme.atlan.com/", "ATLAN_API_KEY=" + SECRET)) {
            assertThat(context.getBean(Tenant.class)).isNotNull();
            assertThat(context.getBean(Archive.class)).isNotNull();
            assertThat(context.getBean(Clock.class)).isNotNull();
            assertThat(context.getBean(Pause.class)).isNotNull();
            AtlanProperties properties = context.getBean(AtlanProperties.class);
            assertThat(properties.tenant()).isEqualTo("https://acme.atlan.com");
            assertThat(properties.callLimits()).isEqualTo(new CallLimits(300, 240, Duration.ofSeconds(70)));
            assertThat(properties).asString().contains("acme").doesNotContain(SECRET);
        }
    }

    @Test
    void jobsHaveATenantAndAnArchiveOfTheirOwn() {
        try (ConfigurableApplicationContext context = start(
                "ATLAN_BASE_URL=https://acme.atlan.com/",
                "ATLAN_API_KEY=" + SECRET,
                "gateway.atlan.calls-per-minute=10")) {
            BeanFactory beans = context.getBeanFactory();
            Tenant jobs = BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, Tenant.class, "background");

            assertThat(BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, Archive.class, "background"))
                    .isNotSameAs(context.getBean(Archive.class));
            assertThatThrownBy(() -> jobs.reserve(9)).hasMessageContaining("leaves 8 a minute to jobs");
            jobs.reserve(8);
            assertThatCode(() -> context.getBean(Tenant.class).reserve(2)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 10", "10, 0.9, 1", "1, 0.9, 1", "1, 0.2, 1", "7, 0.2, 5", "300, 0.2, 240"})
    void leavesJobsWhatIsNotKeptAndOneCallAtLeast(int callsPerMinute, String share, int background) {
        try (ConfigurableApplicationContext context = start(
                "ATLAN_BASE_URL=https://acme.atlan.com/",
                "ATLAN_API_KEY=" + SECRET,
                "gateway.atlan.calls-per-minute=" + callsPerMinute,
                "gateway.atlan.interactive-share=" + share)) {
            assertThat(context.getBean(AtlanProperties.class).callLimits().background())
                    .isEqualTo(background);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.atlan.com",
                "HTTPS://acme.atlan.com:8443/sandbox/",
                "http://localhost:8080/sandbox",
                "http://127.0.0.1:8080",
                "http://[::1]:8080"
            })
    void acceptsUrl(String url) {
        start("ATLAN_BASE_URL=" + url, "ATLAN_API_KEY=" + SECRET).close();
    }

    @Test
    void acceptsHttpToAnotherMachineByName() {
        start(
                        "ATLAN_BASE_URL=http://tenant:8080/sandbox",
                        "ATLAN_API_KEY=" + SECRET,
                        "gateway.atlan.allow-insecure-http=true")
                .close();
    }

    @Test
    void saysThatTheUrlIsMissing(CapturedOutput output) {
        assertSays(
                output,
                "ATLAN_BASE_URL is not set: set it to your tenant's URL, for example https://acme.atlan.com",
                "ATLAN_API_KEY=" + SECRET);
    }

    @Test
    void saysThatTheKeyIsMissing(CapturedOutput output) {
        assertSays(
                output,
                "ATLAN_API_KEY is not set: set it to an API token of your tenant (in Atlan: Admin, API tokens)",
                "ATLAN_BASE_URL=https://acme.atlan.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme.atlan.com|ATLAN_BASE_URL is not an https URL: set it to your tenant's URL, for example https://acme.atlan.com",
                "ftp://acme.atlan.com|ATLAN_BASE_URL is not an https URL: set it to",
                "https:///path|ATLAN_BASE_URL has no valid host: set it to",
                "https://acme.atlan.com:99999|ATLAN_BASE_URL has no valid host: set it to",
                "https://me:pass@acme.atlan.com|ATLAN_BASE_URL holds a user or password: set it to",
                "https://acme.atlan.com?x=1|ATLAN_BASE_URL holds a query (a \"?\"): set it to",
                "https://acme.atlan.com#x|ATLAN_BASE_URL holds a fragment (a \"#\"): set it to",
                "http://acme.atlan.com|ATLAN_BASE_URL would send the API key over http to another machine: write https, or set gateway.atlan.allow-insecure-http=true for a test tenant",
                "http://localhost.evil.com|ATLAN_BASE_URL would send the API key over http",
                "http://127.0.0.1.evil.com|ATLAN_BASE_URL would send the API key over http",
                "http://[bad|ATLAN_BASE_URL cannot be read as a URL: set it to your tenant's URL, for example https://acme.atlan.com",
            })
    void saysWhatIsWrongWithTheUrl(String url, String sentence, CapturedOutput output) {
        assertSays(output, sentence, "ATLAN_BASE_URL=" + url, "ATLAN_API_KEY=" + SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + SECRET, SECRET + "\n" + SECRET, SECRET + "\u0007", SECRET + "é"})
    void saysWhatIsWrongWithTheKeyWithoutShowingIt(String key, CapturedOutput output) {
        assertSays(
                output,
                "ATLAN_API_KEY holds a blank, a line break or another character that no token has:"
                        + " set it to the token alone, without \"Bearer\"",
                "ATLAN_BASE_URL=https://acme.atlan.com",
                "ATLAN_API_KEY=" + key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect-timeout=0s|gateway.atlan.connect-timeout is PT0S: set it to a time such as 5s",
                "response-timeout=-1s|gateway.atlan.response-timeout is PT-1S: set it to a time such as 5s",
                "budget-wait=-1s|gateway.atlan.budget-wait is negative: set it to 0s or more",
                "background-wait=-1s|gateway.atlan.background-wait is negative: set it to 0s or more",
                "interactive-share=-0.1|gateway.atlan.interactive-share is -0.1: set it to a number from 0 to 0.9, such as 0.2",
                "interactive-share=0.91|gateway.atlan.interactive-share is 0.91: set it to a number from 0 to 0.9, such as 0.2",
                "interactive-share=half|gateway.atlan.interactive-share is \"half\", which cannot be read as a BigDecimal",
                "max-connections=0|gateway.atlan.max-connections is 0: set it to a number from 1 to 1,000",
                "calls-per-minute=0|gateway.atlan.calls-per-minute is 0: set it to a number from 1 to 100,000",
                "attempts=0|gateway.atlan.attempts is 0: set it to a number from 1 to 10",
                "max-response-size=3GB|gateway.atlan.max-response-size is 3221225472B: set it to a size between",
                "max-response-size=big|gateway.atlan.max-response-size is \"big\", which cannot be read as a DataSize",
            })
    void saysWhichSettingIsWrong(String setting, String sentence, CapturedOutput output) {
        assertSays(
                output,
                sentence,
                "ATLAN_BASE_URL=https://acme.atlan.com",
                "ATLAN_API_KEY=" + SECRET,
                "gateway.atlan." + setting);
    }

    private static void assertSays(CapturedOutput output, String sentence, String... settings) {
        assertThat(catchThrowable(() -> start(settings))).isNotNull();

        assertThat(output)
                .contains("Description:\n\n" + sentence)
                .doesNotContain(SECRET)
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(String... settings) {
        List<String> arguments = new ArrayList<>(
                List.of("--spring.main.banner-mode=off", "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()));
        Arrays.stream(settings).map(setting -> "--" + setting).forEach(arguments::add);
        return new SpringApplicationBuilder(Gateway.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    @SpringBootConfiguration
    @ImportAutoConfiguration({
        WebClientAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @EnableConfigurationProperties(AtlanProperties.class)
    @Import(AtlanConfiguration.class)
    static class Gateway {}
}
