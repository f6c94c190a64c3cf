-- Balances are read by measure and cohort over a run of months, without going to the table for each.

alter table balances drop constraint balances_pk;
alter table balances add constraint balances_pk primary key (series, cohort, month, org) include (amount, rows);
