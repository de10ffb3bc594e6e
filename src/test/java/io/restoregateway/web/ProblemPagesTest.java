package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.web.problem.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ProblemPagesTest {

    @Autowired
    private Gateway gateway;

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeLeadsToItsExplanation(ProblemType type) {
        Answer page = gateway.get(type.uri()).isOk();

        assertThat(page.json().path("code").asString()).isEqualTo(type.name());
        assertThat(page.json().path("status").asInt()).isEqualTo(type.status());
    }
}
