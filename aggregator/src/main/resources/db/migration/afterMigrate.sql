-- At every start, since the role may be created after the schema: the publisher sees the view of candidates, nothing else.
do $$
begin
    if exists (select from pg_roles where rolname = 'publisher') then
        grant usage on schema aggregator to publisher;
        grant select on aggregator.candidate_for_review to publisher;
    end if;
end $$;
