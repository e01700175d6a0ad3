import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import { paperCode } from '#domain/measure/on-paper.ts'
import { keyedTwice } from '#domain/measure/second-keying.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { heldPaper, keyedAgain } from '#usecases/measure/held-paper.ts'
import { textsIn } from '#usecases/measure/list-measures.ts'
import { withLoadedTexts } from '#usecases/measure/with-loaded-texts.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A paper to be keyed in a second time: its questions and none of the answers. Where the second answers are given, each
 * question on which the two differ, side by side.
 */
export const readSecondKeying = question({
  name: 'read-second-keying',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    moment: z.string().max(10),
    answers: z.record(z.string().max(130), z.string().max(5000)).nullable().default(null),
    texts: textsIn,
  }),
  async run(work, { trajectoryId, moment, answers, texts }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const definition = definitionOf(work, trajectory)
    const papers = await heldPaper(work, trajectory, definition, moment)
    const differences = (answers ? keyedAgain(papers, answers) : []).flatMap(
      ({ paper, differences: found }) =>
        found.map((one) => ({ ...one, field: fieldOf(paper.instrument, { id: one.itemId }) })),
    )
    const { questionnaires } = await withLoadedTexts(work, papers, texts)
    return {
      trajectoryId,
      people: peopleOf(definition),
      code: paperCode(trajectoryId, moment),
      questionnaires: questionnaires.map(({ instrument, shelf }) => ({
        instrument: { ...instrument, items: keyedTwice(instrument) },
        shelf,
      })),
      differences,
    }
  },
})
