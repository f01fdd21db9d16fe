-- An appointment that went along when a trajectory changed hands says from whose diary it came, so that it can be given back.
alter table appointment add column came_from_membership_id uuid;
alter table appointment add foreign key (tenant_id, came_from_membership_id) references membership (tenant_id, id);
