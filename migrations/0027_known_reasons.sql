-- Why something ends is one of a few words, in the database as well.
alter table trajectory add constraint trajectory_end_reason_check check (end_reason in ('toWork', 'toEducation', 'staysActive',
  'goalsReached', 'otherSupport', 'ownWish', 'moved', 'noContact', 'died', 'other'));
alter table advice add constraint advice_end_reason_check check (end_reason in ('toWork', 'toEducation', 'staysActive',
  'goalsReached', 'otherSupport', 'ownWish', 'moved', 'noContact', 'died', 'other'));
