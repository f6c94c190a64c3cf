-- The town office keeps the accounts: it stops one whose holder has left, and sees which are still used.

alter table accounts add column stopped_at timestamptz(3);
alter table accounts add column signed_in_at timestamptz(3);
comment on column accounts.stopped_at is 'Since when the town office has stopped the account; null while it may be used.';
comment on column accounts.signed_in_at is 'Last successful sign-in.';
comment on column accounts.person is 'Number of the entry in the ledger person; 0 while a login is held for someone not yet entered.';
