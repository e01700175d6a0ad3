import { agencySaid } from '#domain/meldcode/agency-clock.ts'
import { decisions } from '#domain/meldcode/decision.ts'
import { consulted, signalSources, silenceReasons, talkedWith, toldHow } from '#domain/meldcode/meldcode.ts'
import { weighingAnswers, weighingQuestions } from '#domain/meldcode/weighing.ts'
import { DayField, type FormState, Radios, Select, TextArea } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import { WeighingAnswers } from '#pages/meldcode/entry-list.tsx'
import type { MeldcodePart } from '#pages/meldcode/meldcode-parts.ts'
import type { MeldcodePage } from '#usecases/meldcode/read-meldcode.ts'

interface Props {
  readonly state: FormState
  readonly meldcode: MeldcodePage
}

const On = ({ state }: Pick<Props, 'state'>) => (
  <DayField state={state} name="on" label={state.t('meldcode.on')} hint={state.t('meldcode.on-hint')} />
)
const Words = ({
  state,
  part,
  optional,
}: Pick<Props, 'state'> & { part: MeldcodePart; optional?: boolean }) => (
  <TextArea
    state={state}
    name="words"
    label={state.t(`meldcode.words.${part}`)}
    rows={5}
    {...(optional ? { optional } : {})}
  />
)
const Silence = ({ state }: Pick<Props, 'state'>) => (
  <Radios
    state={state}
    name="reason"
    label={state.t('meldcode.silence')}
    hint={state.t('meldcode.silence-hint')}
    options={silenceReasons.map((value) => ({ value, label: state.t(`meldcode.silence.${value}`) }))}
    optional
  />
)

/** The fields of each thing that can be written down. */
export const partFields: Record<MeldcodePart, (props: Props) => preact.ComponentChildren> = {
  signal: ({ state }) => (
    <>
      <Radios
        state={state}
        name="code"
        label={state.t('meldcode.signal')}
        options={signalSources.map((value) => ({ value, label: state.t(`meldcode.signal.${value}`) }))}
      />
      <Words state={state} part="signal" />
      <On state={state} />
    </>
  ),
  consulted: ({ state }) => (
    <>
      <Radios
        state={state}
        name="code"
        label={state.t('meldcode.consulted')}
        options={consulted.map((value) => ({ value, label: state.t(`meldcode.consulted.${value}`) }))}
      />
      <Words state={state} part="consulted" />
      <On state={state} />
    </>
  ),
  talked: ({ state }) => (
    <>
      <Radios
        state={state}
        name="code"
        label={state.t('meldcode.talked')}
        options={talkedWith.map((value) => ({ value, label: state.t(`meldcode.talked.${value}`) }))}
      />
      <Silence state={state} />
      <Words state={state} part="talked" optional />
      <On state={state} />
    </>
  ),
  weighed: ({ state }) => (
    <>
      <Text>{state.t('meldcode.weigh-text')}</Text>
      {weighingQuestions.map((question, at) => (
        <Radios
          key={question}
          state={state}
          name={question}
          label={`${at + 1}. ${state.t(`meldcode.weigh.${question}`)}`}
          options={weighingAnswers.map((value) => ({ value, label: state.t(`meldcode.answer.${value}`) }))}
          row
          {...(at > 0 ? { optional: true } : {})}
        />
      ))}
      <Words state={state} part="weighed" optional />
      <On state={state} />
    </>
  ),
  'report-decision': ({ state, meldcode }) => <Decide state={state} meldcode={meldcode} decision="report" />,
  'help-decision': ({ state, meldcode }) => <Decide state={state} meldcode={meldcode} decision="help" />,
  told: ({ state }) => (
    <>
      <Radios
        state={state}
        name="code"
        label={state.t('meldcode.told')}
        options={toldHow.map((value) => ({ value, label: state.t(`meldcode.told.${value}`) }))}
      />
      <Silence state={state} />
      <Words state={state} part="told" optional />
      <On state={state} />
    </>
  ),
  reported: ({ state }) => (
    <>
      <Text>{state.t('meldcode.report-text')}</Text>
      <On state={state} />
      <Words state={state} part="reported" optional />
    </>
  ),
  heard: ({ state }) => (
    <>
      <Radios
        state={state}
        name="said"
        label={state.t('meldcode.heard')}
        options={agencySaid.map((value) => ({ value, label: state.t(`meldcode.heard.${value}`) }))}
      />
      <DayField
        state={state}
        name="until"
        label={state.t('meldcode.until')}
        hint={state.t('meldcode.until-hint')}
        optional
      />
      <Words state={state} part="heard" optional />
      <On state={state} />
    </>
  ),
  give: ({ state, meldcode }) => (
    <>
      <Text>{state.t('meldcode.give-text')}</Text>
      <Colleague state={state} meldcode={meldcode} />
      <Words state={state} part="give" optional />
    </>
  ),
  name: ({ state, meldcode }) => (
    <>
      <Text>{state.t('meldcode.name-text')}</Text>
      <Colleague state={state} meldcode={meldcode} />
    </>
  ),
  close: ({ state, meldcode }) => (
    <>
      <Radios
        state={state}
        name="code"
        label={state.t('meldcode.closing')}
        options={meldcode.abilities.close.map((value) => ({
          value,
          label: state.t(`meldcode.closed.${value}`),
        }))}
      />
      <Words state={state} part="close" optional />
    </>
  ),
}

/** One decision: an answer with its reason is one choice, so that they always fit each other. */
const Decide = ({ state, meldcode, decision }: Props & { decision: keyof typeof decisions }) => (
  <>
    {decision === 'report' && (
      <>
        <Text>{state.t('meldcode.right-to-report')}</Text>
        <WeighingAnswers t={state.t} meldcode={meldcode} />
      </>
    )}
    <Radios
      state={state}
      name="reason"
      label={state.t(`meldcode.decision.${decision}`)}
      options={Object.entries(decisions[decision]).flatMap(([answer, reasons]: [string, readonly string[]]) =>
        reasons.map((reason) => {
          const [own, why] = [`meldcode.decided_${decision}.${answer}`, `meldcode.why.${reason}`]
          return {
            value: `${answer}:${reason}`,
            label: `${state.t.has(own) ? state.t(own) : ''}: ${state.t.has(why) ? state.t(why) : ''}`,
          }
        }),
      )}
    />
    <Words state={state} part={`${decision}-decision`} optional />
    <On state={state} />
  </>
)

const Colleague = ({ state, meldcode }: Props) => (
  <Select
    state={state}
    name="memberId"
    label={state.t('meldcode.colleague')}
    empty={state.t('meldcode.choose-colleague')}
    options={meldcode.colleagues
      .filter(({ memberId }) => memberId !== meldcode.handlerId)
      .map(({ memberId, name }) => ({ value: memberId, label: name }))}
  />
)
