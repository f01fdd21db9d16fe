-- What was only kept for repeats and for telling is forgotten after a while: found by age, one member and one municipality at a time.
create index on idempotency (tenant_id, membership_id, at);
create index on outbox_fact (tenant_id, handled_at) where handled_at is not null;
