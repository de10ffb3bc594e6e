-- The gate to the tenant: its one row is locked by whoever changes the budget, and says until when Atlan wants no calls,
-- and in which words.
create table call_gate (
    id            integer primary key,
    closed_until  timestamp with time zone,
    status        integer,
    error_code    varchar(200),
    error_message varchar(1000),
    entity_guid   varchar(200),
    request_id    varchar(200)
);

insert into call_gate (id) values (1);

-- Who occupies how many calls of the budget (held, or ended within the last minute) and until when at the latest, or waits
-- for how many. Whatever a dead replica left behind becomes free by its time.
create table call_holding (
    id      uuid primary key,
    kind    varchar(11)              not null,
    state   varchar(7)               not null,
    calls   integer                  not null,
    turn    bigint                   not null,
    free_at timestamp with time zone not null
);
