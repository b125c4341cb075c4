-- The publisher owns this schema; nobody else reads or writes it.

create table publisher.release (
    version     text primary key,
    state       text not null check (state in ('RELEASING', 'RELEASED', 'YANKING', 'YANKED')),
    origin      text not null check (origin in ('built-in', 'composed')),
    bundle      bytea not null,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    summary     text not null,
    released_by text,
    released_at timestamptz not null,
    yanked_by   text,
    yanked_at   timestamptz,
    yank_reason text,
    check ((origin = 'composed') = (released_by is not null)),
    check ((state in ('YANKING', 'YANKED')) = (yank_reason is not null and yanked_by is not null and yanked_at is not null))
);

create table publisher.released_candidate (
    document_sha256 text primary key,
    candidate_id    text not null,
    version         text not null references publisher.release
);

create table publisher.review (
    id              bigint generated always as identity primary key,
    candidate_id    text not null,
    document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
    base_model      text not null,
    decision        text not null check (decision in ('APPROVE', 'REJECT')),
    reason          text not null,
    account         text not null,
    decided_at      timestamptz not null,
    -- An account's second approval of the same thing is no second approval.
    unique (candidate_id, document_sha256, decision, account)
);
