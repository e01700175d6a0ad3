import { createDecipheriv, randomUUID } from 'node:crypto'
import type pg from 'pg'

/**
 * The floor: what the same page costs when nothing is in between. One hand-written query in the same kind of
 * transaction, the same access-log insert, sealed values opened by the shortest code that can, HTML put together
 * from strings. It checks nobody's session or authority, escapes nothing, knows one role's view and no words but
 * Dutch; it is here to be compared with, not to be used.
 */
export interface Floor {
  caseload(): Promise<string>
  trajectory(id: string): Promise<string>
}

interface Options {
  readonly pool: pg.Pool
  readonly orgId: string
  readonly memberId: string
  readonly organisationKey: Buffer
}

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
/** `2026-11-03` → `3 november 2026` */
const written = (day: string | null): string =>
  day === null ? '' : `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
const dayNumber = (day: string): number => Date.parse(day) / 86_400_000

export function openFloor({ pool, orgId, memberId, organisationKey }: Options): Floor {
  const keys = new Map<string, Buffer>()
  const open = (key: Buffer, bound: string, sealed: Buffer): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(sealed.subarray(sealed.length - 16))
    return Buffer.concat([decipher.update(sealed.subarray(13, sealed.length - 16)), decipher.final()])
  }
  const text = (owner: string, wrapped: Buffer, place: string, sealed: Buffer): string => {
    let key = keys.get(owner)
    if (!key) {
      key = open(organisationKey, `data_key|${orgId}|${owner}`, wrapped)
      keys.set(owner, key)
    }
    return open(key, `${orgId}|${place}|${owner}`, sealed).toString()
  }
  const name = (owner: string | null, wrapped: Buffer, sealed: Buffer): string => {
    if (owner === null) return ''
    const { given, family } = JSON.parse(text(owner, wrapped, `person|name_sealed|${owner}`, sealed))
    return `${given} ${family ?? ''}`
  }
  /** Prepared once on each connection: what Naast's own pool does, the floor may do too. */
  const names = new Map<string, string>()
  const asked = (client: pg.PoolClient, text: string, values: unknown[]) => {
    const name = names.get(text) ?? `floor${names.size}`
    names.set(text, name)
    return client.query({ name, text, values })
  }
  const audit = (
    client: pg.PoolClient,
    event: string,
    people: readonly string[],
    trajectories: readonly string[],
  ) =>
    asked(
      client,
      `insert into audit_event (org_id, id, at, event, action, outcome, actor_kind, actor_id, actor_roles, person_ids, trajectory_ids, access_basis, policy_version, request_id)
       values ($1, $2, now(), $3, 'read', 'success', 'member', $4, '{coordinator}', $5, $6, 'role', 'floor', 'floor')`,
      [orgId, randomUUID(), event, memberId, people, trajectories],
    )
  const inside = async (work: (client: pg.PoolClient) => Promise<string>): Promise<string> => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('naast.org', $1, true)`, [orgId])
      await client.query('set local role naast_work')
      const html = await work(client)
      await client.query('commit')
      return html
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  const page = (title: string, body: string): string =>
    `<!doctype html><html lang="nl" class="naast naast--staff"><head><meta charset="utf-8"/><title>${title}</title><link rel="stylesheet" href="/assets/staff.css"/></head><body class="utrecht-document"><main id="main" class="naast-main"><h1 class="utrecht-heading-1">${title}</h1>${body}</main></body></html>`

  return {
    caseload: () =>
      inside(async (client) => {
        const { rows } = await asked(
          client,
          `select t.id, t.person_id, t.state, t.phase, t.waiting_since::text, t.started_on::text, t.last_contact_on::text, t.next_contact_on::text,
             t.contacts_done, p.name_sealed, k.wrapped, w.person_id as worker_person_id, wp.name_sealed as worker_name_sealed, wk.wrapped as worker_wrapped
           from trajectory t
             join person p on p.org_id = t.org_id and p.id = t.person_id
             join keys.data_key k on k.org_id = t.org_id and k.owner_id = t.person_id
             left join worker w on w.org_id = t.org_id and w.id = t.worker_id
             left join person wp on wp.org_id = w.org_id and wp.id = w.person_id
             left join keys.data_key wk on wk.org_id = w.org_id and wk.owner_id = w.person_id
           where t.org_id = $1 and t.state <> 'closed'
           order by coalesce(t.last_contact_on, t.started_on, t.waiting_since, date '9999-12-31'), t.id limit 50`,
          [orgId],
        )
        await audit(
          client,
          'floor-caseload',
          rows.map((row) => row.person_id),
          rows.map((row) => row.id),
        )
        const today = Date.now() / 86_400_000
        let html =
          '<table class="utrecht-table naast-table"><caption>Lopend</caption><thead><tr><th scope="col">Naam</th><th scope="col">Stand</th><th scope="col">Begeleider</th><th scope="col">Laatst gezien</th><th scope="col">Volgende</th><th scope="col">Gedaan</th></tr></thead><tbody>'
        for (const row of rows) {
          const days = row.state === 'active' ? today - dayNumber(row.last_contact_on ?? row.started_on) : 0
          html += `<tr><th scope="row"><a class="utrecht-link utrecht-link--html-a" href="/trajectories/${row.id}">${name(row.person_id, row.wrapped, row.name_sealed)}</a></th><td data-heading="Stand"><span class="naast-tag naast-tag--done">${row.state}</span> ${row.phase ?? ''} ${row.state === 'waiting' ? written(row.waiting_since) : ''}</td><td data-heading="Begeleider">${name(row.worker_person_id, row.worker_wrapped, row.worker_name_sealed)}</td><td data-heading="Laatst gezien">${written(row.last_contact_on)}${days > 37 ? `<span class="naast-tag naast-tag--attention">${Math.floor(days)} dagen geleden</span>` : ''}</td><td data-heading="Volgende">${written(row.next_contact_on)}</td><td data-heading="Gedaan" class="naast-numeric">${row.contacts_done}</td></tr>`
        }
        return page('Trajecten', `${html}</tbody></table>`)
      }),
    trajectory: (id) =>
      inside(async (client) => {
        const { rows } = await asked(
          client,
          `select t.*, t.started_on::text, t.ends_on::text, t.last_contact_on::text, t.next_contact_on::text,
             p.name_sealed, p.phone_sealed, k.wrapped, c.birth_day_sealed, ck.wrapped as child_wrapped,
             w.person_id as worker_person_id, wp.name_sealed as worker_name_sealed, wk.wrapped as worker_wrapped,
             s.id as terms_id, s.terms_sealed, s.confirmed_on::text
           from trajectory t
             join person p on p.org_id = t.org_id and p.id = t.person_id
             join keys.data_key k on k.org_id = t.org_id and k.owner_id = t.person_id
             left join person c on c.org_id = t.org_id and c.id = t.child_id
             left join keys.data_key ck on ck.org_id = t.org_id and ck.owner_id = t.child_id
             left join worker w on w.org_id = t.org_id and w.id = t.worker_id
             left join person wp on wp.org_id = w.org_id and wp.id = w.person_id
             left join keys.data_key wk on wk.org_id = w.org_id and wk.owner_id = w.person_id
             left join safe_contact_policy s on s.org_id = t.org_id and s.person_id = t.person_id and s.until_at is null
           where t.org_id = $1 and t.id = $2`,
          [orgId, id],
        )
        const [row] = rows
        const { rows: contacts } = await asked(
          client,
          `select id, number, state, mode, phase, due_from::text, due_until::text, planned_on::text, done_on::text, minutes, cancelled_by
             from contact where org_id = $1 and trajectory_id = $2 order by number`,
          [orgId, id],
        )
        const { rows: measures } = await asked(
          client,
          `select moment, min(state) as state, min(due_on)::text as due_on, max(taken_on)::text as taken_on from measure where org_id = $1 and trajectory_id = $2 group by moment order by moment`,
          [orgId, id],
        )
        await audit(client, 'floor-trajectory', [row.person_id], [id])
        const born = row.child_id
          ? text(
              row.child_id,
              row.child_wrapped,
              `person|birth_day_sealed|${row.child_id}`,
              row.birth_day_sealed,
            )
          : null
        const phone = text(
          row.person_id,
          row.wrapped,
          `person|phone_sealed|${row.person_id}`,
          row.phone_sealed,
        )
        const terms = row.terms_id
          ? JSON.parse(
              text(
                row.person_id,
                row.wrapped,
                `safe_contact_policy|terms_sealed|${row.terms_id}`,
                row.terms_sealed,
              ),
            )
          : null
        const facts = [
          ['Fase', row.phase],
          ['Volgende bezoek', written(row.next_contact_on)],
          ['Begeleider', name(row.worker_person_id, row.worker_wrapped, row.worker_name_sealed)],
          ['Bezoeken', row.contacts_done],
          ['Loopt', `${written(row.started_on)} tot ${written(row.ends_on)}`],
          ['Kind', written(born)],
          ['Telefoon', phone],
          ['Mag worden bereikt', terms ? `${terms.channels.join(', ')} ${terms.pickedUpBy}` : 'onbekend'],
        ]
        let html = '<dl class="naast-summary">'
        for (const [term, fact] of facts)
          html += `<div class="naast-summary__row"><dt>${term}</dt><dd>${fact}</dd></div>`
        html += '</dl>'
        const marks = [
          ...contacts.map((one) => ({
            what: `Bezoek ${one.number}`,
            on: one.done_on ?? one.planned_on ?? one.due_from,
            when: one.done_on
              ? written(one.done_on)
              : `${written(one.due_from)} tot ${written(one.due_until)}`,
            phase: one.phase ?? '',
            state: one.cancelled_by ?? one.state,
          })),
          ...measures.map((one) => ({
            what: `Meting ${one.moment}`,
            on: one.taken_on ?? one.due_on,
            when: written(one.taken_on ?? one.due_on),
            phase: '',
            state: one.state,
          })),
        ].sort((a, b) => (a.on < b.on ? -1 : 1))
        const from = row.started_on ? dayNumber(row.started_on) : 0
        // A year a row, as on the page.
        for (let year = 0; row.started_on && year < 2; year += 1) {
          html += '<svg viewBox="0 0 320 164" role="img"><path class="naast-strip__axis" d="M0 31H320"/>'
          for (let month = 0; month < 12; month += 1)
            html += `<path class="naast-strip__axis" d="M${month * 26.7} 27v4"/><text class="naast-strip__small" x="${month * 26.7}" y="25">${months[month]}</text>`
          for (const mark of marks) {
            const week = (dayNumber(mark.on) - from) / 7
            if (Math.floor(week / 52) !== year) continue
            const x = Math.round((week % 52) * 61.5) / 10
            html += `<g><title>${mark.what}, ${mark.when}: ${mark.state}</title><circle class="naast-mark--${mark.state}" cx="${x}" cy="64" r="7"/><text class="naast-strip__small" x="${x}" y="104" text-anchor="middle">${mark.what}</text></g>`
          }
          html += '</svg>'
        }
        html +=
          '<table class="utrecht-table naast-table"><caption>Verloop</caption><thead><tr><th scope="col">Wat</th><th scope="col">Wanneer</th><th scope="col">Fase</th><th scope="col">Stand</th></tr></thead><tbody>'
        for (const mark of marks)
          html += `<tr><th scope="row">${mark.what}</th><td data-heading="Wanneer">${mark.when}</td><td data-heading="Fase">${mark.phase}</td><td data-heading="Stand">${mark.state}</td></tr>`
        return page(name(row.person_id, row.wrapped, row.name_sealed), `${html}</tbody></table>`)
      }),
  }
}
