import type { ComponentChildren } from 'preact'
import type {
  ApiCode,
  ApiContent,
  ApiDescription,
  ApiOperation,
  ApiParameter,
  JsonSchema,
} from '#domain/service/api-description.ts'
import { Heading, Link, Summary, Text } from '#pages/look/parts.tsx'
import { type AnyoneRequest, anyoneRoute, page, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { curlOf, exampleOf, sentExample } from './api-example.ts'

interface Shown {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly operation: ApiOperation
  /** Sent by us to another system, instead of asked of us. */
  readonly sent: boolean
}

/** Everything there is, with an anchor for each. */
const shownOf = ({ paths: asked, webhooks }: ApiDescription): readonly Shown[] => [
  ...Object.entries(asked).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId ?? path,
      method,
      path,
      operation,
      sent: false,
    })),
  ),
  ...Object.entries(webhooks).map(([kind, { post }]) => ({
    id: kind,
    method: 'post',
    path: kind,
    operation: post,
    sent: true,
  })),
]

async function show({ api, t }: AnyoneRequest) {
  const description = api?.(t.language)
  if (!description) throw new NotFound()
  const all = shownOf(description)
  const other = t.language === 'nl' ? 'en' : 'nl'
  return page(
    t('api-guide.title'),
    <>
      <a
        class="utrecht-link utrecht-link--html-a naast-other-language"
        href={`${paths.service.guide()}?lang=${other}`}
        lang={other}
        hreflang={other}
      >
        {t('api-guide.other-language')}
      </a>
      <Heading level={1}>{t('api-guide.title')}</Heading>
      <Text lead>{description.info.description}</Text>
      <p class="utrecht-paragraph">
        <Link href="/api/openapi.json">{t('api-guide.for-machines')}</Link>
      </p>
      <nav aria-labelledby="contents">
        <h2 class="utrecht-heading-2" id="contents">
          {t('api-guide.contents')}
        </h2>
        {description.tags.map(({ name, description: title }) => (
          <Contents key={name} title={title} shown={all.filter((one) => one.operation.tags.includes(name))} />
        ))}
        <Link href="#wrong">{t('api-guide.wrong')}</Link>
      </nav>
      <Heading>{t('api-guide.begin')}</Heading>
      <Text>{t('api-guide.begin-text')}</Text>
      <pre>{'NAAST=https://naast.example.nl\nKEY=naast_…'}</pre>
      {description.tags.map(({ name, description: title }) => (
        <section key={name} id={name}>
          <Heading>{title}</Heading>
          {all
            .filter((one) => one.operation.tags.includes(name))
            .map((one) => (
              <Operation key={one.id} t={t} shown={one} />
            ))}
        </section>
      ))}
      <Wrong t={t} description={description} />
    </>,
  )
}

const Contents = ({ title, shown }: { title: string; shown: readonly Shown[] }) => (
  <>
    <Text>{title}</Text>
    <ul class="naast-list">
      {shown.map(({ id, method, path, operation, sent }) => (
        <li key={id}>
          <Link href={`#${id}`}>
            <code>{sent ? path : `${method.toUpperCase()} ${path}`}</code>
          </Link>
          <br />
          {operation.summary}
        </li>
      ))}
    </ul>
  </>
)

const Operation = ({ t, shown: { id, method, path, operation, sent } }: { t: T; shown: Shown }) => {
  const { description, parameters = [], requestBody, responses } = operation
  const scopes = (operation.security ?? []).flatMap(({ key = [] }) => key)
  const [answer] = Object.values(responses).flatMap(({ content }) => jsonIn(content))
  return (
    <article>
      <h3 class="utrecht-heading-3" id={id}>
        <code>{sent ? path : `${method.toUpperCase()} ${path}`}</code>
      </h3>
      <Text>{operation.summary}</Text>
      {description && (
        <Text quiet>
          <Said text={description} />
        </Text>
      )}
      <Summary
        rows={[
          sent
            ? null
            : [
                t('api-guide.scope'),
                scopes.length > 0 ? <code>{scopes.join(', ')}</code> : t('api-guide.no-key'),
              ],
          parameters.length > 0
            ? [t('api-guide.parameters'), <Parameters key="p" t={t} all={parameters} />]
            : null,
          requestBody
            ? [
                t('api-guide.body'),
                <Content key="b" t={t} content={requestBody.content} text={requestBody.description} />,
              ]
            : null,
          [t('api-guide.answers'), <Responses key="r" t={t} responses={responses} />],
        ]}
      />
      <Text>{t(sent ? 'api-guide.example-sent' : 'api-guide.example')}</Text>
      <pre>{sent ? sentExample(operation) : curlOf(method, path, operation)}</pre>
      {answer?.properties && !answer.$ref && !sent && (
        <>
          <Text>{t('api-guide.example-answer')}</Text>
          <pre>{JSON.stringify(exampleOf(answer), null, 2)}</pre>
        </>
      )}
    </article>
  )
}

/** What stands between backticks is to be typed as it is. */
const Said = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))}</>
)

const jsonIn = (content: ApiContent = {}): readonly JsonSchema[] =>
  Object.entries(content).flatMap(([type, { schema }]) => (type.endsWith('json') && schema ? [schema] : []))

