package io.restoregateway.web;

import io.restoregateway.archive.Archive;
import io.restoregateway.audit.AuditEvents;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The whole gateway behind a real socket, with a stub where the rule and the tenant would be. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gateway.atlan.base-url=https://acme.atlan.com",
            "gateway.atlan.api-key=not-used",
            "db-scheduler.enabled=false",
            "gateway.access.mode=api-key",
            "gateway.access.api-key=" + GatewayTest.KEY
        })
@MockitoBean(
        types = {RestoreJobs.class, RestoreAssets.class, Archive.class, AuditEvents.class, Tenant.class, Pause.class})
@Import(Gateway.class)
@interface GatewayTest {

    String KEY = "the-key-of-the-tests";
}
