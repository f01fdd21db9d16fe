-- Who is around a dossier, for pages that span modules: coordinators, who wrote, who is in the diary. As far as the slices
-- that were opened show it.
create view dossier_member with (security_invoker = true) as
select d.tenant_id, d.participant_id, m.id, m.name, m.role, m.function_title, o.name as organisation_name
from (
  select tenant_id, participant_id, coordinator_id as membership_id from trajectory
  union
  select tenant_id, participant_id, written_by from note
  union
  select tenant_id, participant_id, membership_id from appointment
) d
join membership m on m.tenant_id = d.tenant_id and m.id = d.membership_id
left join organisation o on o.tenant_id = m.tenant_id and o.id = m.organisation_id;
grant select on dossier_member to :app_role;
