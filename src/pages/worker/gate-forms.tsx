import { gateKinds } from '#domain/programme/definition.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { closedGates, coversOf, type GateStatus } from '#domain/worker/gates.ts'
import { waiverReasons } from '#domain/worker/waiver.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { gateName, waiverWords } from '#pages/worker/gate-words.ts'
import { Invalid } from '#usecases/failure.ts'
import { endWaiver } from '#usecases/worker/end-waiver.ts'
import type { WorkerView } from '#usecases/worker/read-worker.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { waiveGate } from '#usecases/worker/waive-gate.ts'

const tones: Record<GateStatus['state'], Tone> = { met: 'done', missing: 'attention', expired: 'danger' }

interface Props {
  request: StaffRequest
  worker: WorkerView
}
/** `problem`: of this form, if it was this one that was tried. */
type FormProps = Props & { problem: Problem | null }

const stateFor = ({ request, problem }: FormProps, scope: 'gate' | 'waiver'): FormState => ({
  t: request.t,
  form: problem ? request.form : filledForm({}),
  problem: problem ?? noProblem,
  scope,
})

/** Every gate of hers: seen or not, until when, and what a manager decided about it. */
export const Gates = ({ request: { t }, worker }: Props) => (
  <section>
    <Table
      caption={t('worker.gates')}
      rows={worker.gates}
      empty={t('worker.all-in-order')}
      columns={[
        { heading: t('worker.gate.what'), cell: (gate) => gateName(t, gate) },
        {
          heading: t('worker.gate.state'),
          cell: (gate) => (
            <>
              <Tag tone={gate.required || gate.state === 'met' ? tones[gate.state] : 'neutral'}>
                {gate.notInOrder
                  ? t('worker.gate.not-in-order')
                  : gate.required || gate.state !== 'missing'
                    ? t(`worker.gate.${gate.state}`)
                    : t('worker.gate.not-noted')}
              </Tag>{' '}
              {waiverWords(t, gate)}
            </>
          ),
        },
        {
          heading: t('worker.gate.seen-on'),
          cell: ({ seenOn }) => (seenOn ? t.longDay(seenOn) : '—'),
        },
        {
          heading: t('worker.gate.valid-until'),
          cell: ({ validUntil, seenOn }) =>
            validUntil ? t.longDay(validUntil) : seenOn ? t('worker.gate.for-good') : '—',
        },
      ]}
    />
  </section>
)

