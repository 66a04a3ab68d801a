import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { ensureCan } from '~/domain/access/can'
import { auditCheckPath, auditPath } from '~/domain/shared/paths'
import { actionOnly, door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { checkAudit } from '~/services/audit/check-audit.server'
import { Section } from '~/ui/primitives/card'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { PrintButton } from '~/ui/primitives/print-button'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Check the audit log – Wardround' }]

export const loader = door(async (args) => {
  ensureCan(await requireActor(args), 'audit:read')
  return null
})

export const action = actionOnly(async (args) => {
  const { entryCount, head, isWhole, findings, furtherCount } = await checkAudit(
    await requireActor(args),
  )
  return { entryCount, head, isWhole, findings, furtherCount }
})

export default function CheckAudit() {
  const check = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title="Check the audit log"
        description="Every entry carries a hash that covers the one before it. The check computes all of them again and names what was changed, removed or inserted."
        breadcrumbs={[{ label: 'Audit log', to: auditPath() }]}
        actions={check ? <PrintButton /> : null}
      />
      <Form method="post" action={auditCheckPath()} className="no-print">
        <SubmitButton action={auditCheckPath()} icon="check-circle" pendingText="Checking …">
          {check ? 'Check again' : 'Check now'}
        </SubmitButton>
      </Form>
      {check ? <Result {...check} /> : null}
    </>
  )
}

type Check = NonNullable<ReturnType<typeof useActionData<typeof action>>>

function Result({ entryCount, head, isWhole, findings, furtherCount }: Check) {
  const count = entryCount.toLocaleString('en')
  return (
    <Section title="Result">
      {isWhole ? (
        <Callout tone="good" title="The log is whole" isAlert>
          {count} entries were checked; nothing was changed, removed or inserted.
        </Callout>
      ) : (
        <>
          <Callout tone="bad" title="The log is not whole" isAlert>
            {count} entries were checked. Somebody with access to the database changed them; the
            product itself cannot. Keep a backup as it is now, and find out who had access.
          </Callout>
          <ul className="mt-3 list-disc space-y-1 pl-5">
            {findings.map((finding) => (
              <li key={finding} className="wrap-anywhere">
                {finding}
              </li>
            ))}
            {furtherCount > 0 ? <li>And {furtherCount.toLocaleString('en')} more.</li> : null}
          </ul>
        </>
      )}
      <p className="mt-4 max-w-prose">
        Note this down outside of Wardround, with today’s date. With it,{' '}
        <code className="font-mono text-sm whitespace-nowrap">wardround audit verify --head</code>{' '}
        finds even a log that was written anew from beginning to end.
      </p>
      <p className="mt-2 font-mono text-sm wrap-anywhere">
        {head.sequence}:{head.hash}
      </p>
    </Section>
  )
}
