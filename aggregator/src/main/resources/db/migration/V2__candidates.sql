-- What was derived from the statistics, and what of contributors' privacy was spent on it.

create table aggregator.derivation (
    id         uuid        primary key,
    started_at timestamptz not null,
    proposed   integer     not null,
    refused    integer     not null,
    -- Outcome per cell, JSON, as answered to whoever asked for the derivation.
    report     text        not null
);
create index derivation_by_time on aggregator.derivation (started_at);

-- Noisy figures once drawn, JSON: unchanged statistics are answered from here and cost nothing.
create table aggregator.noisy_release (
    -- SHA-256 of the exact statistics and of how much noise they get.
    source_sha256 text        primary key,
    population    text        not null,
    month         text        not null,
    released_at   timestamptz not null,
    document      text        not null
);

-- Zero-concentrated differential privacy spent, per population and calendar quarter of its reports, for ever. The two
-- folds hold different reports, so each has its own account.
create table aggregator.privacy_spent (
    id           uuid        primary key,
    population   text        not null,
    quarter      text        not null,
    spent_at     timestamptz not null,
    train_rho    numeric     not null check (train_rho >= 0),
    held_out_rho numeric     not null check (held_out_rho >= 0)
);
create index privacy_spent_by_population on aggregator.privacy_spent (population, quarter);

create table aggregator.candidate (
    id            text        primary key,
    cell          text        not null,
    derivation_id uuid        not null references aggregator.derivation,
    derived_at    timestamptz not null,
    base_model    text        not null,
    -- Canonical JSON, byte for byte.
    document      text        not null,
    -- When a newer derivation of the same cell replaced it, or no longer found a change.
    superseded_at timestamptz
);
-- At most one open candidate per cell.
create unique index candidate_open_cell on aggregator.candidate (cell) where superseded_at is null;

create table aggregator.evidence (
    candidate_id          text             primary key references aggregator.candidate,
    contributors          bigint           not null,
    location              double precision not null,
    interval_low          double precision not null,
    interval_high         double precision not null,
    held_out_contributors bigint           not null,
    held_out_before       double precision not null,
    held_out_after        double precision not null,
    rho                   double precision not null,
    epsilon               double precision not null,
    delta                 double precision not null
);

create view aggregator.candidate_for_review as
    select id, derived_at, base_model, document from aggregator.candidate where superseded_at is null;
