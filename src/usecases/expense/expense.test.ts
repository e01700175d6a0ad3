import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writePain001 } from '#domain/expense/payment-file.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { expenseListRoutes } from '#pages/expense/expense-list.tsx'
import { expenseMonthRoutes } from '#pages/expense/expense-month.tsx'
import { myExpensesRoutes } from '#pages/expense/my-expenses.tsx'
import { onePayoutRoutes } from '#pages/expense/one-payout.tsx'
import { payoutListRoutes } from '#pages/expense/payout-list.tsx'
import { payoutTermsRoutes } from '#pages/expense/payout-terms.tsx'
import { paths } from '#pages/paths.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { correctContact } from '#usecases/contact/correct-contact.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { answerPayout } from '#usecases/expense/answer-payout.ts'
import { approveExpenses } from '#usecases/expense/approve-expenses.ts'
import { changeOwnAccount } from '#usecases/expense/change-own-account.ts'
import { declineExpense } from '#usecases/expense/decline-expense.ts'
import { exportPayout } from '#usecases/expense/export-payout.ts'
import { listExpenses } from '#usecases/expense/list-expenses.ts'
import { listPayouts } from '#usecases/expense/list-payouts.ts'
import { makePayout } from '#usecases/expense/make-payout.ts'
import { readExpenseMonth } from '#usecases/expense/read-expense-month.ts'
import { readExpenseTerms } from '#usecases/expense/read-expense-terms.ts'
import { readOwnExpenses } from '#usecases/expense/read-own-expenses.ts'
import { readPayout } from '#usecases/expense/read-payout.ts'
import { returnPayment } from '#usecases/expense/return-payment.ts'
import { setExpenseRate } from '#usecases/expense/set-expense-rate.ts'
import { setExpenseTerms } from '#usecases/expense/set-expense-terms.ts'
import { settlePayout } from '#usecases/expense/settle-payout.ts'
import { withdrawExpense } from '#usecases/expense/withdraw-expense.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded, Refused } from '#usecases/failure.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let manager: MemberActor
let administrator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  manager = await world.member(['programme_manager'])
  administrator = await world.member(['administrator'])
  const give = (kind: 'kilometre' | 'hour' | 'preparation', value: number) =>
    setExpenseRate(world.context, manager, { kind, value, from: '2026-11-01' })
  // Before anything is given nobody is asked for anything.
  const before = await runningTrajectory(world)
  expect((await readOwnExpenses(world.context, before.worker, {})).on).toBe(false)
  await expect(visit(before, { kilometres: 3 })).rejects.toMatchObject({
    fields: { 'claim.kilometres': 'no-rate' },
  })
  await expect(visit(before, { publicTransport: 300 })).rejects.toMatchObject({ code: 'expense-not-hers' })
  await give('kilometre', 23)
  await give('hour', 500)
  await give('preparation', 15)
  await setExpenseTerms(world.context, manager, {
    version: 0,
    account: { name: 'Stichting Waterrijk', iban: 'NL91 ABNA 0417 1643 00' },
    counted: 'everything',
  })
})
afterAll(() => world.close())

const none = { kilometres: null, publicTransport: null, otherKind: null, other: null } as const
type Claim = Partial<{ kilometres: number; publicTransport: number; otherKind: 'parking'; other: number }>
const visit = (of: RunningTrajectory, claim: Claim | null, by: MemberActor = of.worker) =>
  addContact(world.context, by, {
    trajectoryId: of.trajectoryId,
    kind: 'done',
    on: '2026-11-03',
    minutes: 60,
    claim: claim && { ...none, ...claim },
  })
const own = async (of: RunningTrajectory) =>
  (await readOwnExpenses(world.context, of.worker, {})).months[0]?.lines ?? []
const month = '2026-11'
const account = (of: RunningTrajectory, iban = 'BE71 0961 2345 6769') =>
  changeOwnAccount(world.context, of.worker, {
    version: 0,
    account: { name: 'Ans Bezoekster', iban },
    ageClass: 'adult',
  })
