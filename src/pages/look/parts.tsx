import type { ComponentChildren } from 'preact'

export const Heading = ({ children, level = 2 }: { children: ComponentChildren; level?: 1 | 2 | 3 }) => {
  const Tag = `h${level}` as const
  return <Tag class={`utrecht-heading-${level}`}>{children}</Tag>
}

export const Text = ({
  children,
  quiet,
  lead,
}: {
  children: ComponentChildren
  quiet?: boolean
  lead?: boolean
}) => (
  <p class={`utrecht-paragraph${quiet ? ' naast-quiet' : ''}${lead ? ' utrecht-paragraph--lead' : ''}`}>
    {children}
  </p>
)

export const Link = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="utrecht-link utrecht-link--html-a" href={href}>
    {children}
  </a>
)

/** A link that looks like a button: for going to the place where something is done. */
export const ButtonLink = ({
  href,
  children,
  kind = 'primary',
}: {
  href: string
  children: ComponentChildren
  kind?: 'primary' | 'secondary'
}) => (
  <a class={`utrecht-button utrecht-button--${kind}-action`} href={href}>
    {children}
  </a>
)

export type Tone = 'neutral' | 'info' | 'done' | 'attention' | 'danger'

/** A state in a word, with a shape and colour that only repeat it. */
export const Tag = ({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`naast-tag naast-tag--${tone}`}>{children}</span>
)

export const Notice = ({
  tone = 'info',
  title,
  children,
}: {
  tone?: Tone
  title?: string
  children?: ComponentChildren
}) => (
  <section class={`naast-notice naast-notice--${tone}`}>
    {title && <h2 class="utrecht-heading-3">{title}</h2>}
    {children}
  </section>
)

/** Who, what, why in one sentence, by when, one button. The worklist is made of these. */
export const Card = ({
  title,
  href,
  tag,
  tone,
  level = 2,
  children,
  action,
}: {
  title: ComponentChildren
  href?: string
  tag?: ComponentChildren
  /** A line at the side in the tone's colour; the tag says the same in words. */
  tone?: Exclude<Tone, 'neutral'>
  /** Where it stands among the page's headings; it looks the same. */
  level?: 2 | 3
  children?: ComponentChildren
  action?: ComponentChildren
}) => {
  const Title = `h${level}` as const
  return (
    <article class={tone ? `naast-card naast-card--${tone}` : 'naast-card'}>
      <div class="naast-card__head">
        <Title class="utrecht-heading-3">
          {href ? (
            <a class="utrecht-link utrecht-link--html-a" href={href}>
              {title}
            </a>
          ) : (
            title
          )}
        </Title>
        {tag}
      </div>
      {children && <div class="naast-card__body">{children}</div>}
      {action && <div class="naast-card__action">{action}</div>}
    </article>
  )
}

/** Facts about one thing, a line each. Rows without a value are left out. */
export const Summary = ({ rows }: { rows: readonly (readonly [string, ComponentChildren] | null)[] }) => (
  <dl class="naast-summary">
    {rows.map(
      (row) =>
        row &&
        row[1] !== null &&
        row[1] !== '' && (
          <div class="naast-summary__row" key={row[0]}>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ),
    )}
  </dl>
)

export interface Column<Row> {
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  readonly numeric?: boolean
}

/** A table that becomes a list of cards on a narrow screen; the first column names the row. */
export function Table<Row>({
  caption,
  columns,
  rows,
  empty,
  alone,
}: {
  caption: string
  /** It is all that the page is about: its heading says the same, so that the caption is for screen readers only. */
  alone?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  empty: ComponentChildren
}) {
  if (rows.length === 0) return <div class="naast-empty">{empty}</div>
  return (
    <table class="utrecht-table naast-table">
      <caption class={`utrecht-table__caption${alone ? ' naast-visually-hidden' : ''}`}>{caption}</caption>
      <thead class="utrecht-table__header">
        <tr>
          {columns.map((column) => (
            <th key={column.heading} scope="col" class={column.numeric ? 'naast-numeric' : undefined}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="utrecht-table__body">
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.heading} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.heading}
                  data-heading={column.heading}
                  class={column.numeric ? 'naast-numeric' : undefined}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An empty page that says something kind and what to do first. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="naast-empty">
    <p class="naast-empty__title">{title}</p>
    {children}
  </div>
)

/** Two parts side by side on a wide screen: what it is about, and what to decide. */
export const Beside = ({ children }: { children: ComponentChildren }) => (
  <div class="naast-beside">{children}</div>
)