const Parameters = ({ t, all }: { t: T; all: readonly ApiParameter[] }) => (
  <ul class="naast-plain-list">
    {all.map(({ name, in: where, required, description, schema }) => (
      <li key={name}>
        <code>{name}</code>{' '}
        <span class="naast-quiet">
          {t(`api-guide.in.${where}`)}, {t(required ? 'api-guide.required' : 'api-guide.optional')}
        </span>
        <br />
        {description && <Said text={description} />}{' '}
        <span class="naast-quiet naast-breaks">{typeOf(t, schema)}</span>
      </li>
    ))}
  </ul>
)

const Responses = ({ t, responses }: { t: T; responses: ApiOperation['responses'] }) => (
  <ul class="naast-plain-list">
    {Object.entries(responses).map(([status, { description, content }]) => (
      <li key={status}>
        <code>{status}</code> {description}
        {content && Number(status) < 300 && <Content t={t} content={content} />}
      </li>
    ))}
  </ul>
)

const Content = ({ t, content, text }: { t: T; content: ApiContent; text?: string | undefined }) => {
  const [schema] = jsonIn(content)
  return (
    <>
      {text && <Text>{text}</Text>}
      <p class="utrecht-paragraph">
        <code class="naast-breaks">{Object.keys(content).join(', ')}</code>
      </p>
      {schema?.$ref && <SchemaLink to={schema.$ref} />}
      {schema?.properties && (
        <details>
          <summary>{t('api-guide.fields')}</summary>
          <Fields t={t} schema={schema} />
        </details>
      )}
    </>
  )
}

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref
const SchemaLink = ({ to }: { to: string }) => <Link href={`#${nameOf(to)}`}>{nameOf(to)}</Link>

/** The fields of an object, and of what is in it. */
const Fields = ({ t, schema }: { t: T; schema: JsonSchema }): ComponentChildren => (
  <ul class="naast-list">
    {Object.entries(schema.properties ?? {}).map(([name, of]) => {
      const inside = of.type === 'array' ? of.items : of
      return (
        <li key={name}>
          <code>{name}</code>{' '}
          <span class="naast-quiet naast-breaks">
            {typeOf(t, of)}
            {schema.required?.includes(name) ? '' : `, ${t('api-guide.optional')}`}
          </span>
          {of.description && ` ${of.description}`}
          {inside?.properties && Object.keys(inside.properties).length > 0 && (
            <Fields t={t} schema={inside} />
          )}
        </li>
      )
    })}
  </ul>
)

const formats = { uuid: 'id', date: 'date', 'date-time': 'moment', uri: 'address' } as const

function typeOf(t: T, schema: JsonSchema): string {
  if ('const' in schema) return t('api-guide.type.always', { value: String(schema.const) })
  if (schema.enum) return t('api-guide.type.one-of', { values: schema.enum.join(', ') })
  if (schema.anyOf) {
    const known = schema.anyOf.filter(({ type }) => type !== 'null')
    const of = known.map((one) => typeOf(t, one)).join(', ')
    return known.length < schema.anyOf.length ? t('api-guide.type.or-null', { of }) : of
  }
  if (schema.type === 'array') return t('api-guide.type.list', { of: typeOf(t, schema.items ?? {}) })
  const format = Object.entries(formats).find(([name]) => name === schema.format)?.[1]
  if (format) return t(`api-guide.type.${format}`)
  if (schema.pattern) return t('api-guide.type.pattern', { pattern: schema.pattern })
  if (schema.type === 'integer') return t('api-guide.type.number')
  if (schema.type === 'object') return t('api-guide.type.object')
  return t(schema.type === 'string' ? 'api-guide.type.text' : 'api-guide.type.anything')
}

const Wrong = ({ t, description }: { t: T; description: ApiDescription }) => (
  <section id="wrong">
    <Heading>{t('api-guide.wrong')}</Heading>
    <Text>{t('api-guide.wrong-text')}</Text>
    {Object.entries(description.components.schemas).map(([name, schema]) => (
      <article key={name}>
        <h3 class="utrecht-heading-3" id={name}>
          {name}
        </h3>
        <Fields t={t} schema={schema} />
      </article>
    ))}
    <Codes title={t('api-guide.problems')} codes={description['x-problems']} before="urn:naast:problem:" />
    <Codes title={t('api-guide.field-errors')} codes={description['x-field-errors']} />
    <Codes title={t('api-guide.notes')} codes={description['x-notes']} />
  </section>
)

const Codes = ({ title, codes, before }: { title: string; codes: readonly ApiCode[]; before?: string }) => (
  <>
    <Heading level={3}>{title}</Heading>
    {before && (
      <Text quiet>
        <code>{before}…</code>
      </Text>
    )}
    <dl class="naast-summary">
      {codes.map(({ code, title: words }) => (
        <div class="naast-summary__row" key={code}>
          <dt>
            <code>{code}</code>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </>
)

/** The API, for people who read: made of the same description that machines read. Anybody may. */
export const apiGuideRoutes: readonly Route[] = [anyoneRoute({ path: paths.service.guide(), get: show })]
