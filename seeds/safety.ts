import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { recordIncident } from '#usecases/incident/record-incident.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { checkRedFlags } from '#usecases/safety/check-red-flags.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { recordKindcheck } from '#usecases/safety/record-kindcheck.ts'
import { reviewRedFlags } from '#usecases/safety/review-red-flags.ts'
import { writeSafetyPlan } from '#usecases/safety/write-safety-plan.ts'
import type { Stage } from './stage.ts'

/** Who is asked when there is danger: the coordinator first, the safeguarding lead after her. */
export async function takeTurns(
  { on, today, coordinator }: Stage,
  lead: MemberActor | undefined,
): Promise<void> {
  const day = today.subtract({ days: 30 })
  const turn = { from: day, until: today.add({ days: 60 }) }
  for (const [at, { memberId }] of [coordinator, ...(lead ? [lead] : [])].entries())
    await putOnCall(on(day), coordinator, { memberId, rank: at + 1, ...turn })
}

/** Something small that went wrong, written down so that it does not go wrong twice. */
export const somethingWentWrong = ({ on, today, coordinator }: Stage): Promise<unknown> => {
  const day = today.subtract({ days: 15 })
  return recordIncident(on(day), coordinator, {
    weight: 'incident',
    kind: 'injury',
    on: day,
    words: 'Een vrijwilliger gleed uit op een natte trap en kneusde haar pols. De huisarts keek ernaar.',
  })
}

/** What an intake asks about safety; what was seen is looked at by the safeguarding lead that same day. */
export async function askSafety(
  { on, coordinator }: Stage,
  day: Day,
  trajectoryId: string,
  { flags, children, lead }: { flags: readonly string[]; children: string; lead: MemberActor | undefined },
): Promise<void> {
  await checkRedFlags(on(day), coordinator, { trajectoryId, on: day, flags: [...flags] })
  await recordKindcheck(on(day), coordinator, { trajectoryId, outcome: 'no_concern', words: children })
  if (flags.length === 0 || !lead) return
  const { file } = await readSafety(on(day), lead, { trajectoryId })
  await reviewRedFlags(on(day), lead, {
    trajectoryId,
    review: { outcome: 'acted', code: 'asked_veilig_thuis' },
    flagIds: (file?.openFlags ?? []).map(({ id }) => id),
    words: 'Samen met de coördinator gebeld. Zij spreekt dinsdag met haar, langs de veilige weg.',
  })
}

/** What she does when it gets unsafe, in her words. */
export const planSafety = (
  { on, coordinator }: Stage,
  day: Day,
  trajectoryId: string,
  words: { readonly plan: string; readonly card: string },
  basedOn = 0,
): Promise<unknown> =>
  writeSafetyPlan(on(day), coordinator, {
    trajectoryId,
    basedOn,
    ...words,
    reviewOn: day.add({ days: 28 }),
  })
