package io.restoregateway.web.atlan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole gateway with its rule, over a tenant in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "gateway.atlan.base-url=https://acme.atlan.com",
            "gateway.atlan.api-key=not-used",
            "gateway.access.mode=api-key",
            "gateway.access.api-key=" + GuardedCallTest.KEY,
            "gateway.restore.settle-timeout=0s",
            "gateway.restore.confirm-timeout=0s",
            "gateway.restore.resends=0"
        })
@AutoConfigureMockMvc
@Import({AtlanClient.class, TenantInMemory.class})
@interface GuardedCallTest {

    String KEY = "the-key-of-the-tests";
}
