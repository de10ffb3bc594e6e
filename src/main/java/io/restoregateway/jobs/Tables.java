package io.restoregateway.jobs;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the jobs have in the database. */
record Tables(
        JdbcTemplate batches,
        JdbcClient jdbc,
        TransactionTemplate transactions,
        JobTable jobs,
        JobStates states,
        ItemTable items,
        Leases leases,
        Results results,
        Rows rows,
        ItemKeys keys,
        JobRecords records) {

    static Tables of(JdbcTemplate template, TransactionTemplate transactions, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(template);
        JobTable jobs = new JobTable(jdbc, clock);
        JobStates states = new JobStates(jdbc, clock);
        return new Tables(
                template,
                jdbc,
                transactions,
                jobs,
                states,
                new ItemTable(template, transactions),
                new Leases(template, transactions),
                new Results(template, transactions, jobs, new Thresholds(jdbc, states), clock),
                new Rows(template, clock),
                new ItemKeys(template),
                new JobRecords(jdbc, clock));
    }
}
