import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { turnRetention } from '#server/jobs/retention.ts'
import { within } from '#testing/cast.ts'
import { photograph } from '#testing/hostile-files.ts'
import { paper } from '#testing/papers.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { openWholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { correctContact } from '#usecases/contact/correct-contact.ts'
import { answerRetention } from '#usecases/erasure/answer-retention.ts'
import { askRetention } from '#usecases/erasure/ask-retention.ts'
import { erasePeople } from '#usecases/erasure/erase-people.ts'
import { addReceipt } from '#usecases/expense/add-receipt.ts'
import { answerPayout } from '#usecases/expense/answer-payout.ts'
import { approveExpenses } from '#usecases/expense/approve-expenses.ts'
import { changeOwnAccount } from '#usecases/expense/change-own-account.ts'
import { declineExpense } from '#usecases/expense/decline-expense.ts'
import { destroyReceipt } from '#usecases/expense/destroy-receipt.ts'
import { exportPayout } from '#usecases/expense/export-payout.ts'
import { makePayout } from '#usecases/expense/make-payout.ts'
import { openReceipt } from '#usecases/expense/open-receipt.ts'
import { prepareReceipt } from '#usecases/expense/prepare-receipt.ts'
import { readExpenseMonth } from '#usecases/expense/read-expense-month.ts'
import { readOwnExpenses } from '#usecases/expense/read-own-expenses.ts'
import { removeReceipt } from '#usecases/expense/remove-receipt.ts'
import { setExpenseRate } from '#usecases/expense/set-expense-rate.ts'
import { setExpenseTerms } from '#usecases/expense/set-expense-terms.ts'
import { withdrawExpense } from '#usecases/expense/withdraw-expense.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
let administrator: MemberActor
let lead: MemberActor
let one: RunningTrajectory
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
  administrator = await world.member(['administrator'])
  lead = await world.member(['safeguarding_lead'])
  await setExpenseRate(world.context, manager, { kind: 'kilometre', value: 23, from: '2026-11-01' })
  await setExpenseTerms(world.context, manager, {
    version: 0,
    account: { name: 'Stichting Waterrijk', iban: 'NL91ABNA0417164300' },
    counted: 'everything',
  })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.turnTo('2026-11-03')
  one = await runningTrajectory(world)
})

const none = { kilometres: null, publicTransport: null, otherKind: null, other: null } as const
const visit = (claim: Partial<{ kilometres: number; publicTransport: number }>) =>
  addContact(world.context, one.worker, {
    ...{ trajectoryId: one.trajectoryId, kind: 'done', on: '2026-11-03', minutes: 60 },
    claim: { ...none, ...claim },
  })
const lines = async () => (await readOwnExpenses(world.context, one.worker, {})).months[0]?.lines ?? []
const claimed = async (cents = 480) => {
  await visit({ publicTransport: cents })
  return (await lines()).find((line) => line.cents === cents && line.state === 'made')?.id ?? ''
}
const add = (expenseId: string, words = 'Parkeren in de Roerdompstraat', by = one.worker) =>
  addReceipt(world.context, by, { expenseId, file: paper(words) })
const open = async (expenseId: string, by: MemberActor = one.worker) =>
  (await openReceipt(world.context, by, { expenseId })).body.toString('latin1')
const left = async (expenseId: string) =>
  (
    await world.owner.query(
      `select r.id, (select count(*)::int from expense_receipt_segment s where s.document_id = r.id) as parts
       from expense_receipt r where r.expense_id = $1`,
      [expenseId],
    )
  ).rows
const segments = async () =>
  (await world.owner.query('select count(*)::int as n from expense_receipt_segment')).rows[0].n

