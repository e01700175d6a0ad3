import { insertWorkers } from '#db/worker.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { createPeople } from '#usecases/person/person-file.ts'
import { command } from '#usecases/use-case.ts'
import { keepStep } from '#usecases/worker/take-step.ts'
import { checkProgrammes, workerColumns, workerInput } from '#usecases/worker/worker-input.ts'

/**
 * Makes a file for somebody who wants to stand beside mothers: an applicant. She needs no login for it; an
 * invitation links one later.
 */
export const registerWorker = command({
  name: 'register-worker',
  action: 'create',
  may: workerPolicy.register,
  input: workerInput,
  async run(work, input) {
    const { tx, orgId, today, now, newId, actor } = work
    checkProgrammes(work, input.programmes)
    const [personId] = await createPeople(work, [{ kind: 'worker', data: input.person }])
    if (personId === undefined) throw new Error('a worker without a person')
    const id = newId()
    await insertWorkers(tx, [
      {
        org_id: orgId,
        id,
        person_id: personId,
        state: 'applicant',
        ...workerColumns(input),
        from_day: today,
        state_since: today,
        coordinator_id: actor.kind === 'member' ? actor.memberId : null,
        created_at: now,
      },
    ])
    await keepStep(work, id, { step: 'register', from: null, to: 'applicant', on: today })
    return { workerId: id }
  },
})
