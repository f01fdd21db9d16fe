-- Placements of one kind at one place, one after the other, may take longer together than the law gives one of them: then it stands
-- here why.
alter table work_placement add column why_longer text not null default '';