describe('a receipt', () => {
  test('is added by who claims and by nobody else, with what was paid to somebody', async () => {
    const id = await claimed()
    const other = await runningTrajectory(world)
    const stranger = await world.member(['coordinator', 'worker'], world.otherOrgId)
    await expect(add(id, 'x', other.worker)).rejects.toThrow(NotFound)
    await expect(add(id, 'x', coordinator)).rejects.toThrow(Forbidden)
    await expect(add(id, 'x', stranger)).rejects.toThrow()
    await visit({ kilometres: 4 })
    const driven = (await lines()).find(({ kind }) => kind === 'kilometres')
    expect(driven?.receipt).toBe('none')
    await expect(add(driven?.id ?? '')).rejects.toMatchObject({ code: 'receipt-not-for-this' })
    expect((await lines()).find((line) => line.id === id)?.receipt).toBe('missing')
    await add(id)
    expect((await lines()).find((line) => line.id === id)?.receipt).toBe('there')
  })
  test('is shown to her and to who checks it: not to who pays, nor another worker, nor elsewhere', async () => {
    const id = await claimed()
    await add(id)
    expect(await open(id)).toContain('Roerdompstraat')
    expect(await open(id, coordinator)).toContain('Roerdompstraat')
    const other = await runningTrajectory(world)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    for (const payer of [manager, administrator, lead, await world.member(['privacy_officer'])])
      await expect(open(id, payer)).rejects.toThrow(Forbidden)
    for (const actor of [other.worker, stranger]) await expect(open(id, actor)).rejects.toThrow(NotFound)
    await expect(prepareReceipt(world.context, other.worker, { expenseId: id })).rejects.toThrow(NotFound)
    const { rows } = await world.owner.query(
      `select outcome from audit_event where event = 'open-receipt' and outcome = 'success'`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(2)
  })
  test('is hidden with the file of the woman of that visit', async () => {
    const id = await claimed()
    await add(id)
    const locked = await world.member(['coordinator'])
    expect(await open(id, locked)).toContain('Roerdompstraat')
    await setFileLock(world.context, lead, {
      fileId: one.trajectoryId,
      against: { kind: 'member', id: locked.memberId },
      words: 'Zij is haar zus.',
    })
    await expect(open(id, locked)).rejects.toThrow(NotFound)
    const seen = await readExpenseMonth(world.context, locked, { workerId: one.workerId, month: '2026-11' })
    expect(seen.lines.find((line) => line.id === id)?.receipt).toBe('missing')
    expect(await open(id, coordinator)).toContain('Roerdompstraat')
  })
  test('a second one takes the place of the first, and hers can be taken away; both are destroyed', async () => {
    const id = await claimed()
    const before = await segments()
    await add(id, 'Eerste')
    await add(id, 'Tweede')
    expect(await segments()).toBe(before + 1)
    expect(await open(id)).toContain('Tweede')
    await expect(removeReceipt(world.context, coordinator, { expenseId: id })).rejects.toThrow(Forbidden)
    await removeReceipt(world.context, one.worker, { expenseId: id })
    expect(await left(id)).toEqual([])
    expect(await segments()).toBe(before)
    await expect(removeReceipt(world.context, one.worker, { expenseId: id })).rejects.toThrow(NotFound)
  })
  test('goes along when the amount is put right, and is destroyed with what she takes back', async () => {
    const { contactId } = await visit({ publicTransport: 480 })
    const id = (await lines())[0]?.id ?? ''
    await add(id)
    const correct = (publicTransport: number | null, version: number) =>
      correctContact(world.context, one.worker, {
        ...{ id: contactId, version, kind: 'done', on: '2026-11-03', minutes: 60 },
        claim: { ...none, publicTransport },
      })
    await correct(520, 1)
    const [anew] = await lines()
    expect(anew).toMatchObject({ cents: 520, receipt: 'there' })
    expect(await left(id)).toEqual([])
    const before = await segments()
    await withdrawExpense(world.context, one.worker, { id: anew?.id ?? '', version: anew?.version ?? 0 })
    expect(await segments()).toBe(before - 1)
  })
  test('stays as it was once somebody decided; that there is none may be why', async () => {
    const id = await claimed()
    await add(id)
    const bare = await claimed(990)
    await declineExpense(world.context, coordinator, {
      ...{ workerId: one.workerId, id: bare, version: 1, code: 'no_receipt' },
    })
    await expect(add(bare)).rejects.toMatchObject({ code: 'expense-decided' })
    await approveExpenses(world.context, coordinator, { workerId: one.workerId, month: '2026-11', ids: [id] })
    for (const late of [add(id), removeReceipt(world.context, one.worker, { expenseId: id })])
      await expect(late).rejects.toMatchObject({ code: 'expense-decided' })
    expect(await open(id, coordinator)).toContain('Roerdompstraat')
  })
  test('leaves with no payout, and a day’s and a file’s room hold for it', async () => {
    const id = await claimed()
    await add(id)
    await changeOwnAccount(world.context, one.worker, {
      version: 0,
      account: { name: 'Ans Bezoekster', iban: 'BE71096123456769' },
      ageClass: 'adult',
    })
    await approveExpenses(world.context, coordinator, { workerId: one.workerId, month: '2026-11', ids: [id] })
    const payout = (await makePayout(world.context, manager, { month: '2026-11', payOn: '2026-11-10' })).id
    await answerPayout(world.context, administrator, { id: payout, version: 1, step: 'agree' })
    const file = JSON.stringify(await exportPayout(world.context, manager, { id: payout }))
    expect(file).not.toMatch(/Roerdomp|receipt|pdf/i)
    const next = await claimed(310)
    await world.owner.query(`update expense_receipt set size = $2 where expense_id = $1`, [
      id,
      200 * 1024 * 1024,
    ])
    await expect(add(next)).rejects.toMatchObject({ code: 'document-file-full' })
  })
})

test('it goes with the file of whose it is, and leaves nothing behind', async () => {
  const id = await claimed()
  await add(id)
  const before = await segments()
  const { rows } = await world.owner.query('select person_id from worker where id = $1', [one.workerId])
  await within(world, (work) =>
    erasePeople(work, { people: [rows[0].person_id], trajectories: [], referrals: [] }),
  )
  expect(await left(id)).toEqual([])
  expect(await segments()).toBeLessThan(before)
})

describe('after its years', () => {
  const night = (day: string) => {
    world.turnTo(`${day}T02:30`)
    return turnRetention(
      {
        organisations: async () => [world.orgId],
        context: () => world.context,
        forgetAccount: async () => undefined,
      },
      {
        trouble: (error) => {
          throw error
        },
      },
    )
  }
  test('it is destroyed, what was paid stays; not before, and not while nobody said that Naast acts', async () => {
    const officer = await world.member(['privacy_officer'])
    const id = await claimed()
    await add(id)
    await night('2034-01-02')
    expect(await left(id)).toHaveLength(1)
    world.turnTo('2026-11-03')
    const { id: asked } = await askRetention(world.context, officer, { acts: 'by_itself', regimes: [] })
    await answerRetention(world.context, manager, { id: asked, version: 1, step: 'agree' })
    await expect(destroyReceipt(world.context, coordinator, { expenseId: id })).rejects.toThrow(Forbidden)
    const clock = { kind: 'system', orgId: world.orgId, job: 'retention' } as const
    // Looked at anew when it comes to it, whatever the list said.
    expect(await destroyReceipt(world.context, clock, { expenseId: id })).toEqual({ destroyed: false })
    await night('2033-12-31')
    expect(await left(id)).toHaveLength(1)
    // Somebody holds whose file it is: nothing of it goes until that ends.
    await world.owner.query(
      `insert into legal_hold (org_id, id, person_id, reason_code, from_day, until_day, placed_by, placed_at)
       select org_id, gen_random_uuid(), person_id, 'legal_claim', '2033-12-01', '2034-01-31', $2, now()
       from worker where id = $1`,
      [one.workerId, coordinator.memberId],
    )
    await night('2034-01-02')
    expect(await left(id)).toHaveLength(1)
    await world.owner.query(
      `update legal_hold set ended_on = '2034-01-02', ended_by = placed_by where placed_by = $1`,
      [coordinator.memberId],
    )
    await night('2034-01-03')
    expect(await left(id)).toEqual([])
    const { rows } = await world.owner.query('select cents from expense where id = $1', [id])
    expect(rows).toEqual([{ cents: 480 }])
  })
})

describe('over the site', () => {
  test('a photo says nothing of where it was made; what is none is refused in words, and kept nowhere', async () => {
    const site = await openWholeSite(world)
    try {
      const id = await claimed()
      const cookie = await site.signIn(one.worker)
      const at = paths.expense.receipt(id)
      const send = (name: 'photo' | 'file', bytes: Buffer, called = 'bon.jpg') => {
        const body = new FormData()
        body.append(name, new Blob([new Uint8Array(bytes)]), called)
        return site.ask(at, { cookie, body })
      }
      const form = (await site.ask(at, { cookie })).html
      expect(form).toMatch(/<input[^>]*type="file"[^>]*capture="environment"/)
      expect((await site.ask(at, { cookie, body: new FormData() })).html).toContain('Maak een foto of kies')
      for (const [bytes, called] of [
        [Buffer.from('<html>geen foto</html>'), 'bon.jpg'],
        [Buffer.alloc(0), 'leeg.png'],
      ] as const) {
        const refused = await send('file', bytes, called)
        expect(refused.status).toBe(422)
        expect(refused.html).toContain('Er klopt iets niet')
      }
      const huge = await send('photo', Buffer.alloc(11 * 1024 * 1024, 1))
      expect(huge.status).toBe(413)
      expect(await left(id)).toEqual([])
      const photo = await photograph('jpeg')
      expect(photo.includes(Buffer.from('GPS')) || photo.includes(Buffer.from('Exif'))).toBe(true)
      expect((await send('photo', photo)).status).toBe(303)
      const { body } = await openReceipt(world.context, coordinator, { expenseId: id })
      expect(body.includes(Buffer.from('Exif'))).toBe(false)
      const file = await site.ask(paths.expense.receiptFile(id), { cookie })
      expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
      expect((await site.ask(paths.expense.mine(), { cookie })).html).toContain(at)
    } finally {
      await site.close()
    }
  }, 120_000)
})
