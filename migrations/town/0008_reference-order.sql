-- References are followed from both sides. Ledgers declared from now on have an index on every field that names entries; those that stand already get theirs here.

do $$
declare it record;
begin
  for it in
    select 'ledger_' || replace(d.key, '-', '_') as ledger, field ->> 'key' as field
    from declarations as d cross join jsonb_array_elements(d.declaration -> 'fields') as field
    where d.kind = 'ledger' and field ->> 'kind' = 'reference' and d.declaration ->> 'system' is distinct from 'true'
      and d.version = (select max(version) from declarations as later where later.kind = d.kind and later.key = d.key)
  loop
    execute format('create index if not exists %I on %I (%I, id)', it.ledger || '__ref_' || it.field, it.ledger, it.field);
  end loop;
end $$;
