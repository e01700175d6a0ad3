import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { beginOwnSheet } from '#usecases/conversation-sheet/begin-own-sheet.ts'
import { addReceipt } from '#usecases/expense/add-receipt.ts'
import { answerPayout } from '#usecases/expense/answer-payout.ts'
import { approveExpenses } from '#usecases/expense/approve-expenses.ts'
import { changeOwnAccount } from '#usecases/expense/change-own-account.ts'
import { makePayout } from '#usecases/expense/make-payout.ts'
import { readOwnExpenses } from '#usecases/expense/read-own-expenses.ts'
import { readPayout } from '#usecases/expense/read-payout.ts'
import { setExpenseRate } from '#usecases/expense/set-expense-rate.ts'
import { setExpenseTerms } from '#usecases/expense/set-expense-terms.ts'
import { settlePayout } from '#usecases/expense/settle-payout.ts'
import { keepPermission } from '#usecases/instrument/keep-permission.ts'
import { paper } from './papers.ts'
import type { World } from './world-on.ts'

/** What a worker claims and gets, and a sheet that the organisation wrote. */
export interface MoneyHouse {
  /** A claim that nobody decided on, with its receipt. */
  readonly claim: string
  /** A run that waits for a second person, and one that was paid with a payment in it. */
  readonly payout: string
  readonly paid: string
  readonly payment: string
}

type Members = Readonly<Record<'coordinator' | 'worker' | 'administrator' | 'programme_manager', MemberActor>>

export async function moneyOf(world: World, members: Members, trajectoryId: string): Promise<MoneyHouse> {
  const { context } = world
  const { coordinator, worker, administrator, programme_manager: manager } = members
  const workerId = worker.workerId ?? ''
  await setExpenseRate(context, manager, { kind: 'kilometre', value: 23, from: '2026-11-01' })
  await setExpenseTerms(context, manager, {
    version: 0,
    account: { name: 'Stichting Winterkoning', iban: 'NL91ABNA0417164300' },
    counted: 'everything',
  })
  await changeOwnAccount(context, worker, {
    version: 0,
    account: { name: 'Nachtegaalina', iban: 'BE71096123456769' },
    ageClass: 'adult',
  })
  const claim = async (publicTransport: number) => {
    await addContact(context, worker, {
      trajectoryId,
      kind: 'done',
      on: '2026-11-03',
      minutes: 30,
      mode: 'phone',
      claim: { kilometres: null, publicTransport, otherKind: null, other: null },
    })
    const { months } = await readOwnExpenses(context, worker, {})
    return months[0]?.lines.find(({ cents }) => cents === publicTransport)?.id ?? ''
  }
  const run = async (cents: number) => {
    await approveExpenses(context, coordinator, { workerId, month: '2026-11', ids: [await claim(cents)] })
    return (await makePayout(context, manager, { month: '2026-11', payOn: '2026-11-10' })).id
  }
  const paid = await run(430)
  await answerPayout(context, administrator, { id: paid, version: 1, step: 'agree' })
  await settlePayout(context, manager, { id: paid, version: 2, step: 'pay' })
  const [payment] = (await readPayout(context, manager, { id: paid })).payments
  // Made by the administrator, so that whoever is asked first may answer.
  await approveExpenses(context, coordinator, { workerId, month: '2026-11', ids: [await claim(570)] })
  const { id: payout } = await makePayout(context, administrator, { month: '2026-11', payOn: '2026-11-10' })
  const open = await claim(290)
  await addReceipt(context, worker, { expenseId: open, file: paper('Roodborststraat') })
  return { payout, paid, payment: payment?.id ?? '', claim: open }
}

/** A sheet in Dutch, of which somebody still writes the first version. */
export const ownSheetOf = async (
  { context }: Pick<World, 'context'>,
  coordinator: MemberActor,
): Promise<string> =>
  (
    await beginOwnSheet(context, coordinator, {
      programmeId: mim.id,
      moment: { at: 'month', month: 3 },
      pictograms: ['sleep'],
      mayGoHome: false,
      language: 'nl',
      text: {
        title: 'Slapen',
        text: ['Rust helpt.'],
        openings: ['Hoe slaap je?'],
        watchFor: ['Koorts.'],
        help: ['De huisarts.'],
      },
      awaits: 'Winterkoning',
    })
  ).id

/** To ask a questionnaire of somebody else. */
export const permissionOf = async (
  { context }: Pick<World, 'context'>,
  manager: MemberActor,
): Promise<string> =>
  (
    await keepPermission(context, manager, {
      instrumentId: 'who5',
      givenBy: 'De maker',
      reference: 'Een brief',
      from: '2026-11-03',
      until: '2027-11-03',
    })
  ).id
