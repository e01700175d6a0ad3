import { z } from 'zod'
import { paperCode, paperWay } from '#domain/measure/on-paper.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { readLicences } from '#usecases/instrument/permissions.ts'
import { heldMoment } from '#usecases/measure/held-moment.ts'
import { textsIn } from '#usecases/measure/list-measures.ts'
import { withLoadedTexts } from '#usecases/measure/with-loaded-texts.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { question } from '#usecases/use-case.ts'

/**
 * The questions of one moment to be printed, with a code and no name. Asks first whether paper may go to her at all, and
 * leaves out what may never be on paper and what can't be asked now.
 */
export const readPaperQuestions = question({
  name: 'read-paper-questions',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({ trajectoryId: z.uuid(), moment: z.string().max(10), texts: textsIn }),
  async run(work, { trajectoryId, moment, texts }) {
    const held = await heldMoment(work, trajectoryId, moment)
    const { trajectory } = held
    await leaveOnPaper(work, 'questionnaire', trajectory.person_id)
    const licence = await readLicences(work)
    const { questionnaires: due } = await withLoadedTexts(work, held.due, texts)
    const questionnaires = due.flatMap(({ instrument, shelf }) => {
      const way = paperWay(instrument, shelf, shelf ? licence(shelf) : 'free')
      return way ? [{ instrument, shelf, way }] : []
    })
    if (questionnaires.length === 0) throw new Refused('measure-none-on-paper')
    return { code: paperCode(trajectoryId, moment), questionnaires }
  },
})
