package io.restoregateway.web;

import io.restoregateway.web.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String RESTORE_NOW = "Restore now";

    static final String FIND = "Find";

    static final String AUDIT = "Audit";

    private static final String ABOUT = """
            Brings archived (soft-deleted) Atlan assets back, safely: every asset is read by its guid and compared with \
            the request before anything is sent, only stored values are sent, and every restore is confirmed by reading back.

            It never creates, renames or overwrites anything. What it cannot do safely it refuses, with a problem \
            (RFC 9457, `application/problem+json`) that says why.

            Answers are JSON in UTF-8, whatever the `Accept` header says; only reports and events of jobs are not. Every \
            answer carries `X-Request-Id`: the caller's own where it is sane, else a new one.""";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Restore Gateway")
                        .version("v1")
                        .description(ABOUT)
                        .contact(new Contact().name("Restore Gateway maintainers")))
                .addServersItem(new Server().url("/").description("This gateway"))
                .addTagsItem(tag(RESTORE_NOW, "Restore assets now, and be told of each what became of it."))
                .addTagsItem(tag(FIND, "Find archived assets, and ask what a restore would say."))
                .addTagsItem(tag(
                        "Bulk restore jobs",
                        "Bring back up to a million assets: preview, confirm, watch, and have a report of each."))
                .addTagsItem(tag(AUDIT, "Look up who had what restored, when, and what came of it."))
                .addTagsItem(tag("Atlan's own call, guarded", "Atlan's request and answer, none of its dangers."))
                .addTagsItem(tag("Problems", "What each kind of problem means."))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("apiKey"))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(
                                                "An API key of the gateway, or, where it takes them, a token (JWT) of the"
                                                        + " company's identity provider."))
                        .addSecuritySchemes(
                                "apiKey",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description(
                                                "An API key of the gateway in a header of its own, where it takes keys."))
                        .addHeaders(
                                "RequestId",
                                new Header()
                                        .description("Look for it in the gateway's log.")
                                        .schema(new StringSchema()))
                        .addHeaders(
                                "RetryAfter",
                                new Header()
                                        .description("How many seconds to wait before asking again.")
                                        .schema(new IntegerSchema())));
    }

    /** What its parts refer to, added only when somebody asks for the description: it takes longer than other beans. */
    @Bean
    GlobalOpenApiCustomizer sharedParts(ApiExamples examples) {
        return api -> {
            Components components = api.getComponents();
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
            examples.problems().forEach(components::addExamples);
        };
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
