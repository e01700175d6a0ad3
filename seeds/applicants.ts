import { applyAsWorker } from '#usecases/worker/apply-as-worker.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import type { Stage } from './stage.ts'

/** Three who want to join: one wrote yesterday, one is asked for a talk, one waits for her VOG. */
const stories = [
  {
    given: 'Fatma',
    family: 'Öztürk',
    language: 'tr',
    daysAgo: 1,
    words: 'Toen ik mijn eerste kreeg, kende ik hier niemand. Nu wil ik er voor een ander zijn.',
    steps: [],
  },
  {
    given: 'Loes',
    family: 'Brandsma',
    language: 'nl',
    daysAgo: 9,
    words: 'Ik heb drie kinderen grootgebracht en sinds kort de dinsdagen vrij.',
    steps: ['plan-interview'],
  },
  {
    given: 'Senait',
    family: 'Kidane',
    language: 'ti',
    daysAgo: 50,
    words: 'Ik spreek Tigrinya en Nederlands. Een buurvrouw vertelde mij hiervan.',
    steps: ['plan-interview', 'start-training', 'request-vog'],
  },
] as const

/** They came by the form that anybody can open; what followed, the coordinator did. */
export async function letPeopleApply({ orgId, today, on, coordinator }: Stage): Promise<void> {
  for (const [at, { given, family, language, daysAgo, words, steps }] of stories.entries()) {
    const day = today.subtract({ days: daysAgo })
    await applyAsWorker(
      on(day),
      { kind: 'visitor', orgId, door: 'applicant' },
      {
        application: {
          name: { given, family },
          phone: `+3161000${String(1101 + at)}`,
          languages: [language, ...(language === 'nl' ? [] : ['nl'])],
          words,
          language: 'nl',
          agreed: true,
        },
      },
    )
    const workers = await listWorkers(on(day), coordinator, {})
    const id = workers.find(({ name }) => name === `${given} ${family}`)?.workerId
    if (!id) throw new Error('nobody applied')
    for (const [step, name] of steps.entries()) {
      const then = day.add({ days: (step + 1) * 6 })
      const { version } = await readWorker(on(then), coordinator, { id })
      await stepWorkerOn(on(then), coordinator, { id, version, step: name })
    }
  }
}
