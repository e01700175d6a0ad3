import { z } from 'zod'
import { listCollisions as listRows } from '#db/collision.ts'
import { nameExchanges } from '#db/exchange.ts'
import { collisionClasses } from '#domain/collision/collision.ts'
import { collisionPolicy } from '#domain/collision/collision-policy.ts'
import { heardBy } from '#usecases/collision/heard.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'

/** More than these nobody looks at in a day; the open ones come first. */
const most = 300

/** What the check found and who it is about on her side, for who has to say something of it. */
export const listCollisions = question({
  name: 'list-collisions',
  may: collisionPolicy.hear,
  input: z.strictObject({}),
  async run(work) {
    const rows = await heardBy(work, await listRows(work.tx, work.orgId, most))
    const names = await readNames(
      work,
      rows.map(({ person_id }) => person_id),
    )
    const exchanges = await nameExchanges(
      work.tx,
      work.orgId,
      rows.flatMap(({ other_exchange_id }) => other_exchange_id ?? []),
    )
    const inOrder = [...rows].sort(
      (a, b) => collisionClasses.indexOf(a.class) - collisionClasses.indexOf(b.class),
    )
    const line = (row: (typeof rows)[number]) => ({
      id: row.id,
      woman: names.get(row.person_id) ?? '—',
      kind: row.other_kind,
      /** Which organisation knows him, where it is another one. */
      elsewhere: row.other_exchange_id && (exchanges.get(row.other_exchange_id) ?? null),
      class: row.class,
      verdict: row.verdict,
      foundOn: row.found_at.toZonedDateTimeISO(work.zone).toPlainDate(),
    })
    return {
      open: inOrder.filter(({ state }) => state === 'open').map(line),
      ruled: inOrder.filter(({ state }) => state === 'ruled').map(line),
      more: rows.length >= most,
    }
  },
})
