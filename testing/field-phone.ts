import type { MemberActor } from '#domain/member/actor.ts'
import { boxed, newItemId } from '#pages/field-phone/phone-box.ts'
import { beginPhone } from '#usecases/field-phone/begin-phone.ts'
import { setOffline } from '#usecases/organisation/set-offline.ts'
import type { World } from './world-on.ts'

/** A phone of a worker that may carry visits, as her browser makes one, and what it writes. */
export interface TestPhone {
  readonly id: string
  readonly secret: string
  /** An item of its queue; `written` by the phone's own clock. */
  item(
    what: { form?: 'contact-log' | 'contact-extra'; subjectId: string; draft?: boolean },
    answers?: Record<string, string>,
    clock?: { written?: number; now?: number },
  ): Promise<{ phoneId: string; id: string; box: string; phoneNow: number }>
}

type Of = Pick<World, 'context' | 'member' | 'orgId'>

export async function allowOffline(
  { context, member, orgId }: Of,
  rule: 'off' | 'on' | 'on_gravest' = 'on',
  at = orgId,
): Promise<void> {
  const administrator = await member(['administrator'], at)
  await setOffline(context, { ...administrator, provedAt: context.now() }, { rule })
}

export async function phoneOf({ context }: Pick<World, 'context'>, worker: MemberActor): Promise<TestPhone> {
  const ours = () => context.now().epochMilliseconds
  const id = newItemId(ours())
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  const { boxKey } = await beginPhone(context, worker, { id, secret })
  return {
    id,
    secret,
    async item({ form = 'contact-log', subjectId, draft = false }, answers = visited(), clock = {}) {
      const now = clock.now ?? ours()
      const claimed = clock.written ?? now
      const itemId = newItemId(claimed)
      const text = JSON.stringify({ form, subjectId, claimed, answers, draft })
      return { phoneId: id, id: itemId, box: await boxed(boxKey, itemId, text), phoneNow: now }
    },
  }
}

export const visited = (went = 'Rustig gesprek.'): Record<string, string> => ({
  what: 'done',
  on: 'today',
  minutes: '60',
  mode: 'home',
  feeling: 'good',
  present: 'partner,children',
  went,
  next: 'Samen naar het consultatiebureau',
})
