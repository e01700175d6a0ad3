import { z } from 'zod'
import { saveAround } from '#db/person-around.ts'
import { aroundPolicy } from '#domain/around/around-policy.ts'
import { aroundInput } from '#domain/around/person-around.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { versionInput } from '#domain/version.ts'
import { sealAround } from '#usecases/around/around-fields.ts'
import { holdAround } from '#usecases/around/held-around.ts'
import { isHerNumber } from '#usecases/message/her-address.ts'
import { command } from '#usecases/use-case.ts'

/** She tells more of him, or something else. By its new version he is checked again. */
export const changeAround = command({
  name: 'change-around',
  action: 'update',
  may: aroundPolicy.change,
  input: z.strictObject({ id: z.uuid(), version: versionInput, told: aroundInput }),
  async run(work, { told, ...which }) {
    const row = await holdAround(work, which)
    const words = told.words && withoutBsn(told.words).text
    await saveAround(work.tx, row, {
      told_sealed: sealAround(work, row.person_id, row.id, { ...told, words }),
    })
    return { aroundId: row.id, sameNumber: await isHerNumber(work, row.person_id, told.phone) }
  },
})
