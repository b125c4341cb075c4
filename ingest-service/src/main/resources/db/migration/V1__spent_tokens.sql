-- One row is a contribution token and the report that it paid for. Hashes only, and no time: what is deleted is deleted
-- with its key. Nothing here was seen when the token was issued.
create table ingest.spent_token (
    key_id bytea not null check (octet_length(key_id) = 32),
    token_id bytea not null check (octet_length(token_id) = 32),
    report_id bytea not null check (octet_length(report_id) = 32),
    primary key (key_id, token_id)
);
