/**
 * A region's years of work, put in as rows: women over fifty districts, two thirds of them started, twenty contacts each,
 * a third of them closed. What is sealed is nothing; figures open none of it. Statements, one after another.
 */
export const yearsOfWork = (
  orgId: string,
  workerId: string,
  trajectories: number,
  contacts: number,
  programme: { readonly id: string; readonly version: string } = { id: 'mim-nl-18m', version: '1.0.0' },
): string[] =>
  `
  set session_replication_role = replica;
  insert into postcode_area (org_id, id, postcode, place, latitude, longitude, municipality, district, codes_year)
    select '${orgId}', gen_random_uuid(), (3000 + n)::text, 'Plaats', 52, 4, 'GM0' || (500 + n / 10), 'WK0' || (5000 + n), 2025
    from generate_series(0, 49) n;
  insert into person (org_id, id, kind, name_sealed, area, languages, interpreter, created_at)
    select '${orgId}', md5('p' || n)::uuid, 'mother', '\\x00', (3000 + n % 50)::text,
      array[(array['nl', 'ar', 'tr', 'pl', 'uk', 'ti'])[1 + n % 6]], case when n % 4 = 0 then 'ar' end, now()
    from generate_series(1, ${trajectories}) n;
  insert into referral (org_id, id, person_id, channel, state, programme_id, received_at, received_on, contact_due_on, referrer_kind, answers_sealed)
    select '${orgId}', md5('r' || n)::uuid, md5('p' || n)::uuid, 'desk', 'accepted', '${programme.id}', d, d, d,
      (array['midwife', 'gp', 'jgz', 'self'])[1 + n % 4], '\\x00'
    from (select n, date '2024-01-01' + n % 1030 as d from generate_series(1, ${trajectories}) n) days;
  insert into trajectory (org_id, id, person_id, referral_id, programme_id, programme_version, state, waiting_since, started_on, closed_on, closure_reason, worker_id, created_at)
    select '${orgId}', md5('t' || n)::uuid, md5('p' || n)::uuid, md5('r' || n)::uuid, '${programme.id}', '${programme.version}',
      case when n % 3 = 0 then 'waiting' when n % 3 = 1 then 'closed' else 'active' end, d + 9,
      case when n % 3 > 0 then d + 30 end, case when n % 3 = 1 then d + 300 end, case when n % 3 = 1 then 'goals_met' end,
      '${workerId}', d
    from (select n, date '2024-01-01' + n % 1030 as d from generate_series(1, ${trajectories}) n) days;
  insert into intake (org_id, id, trajectory_id, state, facts_sealed, done_at)
    select '${orgId}', gen_random_uuid(), md5('t' || n)::uuid, 'done', '\\x00', date '2024-01-09' + n % 1030
    from generate_series(1, ${trajectories}) n;
  insert into closure (org_id, id, trajectory_id, reason_code, result, contacts_done, evaluation, goals, programme_version, decided_at)
    select '${orgId}', gen_random_uuid(), md5('t' || n)::uuid, 'goals_met', (array['completed', 'ended_early'])[1 + n % 2], 18,
      'taken', '{}', '1.0.0', now()
    from generate_series(1, ${trajectories}) n where n % 3 = 1;
  insert into contact (org_id, id, trajectory_id, worker_id, number, state, mode, due_from, due_until, planned_on, done_on, minutes)
    select '${orgId}', gen_random_uuid(), md5('t' || n)::uuid, '${workerId}', v,
      (array['done', 'done', 'done', 'done', 'no_show', 'cancelled', 'planned'])[1 + (n + v) % 7], 'home',
      d, d + 10, d + 3, case when (n + v) % 7 < 4 then d + 3 end, 60
    from (select n, v, date '2024-02-01' + n % 1030 + v * 21 as d
      from generate_series(1, ${trajectories}) n, generate_series(1, ${Math.round(contacts / trajectories)}) v) days;
  set session_replication_role = default`.split(';\n')
