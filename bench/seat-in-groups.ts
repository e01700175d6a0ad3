import type pg from 'pg'

/**
 * Puts everybody of one programme in a group of nine that met six times, with two facilitators. Rows only, written as
 * the owner: what a group is called and where it meets is sealed, and nothing here opens it.
 */
export async function seatInGroups(owner: pg.Client, programmeId: string): Promise<void> {
  await owner.query(
    `create temp table seat as
      select t.org_id, t.id as trajectory_id, t.person_id, t.worker_id, t.programme_version, gen_random_uuid() as place_id,
        ((row_number() over (order by t.id) - 1) / 9)::int as nr
      from trajectory t where t.programme_id = '${programmeId}'`,
  )
  await owner.query(`
    create temp table circle as select org_id, nr, max(programme_version) as version, gen_random_uuid() as id,
      array_agg(distinct worker_id) as workers from seat group by org_id, nr;
    insert into "group" (org_id, id, programme_id, programme_version, state, title_sealed, cadence_days, started_on, start_size, created_at)
      select org_id, id, '${programmeId}', version, 'running', '\\x00', 7, current_date - 42, 9, now() from circle;
    insert into group_facilitator (org_id, id, group_id, worker_id, from_day, decided_at)
      select org_id, gen_random_uuid(), id, worker, current_date - 42, now() from circle, unnest(workers[1:2]) as worker;
    insert into group_place (org_id, id, group_id, trajectory_id, person_id, state, prepared_at)
      select s.org_id, s.place_id, c.id, s.trajectory_id, s.person_id, 'active', now() from seat s join circle c using (org_id, nr);
    create temp table met as select org_id, nr, id as group_id, workers, number, gen_random_uuid() as id
      from circle, generate_series(1, 12) as number;
    insert into group_session (org_id, id, group_id, number, state, on_day, minutes)
      select org_id, id, group_id, number, case when number <= 6 then 'held' else 'planned' end,
        current_date - 42 + 7 * (number - 1), case when number <= 6 then 150 end from met;
    insert into session_facilitator (org_id, id, session_id, worker_id, state)
      select org_id, gen_random_uuid(), id, worker, 'present' from met, unnest(workers[1:2]) as worker where number <= 6;
    insert into attendance (org_id, id, session_id, place_id, state, recorded_at)
      select m.org_id, gen_random_uuid(), m.id, s.place_id, case when random() < 0.9 then 'present' else 'absent_notified' end, now()
      from met m join seat s using (org_id, nr) where m.number <= 6;
    drop table seat, circle, met`)
}
