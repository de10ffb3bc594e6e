package io.restoregateway.jobs;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the jobs have in the database. */
record Tables(
        JdbcClient jdbc,
        TransactionTemplate transactions,
        JobTable jobs,
        ItemTable items,
        Results results,
        Rows rows,
        Duplicates duplicates,
        JobRecords records) {

    static Tables of(JdbcTemplate template, TransactionTemplate transactions, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(template);
        JobTable jobs = new JobTable(jdbc, clock);
        return new Tables(
                jdbc,
                transactions,
                jobs,
                new ItemTable(jdbc, transactions),
                new Results(template, transactions, jobs, new Thresholds(jdbc, jobs), clock),
                new Rows(template, clock),
                new Duplicates(jdbc, template),
                new JobRecords(jdbc, clock));
    }
}
