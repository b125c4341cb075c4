-- A cohort's counts per partition of the topic of reports, each exactly those of the reports before a position in it. A
-- cohort's state is the sum over the partitions. What was here before fills again from the topic.

update aggregator.statistics_source set generation = 0, topic_id = '';

drop table aggregator.statistics_position;
create table aggregator.statistics_position (
    partition      integer primary key,
    -- In the topic of cohort states.
    next_offset    bigint  not null check (next_offset >= 0),
    -- In the topic of reports: offset of the first record read, and after the last one that the states hold.
    reports_from   bigint  not null default 0,
    reports_next   bigint  not null default 0,
    records        bigint  not null default 0,
    reports        bigint  not null default 0,
    withdrawn      bigint  not null default 0,
    expired        bigint  not null default 0,
    dead_letters   bigint  not null default 0,
    -- Reports of earlier months do not count.
    earliest_month text    not null default '0000-01'
);

drop table aggregator.cohort_state;
create table aggregator.cohort_state (
    cohort         text    not null,
    partition      integer not null,
    base_model     text    not null,
    recording_type text    not null,
    gear_class     text    not null,
    hearing_class  text    not null,
    month          text    not null,
    -- Offset of the state in its partition: an older state never overwrites a newer one.
    version        bigint  not null,
    contributors   bigint  not null check (contributors > 0),
    document       jsonb   not null,
    primary key (cohort, partition)
);
create index cohort_state_by_model on aggregator.cohort_state (base_model, recording_type, gear_class);