const approve = async (of: RunningTrajectory, minutes: number | null = null, by = coordinator) =>
  approveExpenses(world.context, by, {
    workerId: of.workerId,
    month,
    ids: (await own(of)).filter(({ state }) => state === 'made').map(({ id }) => id),
    minutes,
  })
/** What is in the database for her, whoever may see it. */
const rows = async (of: RunningTrajectory) =>
  (
    await world.owner.query('select state, cents, rate from expense where worker_id = $1 order by id', [
      of.workerId,
    ])
  ).rows

describe('a claim with a visit', () => {
  test('is hers alone: nobody logs costs for somebody else', async () => {
    const one = await runningTrajectory(world)
    await expect(visit(one, { kilometres: 4 }, coordinator)).rejects.toMatchObject({
      code: 'expense-not-hers',
    })
    const { contactId } = await visit(one, { kilometres: 4 })
    expect((await readContact(world.context, one.worker, { id: contactId })).claim).toMatchObject({
      kilometres: 4,
    })
    expect((await readContact(world.context, coordinator, { id: contactId })).claim).toBeNull()
    // Without a claim in the form there is none, and the visit is written down as always.
    await visit(one, null, coordinator)
    expect(await own(one)).toHaveLength(1)
  })
  test('is refused by the field that can’t be right, and the visit isn’t half written', async () => {
    const one = await runningTrajectory(world)
    for (const [claim, fields] of [
      [{ kilometres: 501 }, { 'claim.kilometres': 'too-far' }],
      [{ kilometres: Number.NaN }, { 'claim.kilometres': 'not-kilometres' }],
      [{ publicTransport: 100_001 }, { 'claim.publicTransport': 'too-much-money' }],
      [{ other: 250 }, { 'claim.otherKind': 'choose-one' }],
      [{ otherKind: 'parking' }, { 'claim.other': 'required' }],
    ] as const)
      await expect(visit(one, claim)).rejects.toMatchObject({ fields })
    expect(await own(one)).toEqual([])
    expect((await readOwnExpenses(world.context, one.worker, {})).months).toEqual([])
  })
  test('can be mended with the visit the same day, and stands once it was decided on', async () => {
    const one = await runningTrajectory(world)
    const { contactId } = await visit(one, { kilometres: 10, publicTransport: 480 })
    const mend = async (claim: Claim | null) => {
      const { version } = await readContact(world.context, one.worker, { id: contactId })
      return correctContact(world.context, one.worker, {
        id: contactId,
        version,
        kind: 'done',
        on: '2026-11-03',
        minutes: 70,
        claim: claim && { ...none, ...claim },
      })
    }
    await mend({ kilometres: 12 })
    expect((await own(one)).map(({ kind, cents, state }) => [kind, cents, state])).toEqual([
      ['kilometres', 276, 'made'],
    ])
    await mend(null)
    expect(await own(one)).toHaveLength(1)
    await approve(one)
    await expect(mend({ kilometres: 13 })).rejects.toMatchObject({ code: 'expense-decided' })
    // The same costs again are no other costs.
    await mend({ kilometres: 12 })
    expect((await rows(one)).map(({ state }) => state).sort()).toEqual(['approved', 'withdrawn', 'withdrawn'])
  })
  test('can be taken back by her until it was decided on', async () => {
    const [one, other] = [await runningTrajectory(world), await runningTrajectory(world)]
    await visit(one, { kilometres: 4, publicTransport: 200 })
    const [first, second] = await own(one)
    if (!first || !second) throw new Error('no lines')
    const { id, version } = first
    await expect(withdrawExpense(world.context, other.worker, { id, version })).rejects.toThrow(NotFound)
    await expect(withdrawExpense(world.context, coordinator, { id, version })).rejects.toThrow(Forbidden)
    await withdrawExpense(world.context, one.worker, { id, version })
    await approve(one)
    await expect(
      withdrawExpense(world.context, one.worker, { id: second.id, version: second.version + 1 }),
    ).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
  test('keeps the price of its own day when another begins', async () => {
    const one = await runningTrajectory(world)
    await visit(one, { kilometres: 10 })
    await setExpenseRate(world.context, manager, { kind: 'kilometre', value: 30, from: '2026-11-10' })
    expect((await own(one)).map(({ cents }) => cents)).toEqual([230])
    const again = setExpenseRate(world.context, manager, { kind: 'kilometre', value: 30, from: '2026-11-02' })
    await expect(again).rejects.toMatchObject({ code: 'rate-in-the-past' })
    await expect(
      setExpenseRate(world.context, coordinator, { kind: 'hour', value: 1, from: '2026-12-01' }),
    ).rejects.toThrow(Forbidden)
  })
})

describe('approving', () => {
  test('is for a coordinator of this organisation, and never one’s own', async () => {
    const one = await runningTrajectory(world)
    await visit(one, { kilometres: 4 })
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(approve(one, null, elsewhere)).rejects.toThrow(NotFound)
    for (const actor of [one.worker, manager, administrator, await world.member(['referrer'])])
      await expect(approve(one, null, actor)).rejects.toThrow(Forbidden)
    const both: MemberActor = await world.member(['coordinator', 'worker'])
    await world.owner.query('update member set worker_id = $1 where id = $2', [one.workerId, both.memberId])
    await expect(approve(one, null, both)).rejects.toMatchObject({ code: 'expense-own' })
    const asked = { workerId: one.workerId, month }
    expect((await readExpenseMonth(world.context, both, asked)).own).toBe(true)
    await expect(approveExpenses(world.context, coordinator, { ...asked, ids: [] })).rejects.toThrow(Invalid)
    await approve(one)
  })
  test('takes the hours of the visits once, and those of a later visit after that', async () => {
    const one = await runningTrajectory(world)
    await visit(one, null)
    const seen = () => readExpenseMonth(world.context, coordinator, { workerId: one.workerId, month })
    expect((await seen()).hours.kind).toBe('account-missing')
    await expect(approve(one, 75)).rejects.toMatchObject({ code: 'account-missing' })
    await account(one)
    expect(await seen()).toMatchObject({
      visits: 1,
      minutes: 75,
      hours: { kind: 'open', minutes: 75, cents: 625 },
    })
    await expect(approve(one, 74)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await approve(one, 75)
    expect((await seen()).hours.kind).toBe('none')
    await visit(one, null)
    await approve(one, 75)
    expect((await rows(one)).map(({ cents }) => cents)).toEqual([625, 625])
  })
  test('stops at what is free of tax, also when two do it at the same moment', async () => {
    const one = await runningTrajectory(world)
    for (let at = 0; at < 3; at += 1) await visit(one, { publicTransport: 9_000 })
    const lines = await own(one)
    const each = (id: string) =>
      approveExpenses(world.context, coordinator, { workerId: one.workerId, month, ids: [id] })
    const answers = await Promise.allSettled(lines.map(({ id }) => each(id)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'allowance-over-month', detail: { left: '30,00' } },
    })
    const rest = (await own(one)).find(({ state }) => state === 'made')
    if (!rest) throw new Error('nothing left')
    const decline = {
      workerId: one.workerId,
      id: rest.id,
      version: rest.version,
      code: 'over_limit',
    } as const
    await expect(declineExpense(world.context, one.worker, decline)).rejects.toThrow(Forbidden)
    await declineExpense(world.context, coordinator, decline)
    expect((await own(one)).find(({ id }) => id === rest.id)).toMatchObject({
      state: 'declined',
      declined: 'over_limit',
    })
    expect((await readOwnExpenses(world.context, one.worker, {})).room?.month.filled).toBe(18_000)
  })
})

describe('a run of payments', () => {
  /** Everything else that waits is paid first, so that a test sees its own. */
  let fare = 1_230
  const run = async (...of: readonly RunningTrajectory[]) => {
    fare += 1_000
    for (const one of of) await visit(one, { publicTransport: fare })
    for (const one of of) await approve(one)
    const { id } = await makePayout(world.context, manager, { month, payOn: '2026-11-05' })
    return id
  }
  test('is made with a fresh proof by who pays, of who gave an account', async () => {
    const asked = { month, payOn: '2026-11-05' }
    for (const actor of [coordinator, await world.member(['worker'])])
      await expect(makePayout(world.context, actor, asked)).rejects.toThrow(Forbidden)
    await expect(makePayout(world.context, { ...manager, provedAt: null }, asked)).rejects.toThrow(
      ProofNeeded,
    )
    await expect(makePayout(world.context, manager, { month, payOn: '2026-11-02' })).rejects.toMatchObject({
      fields: { payOn: 'day-past' },
    })
    const elsewhere = await world.member(['programme_manager'], world.otherOrgId)
    await expect(makePayout(world.context, elsewhere, asked)).rejects.toMatchObject({
      code: 'payout-no-account',
    })
    const [one, without] = [await runningTrajectory(world), await runningTrajectory(world)]
    await account(one)
    const id = await run(one, without)
    expect((await own(one)).map(({ state }) => state)).toEqual(['in_payout'])
    expect((await own(without)).map(({ state }) => state)).toEqual(['approved'])
    await expect(makePayout(world.context, manager, asked)).rejects.toMatchObject({ code: 'payout-empty' })
    await expect(readPayout(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    await answerPayout(world.context, manager, { id, version: 1, step: 'withdraw' })
    expect((await own(one)).map(({ state }) => state)).toEqual(['approved'])
  })
  test('takes a second person before there is a file; the file is the same each time', async () => {
    const one = await runningTrajectory(world)
    await account(one)
    const id = await run(one)
    await expect(exportPayout(world.context, manager, { id })).rejects.toMatchObject({
      code: 'payout-not-agreed',
    })
    const agree = (by: MemberActor) => answerPayout(world.context, by, { id, version: 1, step: 'agree' })
    await expect(agree(manager)).rejects.toMatchObject({ code: 'payout-of-your-own' })
    const payee: MemberActor = await world.member(['programme_manager', 'worker'])
    await world.owner.query('update member set worker_id = $1 where id = $2', [one.workerId, payee.memberId])
    await expect(agree(payee)).rejects.toMatchObject({ code: 'payout-of-your-own' })
    await agree(administrator)
    await expect(exportPayout(world.context, { ...manager, provedAt: null }, { id })).rejects.toThrow(
      ProofNeeded,
    )
    const file = await exportPayout(world.context, manager, { id })
    world.turnTo('2026-11-04')
    // What she changes after it was made is for another run.
    await changeOwnAccount(world.context, one.worker, {
      version: 1,
      account: { name: 'Iemand Anders', iban: 'NL91ABNA0417164300' },
      ageClass: 'adult',
    })
    const again = await exportPayout(world.context, administrator, { id })
    world.turnTo('2026-11-03')
    const written = (of: typeof file) => writePain001({ ...of, remittance: 'Vergoeding november 2026' })
    expect(written(again)).toBe(written(file))
    expect(file.payments).toContainEqual(
      expect.objectContaining({ name: 'Ans Bezoekster', iban: 'BE71096123456769', cents: fare }),
    )
    const { rows: log } = await world.owner.query(
      `select count(*)::int as n from audit_event where event = 'export-payout' and outcome = 'success'`,
    )
    expect(log[0].n).toBe(2)
    await settlePayout(world.context, manager, { id, version: 2, step: 'pay' })
    expect((await own(one)).map(({ state }) => state)).toEqual(['paid'])
    const { payments } = await readPayout(world.context, manager, { id })
    const line = payments.find(({ cents }) => cents === fare)
    await returnPayment(world.context, manager, { id, lineId: line?.id ?? '' })
    expect((await own(one)).map(({ state }) => state)).toEqual(['approved'])
    await expect(returnPayment(world.context, manager, { id, lineId: line?.id ?? '' })).rejects.toThrow(
      Refused,
    )
  })
  test('knows nothing of a visit, a day, a distance or a mother, on no page and in no file', async () => {
    const one = await runningTrajectory(world, { given: 'Kanarina' })
    await account(one)
    await visit(one, { kilometres: 37, otherKind: 'parking', other: 777 })
    const id = await run(one)
    await answerPayout(world.context, administrator, { id, version: 1, step: 'agree' })
    const site = staffSite([...payoutListRoutes, ...onePayoutRoutes, ...payoutTermsRoutes], world, manager)
    const seen = [
      JSON.stringify(await listPayouts(world.context, manager, {})),
      JSON.stringify(await readPayout(world.context, manager, { id })),
      JSON.stringify(await exportPayout(world.context, manager, { id })),
      ...(await Promise.all(
        [paths.payout.list(), paths.payout.one(id), paths.payout.bank(id), paths.payout.table(id)].map(
          async (path) => (await site.request(path)).text(),
        ),
      )),
    ].join('\n')
    for (const known of [
      'Kanarina',
      'Lindelaan',
      '1234 AB',
      'Achternaam',
      'kilometer',
      '"kilometres',
      'Parkeren',
      one.trajectoryId,
      one.motherId,
      'mim',
    ])
      expect(seen, known).not.toContain(known)
    // One sum: what she drove can't be taken out of it.
    expect(seen).toContain(
      `${Math.floor((fare + 1_628) / 100)},${String((fare + 1_628) % 100).padStart(2, '0')}`,
    )
    for (const part of ['8,51', '7,77', '851', '777']) expect(seen, part).not.toContain(part)
    // And who pays opens no page on which they stand.
    for (const path of [paths.expense.list(), paths.expense.month(one.workerId, month)])
      expect(
        (await staffSite([...expenseListRoutes, ...expenseMonthRoutes], world, manager).request(path)).status,
      ).toBe(404)
  })
  test('has no formula in its table', async () => {
    const one = await runningTrajectory(world)
    await changeOwnAccount(world.context, one.worker, {
      version: 0,
      account: { name: '=SOM(A1)', iban: 'BE71096123456769' },
      ageClass: 'younger',
    })
    const id = await run(one)
    await answerPayout(world.context, administrator, { id, version: 1, step: 'agree' })
    const site = staffSite(onePayoutRoutes, world, manager)
    expect(await (await site.request(paths.payout.table(id))).text()).toContain("'=SOM(A1)")
  })
})

describe('the pages', () => {
  test('say where everything stands, and keep what was typed', async () => {
    const one = await runningTrajectory(world)
    await visit(one, { kilometres: 10 })
    const site = staffSite(myExpensesRoutes, world, one.worker)
    const html = await (await site.request(paths.expense.mine())).text()
    for (const words of [
      '10 kilometer',
      '€ 2,30',
      'wacht op je coördinator',
      '€ 2.100,00',
      'moet dit nog worden nagekeken',
    ])
      expect(html.replaceAll('\u00a0', ' ')).toContain(words)
    const answer = await site.request(paths.expense.account(), {
      method: 'POST',
      body: new URLSearchParams({ version: '0', name: 'Ans', iban: 'NL91ABNA0417164301', ageClass: 'adult' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('NL91ABNA0417164301')
    const list = await listExpenses(world.context, coordinator, {})
    expect(list.workers.find(({ workerId }) => workerId === one.workerId)).toMatchObject({
      visits: 1,
      made: 230,
    })
    expect((await readExpenseTerms(world.context, coordinator, {})).maySet).toBe(false)
    const page = await staffSite(expenseMonthRoutes, world, coordinator).request(
      paths.expense.month(one.workerId, month),
    )
    expect(await page.text()).toContain('Ans Bezoekster')
  })
})
