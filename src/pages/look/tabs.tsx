/** Parts of one thing as plain links; the one that is open is said, not only drawn. */
export const Tabs = ({
  label,
  tabs,
  current,
  within = false,
}: {
  label: string
  tabs: readonly { readonly href: string; readonly label: string }[]
  /** The `href` of the open one. */
  current: string
  /** Parts of a part: they stand quieter, close below it. */
  within?: boolean
}) => (
  <nav class={within ? 'naast-tabs naast-tabs--within' : 'naast-tabs'} aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The steps of a task in their order. `at` counts from 0; what comes before it is done. */
export const Steps = ({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) => (
  <ol class="naast-stages" aria-label={label}>
    {steps.map((step, index) => (
      <li
        key={step}
        data-state={index < at ? 'done' : index > at ? 'to-come' : 'now'}
        aria-current={index === at ? 'step' : undefined}
      >
        {step}
      </li>
    ))}
  </ol>
)
