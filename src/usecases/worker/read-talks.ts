import { listTalks } from '#db/worker-talk.ts'
import { isUnsaid, settlingsOn } from '#domain/worker/talk.ts'
import type { Work } from '#usecases/context.ts'

const shown = 20

/** Talks with her, planned, held, missed and moved; call it only for a worker the actor may see. */
export const readTalks = async ({ tx, orgId, today }: Work, workerId: string) =>
  (await listTalks(tx, orgId, workerId, shown)).map((row) => ({
    talkId: row.id,
    version: row.version,
    kind: row.kind,
    on: row.planned_on,
    state: row.state,
    settledOn: row.settled_on,
    /** Its day is over and nobody said how it went. */
    unsaid: isUnsaid(row.state, row.planned_on, today),
    /** What may be said of it today. */
    settlings: settlingsOn({ state: row.state, plannedOn: row.planned_on }, today),
  }))
