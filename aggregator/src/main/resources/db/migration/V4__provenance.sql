-- Of which reports the statistics of a derivation were, so that a replay of the topic can verify its candidates.

create table aggregator.derivation_source (
    derivation_id  uuid    not null references aggregator.derivation,
    partition      integer not null,
    reports_from   bigint  not null,
    reports_next   bigint  not null,
    records        bigint  not null,
    reports        bigint  not null,
    withdrawn      bigint  not null,
    expired        bigint  not null,
    dead_letters   bigint  not null,
    earliest_month text    not null,
    primary key (derivation_id, partition)
);

-- What it looked at: SHA-256 of the exact counts of a population's month.
create table aggregator.derivation_sample (
    derivation_id uuid not null references aggregator.derivation,
    population    text not null,
    month         text not null,
    sha256        text not null,
    primary key (derivation_id, population, month)
);

-- How much of a report's privacy all figures of the release may cost; releases before had the default.
alter table aggregator.noisy_release add column rho_per_release numeric not null default 0.75;
