import { hasTexts } from '#domain/instrument/instrument-texts.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { mayLeave } from '#domain/instrument/ways-to-ask.ts'
import { LicenceTag } from '#pages/instrument/instrument-list.tsx'
import { Heading, Summary, Table, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { ShelfLine } from '#usecases/instrument/list-instruments.ts'

/** Whose a questionnaire is, on which terms, how it may be asked, and what must be minded. */
export const LicenceCard = ({ t, line: { instrument, licence, askedBy } }: { t: T; line: ShelfLine }) => {
  const rules = [
    instrument.alone ? t('instrument.alone') : mayLeave(instrument) ? null : t('instrument.staff-hands'),
    instrument.onCall ? t('instrument.on-call') : null,
    instrument.groupsOnly ? t('instrument.groups-only') : null,
  ].filter((rule) => rule !== null)
  return (
    <Summary
      rows={[
        [t('instrument.about'), instrument.about[t.language]],
        [t('instrument.state'), <LicenceTag key="state" t={t} licence={licence} />],
        [t('instrument.class'), t(`instrument.class.${instrument.licence.class}`)],
        [t('instrument.evidence'), t(`instrument.evidence.${instrument.licence.evidence}`)],
        [t('instrument.holder'), instrument.licence.text],
        [
          t('instrument.channels'),
          instrument.channels.map((channel) => t(`instrument.channel.${channel}`)).join('; '),
        ],
        rules.length > 0 ? [t('instrument.rules'), rules.join(' ')] : null,
        [
          t('instrument.language'),
          instrument.language ? t.languageName(instrument.language) : t('instrument.no-text'),
        ],
        [t('instrument.items'), t('instrument.count', { count: instrument.items.length })],
        [t('instrument.version'), instrument.version],
        [
          t('instrument.asked-by'),
          [...new Set(askedBy.map((label) => label[t.language]))].join(', ') || t('instrument.nobody-asks'),
        ],
      ]}
    />
  )
}

/** How answers count, and from where on a difference is more than chance, each with how sure that is. */
export const Counting = ({ t, instrument }: { t: T; instrument: ShelfInstrument }) => (
  <>
    <Heading>{t('instrument.scores')}</Heading>
    <Table
      caption={t('instrument.scores')}
      alone
      rows={instrument.scores}
      empty={null}
      columns={[
        { heading: t('instrument.score'), cell: ({ label }) => label[t.language] },
        { heading: t('instrument.range'), cell: ({ min, max }) => `${min} – ${max}` },
        {
          heading: t('instrument.missing'),
          cell: ({ missing }) =>
            t(`instrument.missing.${missing.most === 0 ? 'none' : missing.rule}`, { count: missing.most }),
        },
        {
          heading: t('instrument.bands'),
          cell: ({ bands }) =>
            bands
              .map(({ label, from }) => t('instrument.band', { label: label[t.language], from }))
              .join('; ') || '—',
        },
      ]}
    />
    {instrument.change && (
      <>
        <Heading>{t('instrument.change')}</Heading>
        <Summary
          rows={[
            [
              t('instrument.score'),
              instrument.scores.find(({ id }) => id === instrument.change?.score)?.label[t.language] ?? '—',
            ],
            [
              t('instrument.change'),
              instrument.change.points === null
                ? t('instrument.change-none')
                : t('instrument.change-points', { points: instrument.change.points }),
            ],
            [t('instrument.change-status'), t(`instrument.change.${instrument.change.status}`)],
            [t('instrument.change-inputs'), instrument.change.inputs],
          ]}
        />
      </>
    )}
  </>
)

/** The questions as they are put, where their text may be shown. */
export const Questions = ({ t, instrument }: { t: T; instrument: ShelfInstrument }) => {
  const wordings = new Set(instrument.items.map(({ wording }) => wording))
  return (
    <>
      <Heading>{t('instrument.questions')}</Heading>
      {!hasTexts(instrument) && <Text>{t('instrument.questions-hidden')}</Text>}
      {(['draft', 'to_confirm'] as const).map(
        (wording) =>
          wordings.has(wording) && (
            <Text quiet key={wording}>
              {t(`instrument.wording.${wording}`)}
            </Text>
          ),
      )}
      {hasTexts(instrument) && (
        <div lang={instrument.language ?? undefined}>
          {instrument.stem && <Text lead>{instrument.stem}</Text>}
          <ol class="naast-list">
            {instrument.items.map(({ id, text, choices }) => (
              <li key={id}>
                {text}
                <br />
                <span class="naast-quiet">{choices.map(({ label }) => label).join(' · ')}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  )
}
