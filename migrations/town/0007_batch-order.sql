-- The entries of a batch are read in order, a part at a time, however many they are.

drop index journal_batch;
create index journal_batch on journal (batch, entry, number) where batch is not null;
