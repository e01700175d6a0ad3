import { z } from 'zod'
import { findOnOtherVersions } from '#db/trajectory.ts'
import { mayMove } from '#domain/programme/move-version.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound } from '#usecases/failure.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { movingOf } from '#usecases/programme/moving.ts'
import { question } from '#usecases/use-case.ts'

/** More than this nobody goes through in one go. */
const most = 100

/** Whose trajectory goes by another version than the one that is offered, and whether it could move over: one by one. */
export const listVersionMoves = question({
  name: 'list-version-moves',
  may: programmePolicy.move,
  input: z.strictObject({ programmeId: z.string().max(60) }),
  async run(work, { programmeId }) {
    const to = work.programmes.find(programmeId)
    if (!to) throw new NotFound()
    const rows = await findOnOtherVersions(work.tx, work.actor, {
      programmeId,
      version: to.version,
      limit: most,
    })
    const names = await readNames(
      work,
      rows.map(({ person_id }) => person_id),
    )
    work.about({ person: rows.map(({ person_id }) => person_id), trajectory: rows.map(({ id }) => id) })
    const listed = []
    for (const row of rows) {
      const allowed = mayMove(await movingOf(work, row), to)
      listed.push({
        trajectoryId: row.id,
        version: row.version,
        name: names.get(row.person_id) ?? '—',
        from: row.programme_version,
        /** `null`: nothing stands in the way. */
        refused: isRefusal(allowed) ? allowed.refused : null,
      })
    }
    return { to: to.version, trajectories: listed }
  },
})