/** Something was seen, or is not in order. */
export const GateForm = (props: FormProps) => {
  const { request, worker } = props
  const { t } = request
  const state = stateFor(props, 'gate')
  return (
    <section>
      <Heading>{t('worker.gate.record')}</Heading>
      <PostForm
        state={state}
        submissionKey={(props.problem && request.form.key) || request.newKey()}
        action={paths.worker.gate(worker.workerId)}
      >
        <Text quiet>{t('worker.gate.record-hint')}</Text>
        <Select
          state={state}
          name="kind"
          label={t('worker.gate.choose')}
          empty=""
          options={gateKinds.map((kind) => ({ value: kind, label: gateName(t, { kind }) }))}
        />
        <DayField state={state} name="seenOn" label={t('worker.gate.seen')} />
        <Checkboxes
          state={state}
          name="notInOrder"
          label={t('worker.gate.not-in-order')}
          optional
          options={[{ value: 'yes', label: t('worker.gate.not-in-order-yes') }]}
        />
        <DayField state={state} name="validUntil" label={t('worker.gate.until')} optional />
        <TextField
          state={state}
          name="profile"
          label={t('worker.gate.profile')}
          hint={t('worker.gate.profile-hint')}
          width={10}
          optional
        />
        <Buttons>
          <SubmitButton>{t('worker.gate.save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

/** A manager's decision that she may go on without something; and taking it back. */
export const WaiverForm = (props: FormProps) => {
  const { request, worker } = props
  const { t } = request
  const state = stateFor(props, 'waiver')
  const open = worker.gates.filter((gate) => closedGates([gate]).length > 0 || gate.kind === 'is_mother')
  const standing = worker.waivers.filter(({ ended }) => ended === null)
  return (
    <section>
      <Heading>{t('worker.waiver.title')}</Heading>
      <Text quiet>{t('worker.waiver.hint')}</Text>
      {standing.map((waiver) => (
        <form key={waiver.kind} method="post" action={paths.worker.endWaiver(worker.workerId)}>
          <input type="hidden" name="key" value={request.newKey()} />
          <input type="hidden" name="kind" value={waiver.kind} />
          <Buttons>
            <SubmitButton kind="secondary">
              {t('worker.waiver.end', { what: nameOf(t, waiver.kind) })}
            </SubmitButton>
          </Buttons>
        </form>
      ))}
      {open.length === 0 ? (
        <Text>{t('worker.all-in-order')}</Text>
      ) : (
        <PostForm
          state={state}
          submissionKey={(props.problem && request.form.key) || request.newKey()}
          action={paths.worker.waive(worker.workerId)}
        >
          <Select
            state={state}
            name="kind"
            label={t('worker.waiver.what')}
            empty=""
            options={open.map(({ kind }) => ({ value: kind, label: gateName(t, { kind }) }))}
          />
          <Radios
            state={state}
            name="covers"
            label={t('worker.waiver.covers')}
            options={(['running', 'all'] as const)
              .filter((covers) => open.some(({ kind }) => coversOf(kind).includes(covers)))
              .map((value) => ({ value, label: t(`worker.waiver.covers.${value}`) }))}
          />
          <DayField
            state={state}
            name="until"
            label={t('worker.waiver.until')}
            hint={t('worker.waiver.until-hint')}
            optional
          />
          <Select
            state={state}
            name="reason"
            label={t('worker.step-reason')}
            empty=""
            options={waiverReasons.map((value) => ({ value, label: t(`worker.waiver-reason.${value}`) }))}
          />
          <Buttons>
            <SubmitButton>{t('worker.waiver.save')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </section>
  )
}

const nameOf = (t: StaffRequest['t'], code: string): string => {
  const kind = gateKinds.find((one) => one === code)
  return kind ? gateName(t, { kind }) : code
}

const typedDay = ({ form, today }: StaffRequest, name: string) => {
  const text = form.text(name)
  return text === '' ? null : (readTypedDay(text, { today }) ?? text)
}
const kindIn = ({ form }: StaffRequest) => {
  const kind = gateKinds.find((one) => one === form.text('kind'))
  if (!kind) throw new Invalid({ kind: 'choose-one' })
  return kind
}
const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

export async function takeGate(request: StaffRequest) {
  const { context, actor, form } = request
  const workerId = request.params.id ?? ''
  await recordGate(
    context,
    actor,
    {
      workerId,
      kind: kindIn(request),
      seenOn: typedDay(request, 'seenOn') ?? '',
      validUntil: typedDay(request, 'validUntil'),
      notInOrder: form.checked('notInOrder'),
      profile: form.optional('profile'),
    },
    keyOf(request),
  )
  return seeOther(paths.worker.one(workerId), 'worker.said.gate')
}

export async function takeWaiver(request: StaffRequest) {
  const { context, actor, form } = request
  const workerId = request.params.id ?? ''
  const covers = (['running', 'all'] as const).find((one) => one === form.text('covers'))
  const reason = waiverReasons.find((one) => one === form.text('reason'))
  if (!covers) throw new Invalid({ covers: 'choose-one' })
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  await waiveGate(
    context,
    actor,
    { workerId, kind: kindIn(request), covers, until: typedDay(request, 'until'), reason },
    keyOf(request),
  )
  return seeOther(paths.worker.one(workerId), 'worker.said.waiver')
}

export async function takeEndOfWaiver(request: StaffRequest) {
  const { context, actor } = request
  const workerId = request.params.id ?? ''
  await endWaiver(context, actor, { workerId, kind: kindIn(request) }, keyOf(request))
  return seeOther(paths.worker.one(workerId), 'worker.said.waiver-ended')
}
