import { z } from 'zod'
import { insertWorkers } from '#db/worker.ts'
import { findBeginner, insertApplication } from '#db/worker-life.ts'
import { personInput } from '#domain/person/person.ts'
import {
  type Application,
  answerBy,
  applicationInput,
  applicationWithoutBsn,
} from '#domain/worker/application.ts'
import { emptyProfile } from '#domain/worker/profile.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import type { Work } from '#usecases/context.ts'
import { createPeople, printsOf } from '#usecases/person/person-file.ts'
import { command } from '#usecases/use-case.ts'
import { applicationFields } from '#usecases/worker/application-fields.ts'
import { keepStep } from '#usecases/worker/take-step.ts'
import { checkProgrammes, workerColumns } from '#usecases/worker/worker-input.ts'

/**
 * Somebody wants to stand beside a mother: an applicant, on the worklist of the coordinators. Who sends it twice is one
 * applicant, and hears the same either way: the form tells nobody who is known here.
 */
export const applyAsWorker = command({
  name: 'apply-as-worker',
  action: 'create',
  may: workerPolicy.apply,
  input: z.strictObject({ application: applicationInput }),
  async run(work, { application: sent }) {
    checkProgrammes(work, sent.programmes)
    const application = applicationWithoutBsn(sent)
    const by = answerBy(work.today)
    const { name, phone, email, languages } = application
    const person = personInput.parse({ name, phone, email, languages })
    const prints = await printsOf(work, person)
    const known = await findBeginner(work.tx, work.orgId, {
      phone: prints.phone_print,
      email: prints.email_print,
    })
    if (known) await work.vault.load([known.person_id])
    const worker = known
      ? { id: known.id, personId: known.person_id }
      : await beginWorker(work, application, person)
    work.about({ person: worker.personId })
    const id = work.newId()
    await insertApplication(work.tx, {
      org_id: work.orgId,
      id,
      worker_id: worker.id,
      words_sealed: applicationFields.sealIf(
        work.vault,
        worker.personId,
        id,
        'words_sealed',
        application.words,
      ),
      language: application.language,
      received_on: work.today,
      answer_by: by,
      received_at: work.now,
    })
    /** As ISO text: a first result is told again from what was kept. */
    return { answerBy: by.toString() }
  },
})

async function beginWorker(
  work: Work,
  { programmes }: Application,
  data: z.output<typeof personInput>,
): Promise<{ id: string; personId: string }> {
  const { tx, orgId, today, now, newId } = work
  const [personId] = await createPeople(work, [{ kind: 'worker', data }])
  if (personId === undefined) throw new Error('an applicant without a person')
  const id = newId()
  await insertWorkers(tx, [
    {
      org_id: orgId,
      id,
      person_id: personId,
      state: 'applicant',
      // What she will be, the interview tells.
      ...workerColumns({ kind: 'volunteer', programmes, profile: emptyProfile, capacity: 1 }),
      from_day: today,
      state_since: today,
      coordinator_id: null,
      created_at: now,
    },
  ])
  await keepStep(work, id, { step: 'apply', from: null, to: 'applicant', on: today })
  return { id, personId }
}
