-- What was agreed before the person chose: with it the choice can be taken back as it was, with its value.
alter table step add column recognition_before jsonb;
alter table goal add column recognition_before jsonb;
