-- The cohort statistics: the topic of cohort states up to a position per partition.

-- One row: which counting of which topic the statistics come from.
create table aggregator.statistics_source (
    only_row   boolean primary key default true check (only_row),
    generation integer not null,
    topic_id   text    not null
);
insert into aggregator.statistics_source (generation, topic_id) values (0, '');

create table aggregator.statistics_position (
    partition   integer primary key,
    next_offset bigint  not null check (next_offset >= 0)
);

create table aggregator.cohort_state (
    cohort         text   primary key,
    base_model     text   not null,
    recording_type text   not null,
    gear_class     text   not null,
    hearing_class  text   not null,
    month          text   not null,
    -- Offset of the state in its partition: an older state never overwrites a newer one.
    version        bigint not null,
    contributors   bigint not null check (contributors > 0),
    document       jsonb  not null
);
create index cohort_state_by_model on aggregator.cohort_state (base_model, recording_type, gear_class);
