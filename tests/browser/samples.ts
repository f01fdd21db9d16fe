import type { Product } from './product.ts'

/** For each address parameter a query for a value that the demo's people may see; a new parameter needs a line here. */
const QUERIES: Readonly<Record<string, string>> = {
  participantId: `select p.participant_id as id from participant p where p.call_name = 'Selam' limit 1`,
  goalId: `select g.id from goal g join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and g.state = 'open' order by g.position limit 1`,
  stepId: `select s.id from step s join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and s.state = 'open' limit 1`,
  referralId: `select r.id from referral r where r.state = 'sent' order by r.sent_at desc limit 1`,
  offerId: `select o.id from offer o where o.state = 'active' and o.tenant_id = (select tenant_id from municipality where name = 'Veenrijk') order by o.name limit 1`,
  filledId: `select f.id from filled_instrument f join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and f.kind = 'web' and f.view = 'coach' and f.state = 'finished' limit 1`,
  mineId: `select f.id from filled_instrument f join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and f.kind = 'web' and f.view = 'participant' and f.state = 'finished' order by f.finished_on desc limit 1`,
  paperInvitationId: `select i.id from paper_invitation i join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and i.used_at is null and i.withdrawn_at is null limit 1`,
  importId: `select i.id from supply_import i order by i.created_at limit 1`,
  workPlacementId: `select w.id from work_placement w join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and w.state = 'agreed' limit 1`,
  limitKey: `select 'volunteerAllowanceMonth' as id`,
  adviceId: `select a.id from advice a where a.state = 'sent' order by a.sent_at limit 1`,
  reviewId: `select r.id from review r join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and r.state = 'planned' limit 1`,
  lifeAreaId: `select l.id from life_area l join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' and l.closed_on is null and l.until >= current_date order by l.objected_on nulls last limit 1`,
  trajectoryId: `select t.id from trajectory t join participant p using (tenant_id, participant_id) where p.call_name = 'Selam' limit 1`,
}

/** The address of a page with its parameters filled in. */
export const addressOf = async (product: Product, path: string): Promise<string> => {
  let address = path
  for (const [part, name] of [...path.matchAll(/:(\w+)/g)].map(match => [match[0], match[1] ?? ''] as const)) {
    const sql = QUERIES[name]
    if (sql === undefined) throw new Error(`${path}: no sample for ${part}; add one to tests/browser/samples.ts`)
    const found = await product.owner.query<{ id: string }>(sql)
    if (found.rows[0] === undefined) throw new Error(`${path}: the demo has no ${name}`)
    address = address.replace(part, found.rows[0].id)
  }
  return address
}
