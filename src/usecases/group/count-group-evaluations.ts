import { z } from 'zod'
import { listScores } from '#db/measure.ts'
import { countScale } from '#domain/group/evaluation-counts.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { question } from '#usecases/use-case.ts'

/** What women answered about their group at its last sessions, over all groups of a programme together. */
export const countGroupEvaluations = question({
  name: 'count-group-evaluations',
  may: groupPolicy.countEvaluations,
  input: z.strictObject({}),
  async run({ tx, orgId, programmes }) {
    const counted = []
    for (const { id: programmeId, label, measures, instruments } of programmes.offered)
      for (const { moment, when, instruments: asked } of measures) {
        if (when.at !== 'session') continue
        // What is asked at other moments too is about herself, and told in her own file.
        const elsewhere = measures.flatMap((one) => (one.when.at === 'session' ? [] : one.instruments))
        const ofGroup = ({ id }: { id: string }) => asked.includes(id) && !elsewhere.includes(id)
        for (const instrument of instruments.filter(ofGroup)) {
          const rows = await listScores(tx, orgId, { programmeId, instrumentId: instrument.id, moment })
          const items = instrument.items.flatMap((item) => {
            if (item.kind !== 'scale') return []
            // Our own writing: numbers by question.
            const answers = rows.flatMap(
              ({ scores }) => (scores as Readonly<Record<string, number>> | null)?.[item.id] ?? [],
            )
            return [{ ...countScale(item, answers), question: item.question }]
          })
          counted.push({ programme: label, label: instrument.label, items })
        }
      }
    return counted
  },
})
