import type { TemplateWarning } from '~/domain/guides/template-views'
import { Disclosure } from '../primitives/disclosure'
import { Callout } from '../primitives/notices'

/** Warnings that stand open; more are one click away. */
const openWarnings = 5

/** What the importer could not settle, with the lines of the text it is about. */
export function TemplateWarnings({ warnings }: { warnings: readonly TemplateWarning[] }) {
  if (warnings.length === 0) return null
  const title = warnings.length === 1 ? 'One thing to check' : `${warnings.length} things to check`
  return (
    <Callout tone="warn" title={title}>
      <WarningList warnings={warnings.slice(0, openWarnings)} />
      {warnings.length > openWarnings ? (
        <Disclosure summary={`${warnings.length - openWarnings} more`}>
          <WarningList warnings={warnings.slice(openWarnings)} />
        </Disclosure>
      ) : null}
    </Callout>
  )
}

function WarningList({ warnings }: { warnings: readonly TemplateWarning[] }) {
  return (
    <ul>
      {warnings.map(({ line, message, text }, index) => (
        <li key={index}>
          {line === null ? null : <span className="tabular font-medium">Line {line}: </span>}
          {text ? <q>{text}</q> : null} {message}
        </li>
      ))}
    </ul>
  )
}
