package io.restoregateway.audit;

import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds out by a read what became of writes that nobody heard of, because the gateway stopped in the middle. */
@Component
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    /** As many as one call reads. */
    private static final int AT_ONCE = 100;

    private final OpenIntents intents;

    private final Tenant tenant;

    private final ObjectProvider<OpenWork> work;

    private final InstantSource clock;

    private final AuditProperties properties;

    Settling(
            OpenIntents intents,
            Tenant tenant,
            ObjectProvider<OpenWork> work,
            InstantSource clock,
            AuditProperties properties) {
        this.intents = intents;
        this.tenant = tenant;
        this.work = work;
        this.clock = clock;
        this.properties = properties;
    }

    /** Settles all that are due; while Atlan is away they stay open until the next time. */
    void settleAll() {
        Instant before = clock.instant().minus(properties.settleAfter());
        Map<UUID, Boolean> covered = new HashMap<>();
        List<OpenIntent> page = intents.page(0, before, AT_ONCE);
        try {
            while (!page.isEmpty()) {
                settle(page.stream()
                        .filter(intent ->
                                intent.jobId() == null || !covered.computeIfAbsent(intent.jobId(), this::isCovered))
                        .toList());
                page = intents.page(page.getLast().id(), before, AT_ONCE);
            }
        } catch (CatalogException away) {
            LOG.warn("Writes that were not heard of stay open in the audit: {}", LogLine.of(away.detail()));
        }
    }

    private boolean isCovered(UUID jobId) {
        return work.stream().anyMatch(each -> each.covers(jobId));
    }

    private void settle(List<OpenIntent> due) {
        Map<OpenIntent, Conclusion> found = new LinkedHashMap<>();
        Set<Guid> unknown = new LinkedHashSet<>();
        for (OpenIntent intent : due) {
            if (intent.withoutEffect()) {
                found.put(intent, Hindsight.withoutEffect());
            } else {
                unknown.add(intent.guid());
            }
        }
        if (!unknown.isEmpty()) {
            Map<Guid, CatalogEntry> entries = read(unknown);
            due.stream()
                    .filter(intent -> !intent.withoutEffect())
                    .forEach(intent -> found.put(intent, Hindsight.of(intent, entries.get(intent.guid()))));
        }
        if (!found.isEmpty()) {
            intents.settle(found, clock.instant());
            LOG.info("Settled in the audit what became of {} writes that were not heard of", found.size());
        }
    }

    private Map<Guid, CatalogEntry> read(Set<Guid> guids) {
        try (Catalog catalog = tenant.reserve(1)) {
            return catalog.find(guids, false);
        }
    }
}
