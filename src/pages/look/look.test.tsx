import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { filledForm } from '#pages/form-data.ts'
import { Bar, Progress } from '#pages/look/bar.tsx'
import {
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { type Assets, Frame } from '#pages/look/frame.tsx'
import { Card, Empty, Notice, Summary, Table, Tag } from '#pages/look/parts.tsx'
import { Steps, Tabs } from '#pages/look/tabs.tsx'
import { page } from '#pages/page.ts'
import { wordsIn } from '#pages/words/words.ts'
import { attributesIn } from '#testing/html.ts'

const t = wordsIn('nl')
const assets: Assets = {
  stylesheet: '/staff.css',
  publicStylesheet: '/public.css',
  theme: (name) => `/theme-${name}.css`,
  island: (name) => `/${name}.js`,
}
const host = {
  orgId: 'o',
  name: 'Stichting Waterrijk',
  slug: 'waterrijk',
  theme: 'denhaag',
  zone: 'Europe/Amsterdam',
}
const tags = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'g'))].map(([, inside]) => attributesIn(inside ?? ''))

const state = (problems: Record<string, string> = {}): FormState => ({
  t,
  form: filledForm({ name: 'Amira "A" <b>', language: 'nl', way: 'text', note: '</textarea><script>' }),
  problem: { fields: problems, refused: null },
})
const Nested = ({ state }: { state: FormState }) => <DayField state={state} name="day" label="Welke dag?" />
const everyField = (state: FormState) => (
  <PostForm state={state} submissionKey="k">
    <TextField state={state} name="name" label="Naam" hint="Zoals zij zich noemt" />
    <Nested state={state} />
    <TextArea state={state} name="note" label="Notitie" optional />
    <Select state={state} name="language" label="Taal" options={[{ value: 'nl', label: 'Nederlands' }]} />
    <Radios
      state={state}
      name="way"
      label="Hoe?"
      hint="Vraag het haar"
      options={[
        { value: 'phone', label: 'Bellen' },
        { value: 'text', label: 'Sms' },
      ]}
    />
    <Checkboxes state={state} name="agreed" label="Akkoord" options={[{ value: 'yes', label: 'Ja' }]} row />
    <SubmitButton>Bewaar</SubmitButton>
  </PostForm>
)
const problems = {
  name: 'required',
  day: 'not-a-day',
  note: 'too-long',
  language: 'required',
  way: 'required',
  agreed: 'required',
}

describe('a form', () => {
  test('names every field', () => {
    const html = renderToString(everyField(state()))
    const named = tags(html, 'label').map((label) => label.get('for'))
    const fields = [...tags(html, 'input'), ...tags(html, 'textarea'), ...tags(html, 'select')]
    for (const field of fields.filter((field) => !/hidden|radio|checkbox/.test(field.get('type') ?? '')))
      expect(named).toContain(field.get('id'))
    expect(tags(html, 'fieldset').length).toBe(tags(html, 'legend').length)
  })
  test('tells every problem at the top, with the field’s name, and at the field itself', () => {
    const html = renderToString(everyField(state(problems)))
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = tags(html, 'a').map((link) => link.get('href')?.slice(1))
    expect(links).toEqual(Object.keys(problems).map((name) => `field-${name}`))
    for (const id of links) expect(ids).toContain(id)
    for (const [, described] of html.matchAll(/aria-describedby="([^"]+)"/g))
      for (const id of (described ?? '').split(' ')) expect(ids).toContain(id)
    for (const name of Object.keys(problems)) expect(ids).toContain(`error-${name}`)
    expect(html).toContain('Welke dag: Dit is geen datum')
  })
  test('beside one like it keeps its labels, hints and problems to itself', () => {
    const html = ['one', 'other']
      .map((scope) => renderToString(everyField({ ...state(problems), scope })))
      .join('')
      .replace('id="problem"', '')
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const told = [...html.matchAll(/(?:\bfor|aria-describedby|href)="#?([^"]+)"/g)]
    for (const [, named] of told) for (const id of (named ?? '').split(' ')) expect(ids).toContain(id)
  })
  test('comes back filled, and what was typed stays text', () => {
    const html = renderToString(everyField(state(problems)))
    expect(html).toContain('value="Amira &quot;A&quot; &lt;b>"')
    expect(html).not.toContain('</textarea><script>')
    expect(
      tags(html, 'input')
        .find((input) => input.get('value') === 'text')
        ?.has('checked'),
    ).toBe(true)
  })
  test('never shows a password again', () => {
    const typed = { ...state(), form: filledForm({ secret: 'geheim' }) }
    expect(
      renderToString(<TextField state={typed} name="secret" label="Wachtwoord" type="password" />),
    ).not.toContain('geheim')
  })
})

