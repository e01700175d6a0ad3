import { z } from 'zod'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { heldBecause, heldReasons } from '#domain/field-phone/phone-entry.ts'
import type { ItemAnswer } from '#domain/field-phone/phone-queue.ts'
import { roles } from '#domain/member/role.ts'
import type { Form } from '#pages/form-data.ts'
import { type FileAnswer, publicRoute, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { askPhone } from '#usecases/field-phone/ask-phone.ts'
import { beginPhone } from '#usecases/field-phone/begin-phone.ts'
import { holdEntry } from '#usecases/field-phone/hold-entry.ts'
import { listPhones } from '#usecases/field-phone/list-phones.ts'
import { readPack } from '#usecases/field-phone/read-pack.ts'
import { takeEntry } from '#usecases/field-phone/take-entry.ts'

/** What a phone's own script asks; each answer is JSON. The phone's clock comes along, and ours decides. */
export const fieldSendRoutes: readonly Route[] = [
  staffRoute({
    path: paths.field.begin(),
    who: ['worker'],
    async post({ context, actor, form, host }) {
      const said = body(form, z.object({ id: z.string(), secret: z.string() }))
      const { boxKey } = await beginPhone(context, actor, said)
      return json({ boxKey, org: host.slug })
    },
  }),
  staffRoute({
    path: paths.field.pack(),
    who: ['worker'],
    async post({ context, actor, form }) {
      const said = body(form, z.object({ phoneId: z.string(), phoneNow: z.number() }))
      return json(await readPack(context, actor, said))
    },
  }),
  staffRoute({
    path: paths.field.send(),
    // Whoever wrote it may hand it in, also if she visits nobody any more.
    who: [...roles],
    bodyLimit: 512 * 1024,
    async post(request) {
      const { phoneId, phoneNow, items } = body(request.form, sent)
      // Nothing to send: whether this phone is of who is signed in, before a page keeps anything of hers on it.
      if (items.length === 0) return json({ results: [], hers: await isHers(request, phoneId) })
      const results: { id: string; said: ItemAnswer }[] = []
      for (const item of items)
        results.push({ id: item.id, said: await handIn(request, { ...item, phoneId, phoneNow }) })
      return json({ results })
    },
  }),
  publicRoute({
    path: paths.field.still(':org'),
    who: 'public',
    door: 'phone',
    async post({ context, actor, form }) {
      return json(
        await askPhone(context, actor, body(form, z.object({ id: z.string(), secret: z.string() }))),
      )
    },
  }),
]

const sent = z.object({
  phoneId: z.string(),
  phoneNow: z.number(),
  items: z.array(z.object({ id: z.string(), box: z.string() })).max(20),
})
async function isHers({ context, actor }: StaffRequest, phoneId: string): Promise<boolean> {
  if (!fieldPhonePolicy.carry(actor)) return false
  const { phones, offline } = await listPhones(context, actor, {})
  return offline !== 'off' && phones.some(({ id, own, ended }) => id === phoneId && own && !ended)
}

type Item = { id: string; box: string; phoneId: string; phoneNow: number }

/** One item: it goes in, or it is kept until somebody looked. Only then the phone lets go of it. */
async function handIn({ context, actor }: StaffRequest, item: Item): Promise<ItemAnswer> {
  try {
    await takeEntry(context, actor, item)
    return 'kept'
  } catch (error) {
    if (isErased(error)) return 'no_file'
    const because = reasonOf(error)
    if (!because) throw error
    try {
      await holdEntry(context, actor, { ...item, because })
      return 'kept'
    } catch (again) {
      // Another's phone, or no item at all: nothing was taken, and the phone keeps what it has.
      if (again instanceof NotFound) return 'not_hers'
      if (isErased(again)) return 'no_file'
      if (again instanceof Invalid) return 'later'
      throw again
    }
  }
}

/** Erased meanwhile: there is nothing to wait for, and the phone hears that in words. */
const isErased = (error: unknown): boolean => error instanceof Refused && error.code === 'no-file'

function reasonOf(error: unknown) {
  if (error instanceof NotFound || error instanceof Forbidden) return heldBecause['not-found']
  if (error instanceof Invalid) return heldBecause.invalid
  if (!(error instanceof Refused)) return null
  const code = error.code.replaceAll('-', '_')
  if (error.code === 'not-from-this-state') return 'trajectory_over' as const
  return heldReasons.find((reason) => reason === code) ?? heldBecause.refused
}

function body<Schema extends z.ZodType>(form: Form, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(form.text('body')))
  } catch {
    throw new Invalid({ body: 'not-valid' })
  }
}

const json = (value: unknown): FileAnswer => ({
  kind: 'file',
  name: 'answer.json',
  type: 'application/json',
  body: JSON.stringify(value),
})
