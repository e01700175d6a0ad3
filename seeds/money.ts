import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import type { Context } from '#usecases/context.ts'
import { beginOwnSheet } from '#usecases/conversation-sheet/begin-own-sheet.ts'
import { answerPayout } from '#usecases/expense/answer-payout.ts'
import { approveExpenses } from '#usecases/expense/approve-expenses.ts'
import { changeOwnAccount } from '#usecases/expense/change-own-account.ts'
import { makePayout } from '#usecases/expense/make-payout.ts'
import { readExpenseMonth } from '#usecases/expense/read-expense-month.ts'
import { setExpenseRate } from '#usecases/expense/set-expense-rate.ts'
import { setExpenseTerms } from '#usecases/expense/set-expense-terms.ts'
import { settlePayout } from '#usecases/expense/settle-payout.ts'
import type { Stage } from './stage.ts'

/** An account of a bank that made it up to be shown. */
const ibans = {
  organisation: 'NL91 ABNA 0417 1643 00',
  letebrhan: 'BE71 0961 2345 6769',
} as const

/** Somebody who just said again that it is she, and when. */
const proved = ({ on }: Stage, day: Day, actor: MemberActor): readonly [Context, MemberActor] => {
  const context = on(day)
  return [context, { ...actor, provedAt: context.now() }]
}
const monthsAgo = ({ today }: Stage, months: number): Day => today.with({ day: 1 }).subtract({ months })

/** Three months ago it was agreed what a visit gives; one volunteer said where she is paid. */
export async function agreeOnMoney(stage: Stage, manager: MemberActor): Promise<void> {
  const from = monthsAgo(stage, 3)
  for (const [kind, value] of [
    ['kilometre', 23],
    ['hour', 450],
    ['preparation', 15],
  ] as const)
    await setExpenseRate(stage.on(from), manager, { kind, value, from })
  await setExpenseTerms(...proved(stage, from, manager), {
    version: 0,
    account: { name: 'Stichting Waterrijk', iban: ibans.organisation },
    counted: 'everything',
  })
  const { letebrhan } = stage.volunteers
  if (letebrhan)
    await changeOwnAccount(...proved(stage, from, letebrhan.actor), {
      version: 0,
      account: { name: 'L. Haile', iban: ibans.letebrhan },
      ageClass: 'adult',
    })
}

/** What travelling to a visit costs, since it is given. */
export const travels = (stage: Stage, kilometres: number) => ({
  from: monthsAgo(stage, 3),
  claim: { kilometres, publicTransport: null, otherKind: null, other: null },
})

/** One month was paid, one waits for a second yes, and the last one for the coordinator. */
export async function payOut(
  stage: Stage,
  { manager, administrator }: { readonly manager: MemberActor; readonly administrator: MemberActor },
): Promise<void> {
  const { letebrhan } = stage.volunteers
  if (!letebrhan) return
  const pay = async (months: number, day: Day): Promise<string> => {
    const first = monthsAgo(stage, months)
    const asked = { workerId: letebrhan.workerId, month: first.toPlainYearMonth().toString() }
    const month = await readExpenseMonth(stage.on(day), stage.coordinator, asked)
    await approveExpenses(stage.on(day), stage.coordinator, {
      ...asked,
      ids: month.lines.map(({ id }) => id),
      minutes: month.hours.kind === 'open' ? month.hours.minutes : null,
    })
    const { id } = await makePayout(...proved(stage, day, manager), {
      month: asked.month,
      payOn: day.add({ days: 3 }).toString(),
    })
    return id
  }
  const day = monthsAgo(stage, 2).add({ days: 1 })
  const id = await pay(3, day)
  await answerPayout(...proved(stage, day, administrator), { id, version: 1, step: 'agree' })
  await settlePayout(...proved(stage, day.add({ days: 4 }), manager), { id, version: 2, step: 'pay' })
  await pay(2, stage.today.subtract({ days: 1 }))
}

/** A sheet of their own that the coordinator is writing. */
export async function writeSheet({ today, on, coordinator }: Stage): Promise<void> {
  await beginOwnSheet(on(today), coordinator, {
    programmeId: mim.id,
    moment: { at: 'month', month: 4 },
    pictograms: ['path', 'book', 'children'],
    mayGoHome: true,
    language: 'nl',
    text: {
      title: 'Samen naar buiten in Waterrijk',
      text: ['Bij ons in de buurt is elke dinsdag een ochtend voor moeders. De eerste keer gaan we samen.'],
      openings: ['Waar kom jij graag?', 'Wat zou je met je kind willen doen?'],
      watchFor: ['Durft zij niet naar buiten? Vraag waarom, en vertel het je coördinator.'],
      help: ['Het buurthuis, elke dinsdag van tien tot twaalf.'],
    },
    awaits: null,
  })
}