describe('the parts', () => {
  test('say nothing by colour alone, and hold no style of their own', () => {
    const html = renderToString(
      <>
        <Tag tone="danger">Dringend</Tag>
        <Notice tone="attention" title="Let op">
          Tekst
        </Notice>
        <Card tone="danger" title="Amira" href="/x" tag={<Tag>Nieuw</Tag>} action={<a href="/y">Bel</a>} />
        <Summary rows={[['Taal', 'Arabisch'], ['Leeg', null], null]} />
        <Table
          caption="Lijst"
          columns={[
            { heading: 'Naam', cell: (row: string) => row },
            { heading: 'Aantal', cell: () => 0, numeric: true },
          ]}
          rows={['Amira']}
          empty="Niemand"
        />
        <Table caption="Leeg" columns={[]} rows={[]} empty={<Empty title="Niemand wacht" />} />
        <Tabs
          label="Onderdelen"
          current="/b"
          tabs={[
            { href: '/a', label: 'A' },
            { href: '/b', label: 'B' },
          ]}
        />
        <Steps label="Stappen" at={1} steps={['Een', 'Twee', 'Drie']} />
        <Bar label="Afstand" value={1.7} words="2 kilometer" />
        <Progress label="Ingelezen" done={3} total={0} />
      </>,
    )
    expect(html).not.toMatch(/\sstyle=|undefined|\[object/)
    expect(html).toContain('2 kilometer')
    expect(html).toMatch(/width="100"[^>]*><\/rect>|width="100"/)
    expect([...html.matchAll(/aria-current="(\w+)"/g)].map(([, kind]) => kind)).toEqual(['page', 'step'])
    expect(html).not.toContain('Leeg</dt>')
  })
  test('have a rule for every class that a view names', () => {
    const read = (pattern: RegExp) =>
      readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
        .filter((file) => pattern.test(file) && !/\.test\./.test(file))
        .map((file) => readFileSync(`src/pages/${file}`, 'utf8'))
        .join('\n')
    const styled = new Set([...read(/\.css$/).matchAll(/\.(naast-[a-z0-9_-]+)/g)].map(([, name]) => name))
    const views = read(/\.tsx$/)
    const used = [...views.matchAll(/class(?:Name)?=(?:"([^"]*)"|\{[^}]*?[`']([^`']*)[`'])/g)]
      .flatMap(([, plain, made]) => (plain ?? made ?? '').split(/[\s${}]+/))
      .filter((name) => /^naast-[a-z0-9_-]*[a-z0-9]$/.test(name))
    // A block may do with rules for its parts (`naast-x__part`), and a part with its block's.
    const ruled = (name: string) =>
      styled.has(name) ||
      styled.has(name.split('__')[0] ?? name) ||
      [...styled].some((other) => other?.startsWith(`${name}__`))
    expect([...new Set(used)].filter((name) => !ruled(name))).toEqual([])
  })
  test('have no stylesheet that no page loads', () => {
    const loaded = ['look/staff.css', 'look/public.css', 'look/nl-design-system.css'].flatMap((entry) => [
      entry,
      ...[...readFileSync(`src/pages/${entry}`, 'utf8').matchAll(/@import "(\.[^"]+)"/g)].map(([, file]) =>
        path.posix.join('look', file ?? ''),
      ),
    ])
    const all = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css') && !file.startsWith('look/theme/'))
      .toSorted()
    expect(all.filter((file) => !loaded.includes(file))).toEqual([])
  })
})

describe('the frame', () => {
  const frame = (answer: ReturnType<typeof page>, who = true) =>
    renderToString(
      <Frame
        t={t}
        host={host}
        demo
        assets={assets}
        path="/today"
        said={null}
        who={who ? { name: 'Marjan de Wit', roles: ['coordinator'] } : null}
        answer={answer}
      />,
    )
  test('says where one is and who one is', () => {
    const html = frame(page('Vandaag', <p />))
    expect(html).toContain('<title>Vandaag · Stichting Waterrijk</title>')
    expect(html).toContain('Marjan de Wit')
    expect(html).toContain('aria-current="page"')
    expect(html).toContain('/theme-denhaag.css')
  })
  test('says first in the title that there is a problem', () => {
    expect(frame(page('Intake', <p />, { status: 422 }))).toContain('<title>Fout: Intake')
  })
  test('tells nothing on a participant’s page, and shows the way out first', () => {
    const html = frame(page('Formulier', <p />, { frame: 'participant' }), false)
    expect(html).toContain('<title>Formulier</title>')
    expect(html).not.toMatch(/Waterrijk|denhaag|Demo/)
    expect(html).toMatch(
      /<a class="naast-exit__link" href="\/leave\/waterrijk" rel="nofollow noreferrer" data-exit="https:\/\/www\.buienradar\.nl\/"/,
    )
    expect(html.indexOf('naast-exit')).toBeLessThan(html.indexOf('<main'))
    expect(html).toContain('wist je geschiedenis niet')
  })
})
