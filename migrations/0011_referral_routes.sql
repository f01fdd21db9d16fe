-- A referral can go on to another organisation: since when it is where it is, who passed it on, and for which term somebody
-- was reminded.
alter table referral
  add column with_since timestamptz,
  add column via_organisation_id uuid,
  add column reminded_for date,
  add foreign key (tenant_id, via_organisation_id) references organisation (tenant_id, id);
-- For the nightly look at who has not answered in time.
create index on referral (tenant_id, answer_by) where state in ('sent', 'questioned');
