import type { ReactNode } from 'react'
import { takenKey } from '~/domain/guides/revisions/revision-inputs'
import {
  fieldLabel,
  revisionKindLabel,
  type EffectView,
  type RevisionLineView,
  type RevisionPlanView,
} from '~/domain/guides/revisions/revision-views'
import type { RevisionKind } from '~/domain/guides/revisions/revision-diff'
import { guidePath, taskPath } from '~/domain/shared/paths'
import { Badge, type Tone } from '../primitives/badge'
import { Section } from '../primitives/card'
import { Checkbox } from '../primitives/choices'
import { Disclosure } from '../primitives/disclosure'
import type { formResult } from '../primitives/form-result'
import type { IconName } from '../primitives/icon'
import { ListLink, TextLink } from '../primitives/text-link'
import { itemAnchor } from './item-card'
import { WordChanges } from './word-changes'

type FormState = ReturnType<typeof formResult>

interface RevisionLinesProps {
  lines: readonly RevisionLineView[]
  plans: readonly RevisionPlanView[]
  form: FormState
}

const kindLook: Record<RevisionKind, { tone: Tone; icon: IconName }> = {
  new: { tone: 'good', icon: 'plus' },
  changed: { tone: 'info', icon: 'edit' },
  gone: { tone: 'warn', icon: 'cancelled' },
  carried: { tone: 'neutral', icon: 'person' },
  unchanged: { tone: 'neutral', icon: 'check' },
}

const shownKinds = ['new', 'changed', 'gone'] as const
const foldedKinds = ['carried', 'unchanged'] as const

const kindNote: Record<RevisionKind, string> = {
  new: 'The guide has these now.',
  changed: 'What went is struck through, what came is underlined.',
  gone: 'The guide has these no more. Tasks of them are marked, not cancelled.',
  carried: 'People added these; they stay.',
  unchanged: 'The guide says of these what it said before.',
}

/** What became of each item, by kind; what stayed is folded away. Stands inside the form. */
export function RevisionLines({ lines, plans, form }: RevisionLinesProps) {
  const ofKind = (kind: RevisionKind) => lines.filter((line) => line.kind === kind)
  return (
    <>
      {shownKinds.map((kind) => {
        const own = ofKind(kind)
        return own.length === 0 ? null : (
          <Section
            key={kind}
            title={revisionKindLabel[kind]}
            note={own.length}
            description={kindNote[kind]}
          >
            <ul className="card divide-y divide-line">
              {own.map((line) => (
                <Line key={line.key} line={line} plans={plans} form={form} />
              ))}
            </ul>
          </Section>
        )
      })}
      {foldedKinds.map((kind) => (
        <Folded key={kind} kind={kind} lines={ofKind(kind)} />
      ))}
    </>
  )
}

function Line({
  line,
  plans,
  form,
}: { line: RevisionLineView } & Omit<RevisionLinesProps, 'lines'>) {
  const { key, kind, action, place, outcome, isDropped, changes } = line
  const look = kindLook[kind]
  return (
    <li className="grid gap-x-6 gap-y-3 p-3.5 lg:grid-cols-2">
      <div className="min-w-0">
        <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
          <Badge tone={look.tone} icon={look.icon}>
            {revisionKindLabel[kind]}
          </Badge>
          {isDropped ? <Badge icon="cancelled">Dropped</Badge> : null}
          <h3 className="min-w-0 font-semibold">
            <ItemLink line={line}>{action}</ItemLink>
          </h3>
        </div>
        <p className="mt-1 text-muted">{place}</p>
        {kind === 'changed' ? null : <p className="mt-1">{outcome}</p>}
        {changes.length > 0 ? <Changes lineKey={key} changes={changes} form={form} /> : null}
      </div>
      <Effects line={line} plans={plans} form={form} />
    </li>
  )
}

function ItemLink({ line, children }: { line: RevisionLineView; children: string }) {
  const { templateId, itemId } = line
  return (
    <ListLink
      to={`${guidePath(templateId, { item: itemId })}#${itemAnchor(itemId)}`}
      className="hover:underline"
    >
      {children}
    </ListLink>
  )
}

function Changes({
  lineKey,
  changes,
  form,
}: {
  lineKey: string
  changes: RevisionLineView['changes']
  form: FormState
}) {
  return (
    <dl className="mt-2 grid gap-2">
      {changes.map(({ field, before, after, kept, isChoice }) => (
        <div key={field}>
          <dt className="text-sm text-muted">{fieldLabel(field)}</dt>
          <dd className="min-w-0">
            <WordChanges before={before} after={after} />
            {kept === null ? null : (
              <p className="mt-1">
                <span className="text-muted">Kept, as people wrote it: </span>
                {kept}
              </p>
            )}
            {isChoice ? (
              <TakenBox name={takenKey(lineKey, field)} form={form}>
                Take the guide’s {fieldLabel(field).toLowerCase()} instead
              </TakenBox>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function TakenBox({
  name,
  form,
  children,
}: {
  name: string
  form: FormState
  children: ReactNode
}) {
  return (
    <Checkbox
      id={name}
      name="taken"
      value={name}
      defaultChecked={form.values('taken').includes(name)}
      label={children}
    />
  )
}

/** What happens to each plan, with the box that applies it. */
function Effects({
  line,
  plans,
  form,
}: { line: RevisionLineView } & Omit<RevisionLinesProps, 'lines'>) {
  const { key, action, effects } = line
  if (effects.length === 0) return null
  const isTicked = form.isReturned ? form.values('lines').includes(key) : true
  return (
    <div className="min-w-0">
      {effects.some(({ isWork }) => isWork) ? (
        <Checkbox
          id={`line-${key}`}
          name="lines"
          value={key}
          defaultChecked={isTicked}
          label={
            <>
              Apply to the plans<span className="sr-only">: {action}</span>
            </>
          }
        />
      ) : null}
      <ul className="mt-1 grid gap-2">
        {plans.map((plan) => {
          const own = effects.filter(({ planId }) => planId === plan.id)
          return own.length === 0 ? null : (
            <li key={plan.id}>
              <p className="text-sm text-muted">{plan.title}</p>
              {own.map((effect) => (
                <Effect key={effect.taskId ?? effect.sentence} effect={effect} form={form} />
              ))}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Effect({ effect, form }: { effect: EffectView; form: FormState }) {
  const { sentence, taskId, choices } = effect
  return (
    <div>
      <p>
        {sentence}
        {taskId ? (
          <>
            {' '}
            <TextLink to={taskPath(taskId)}>
              See the task<span className="sr-only">: {sentence}</span>
            </TextLink>
          </>
        ) : null}
      </p>
      {choices.map(({ name, field, kept, guide }) => (
        <div key={name} className="mt-1">
          <p>
            <span className="text-muted">{field} of the task, as people wrote it: </span>
            {kept ?? 'Nothing'}
          </p>
          <TakenBox name={name} form={form}>
            Take the guide’s instead: {guide ?? 'nothing'}
          </TakenBox>
        </div>
      ))}
    </div>
  )
}

function Folded({ kind, lines }: { kind: RevisionKind; lines: readonly RevisionLineView[] }) {
  if (lines.length === 0) return null
  return (
    <Disclosure className="mt-6" summary={`${revisionKindLabel[kind]} (${lines.length})`}>
      <p className="mb-2 text-muted">{kindNote[kind]}</p>
      <ul className="card divide-y divide-line">
        {lines.map((line) => (
          <li key={line.key} className="px-3.5 py-2">
            <ItemLink line={line}>{line.action}</ItemLink>{' '}
            <span className="text-muted">{line.place}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
