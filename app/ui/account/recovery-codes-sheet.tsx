import { Callout } from '../primitives/notices'
import { CopyButton } from '../primitives/copy-button'
import { LinkButton } from '../primitives/button'
import { PrintButton } from '../primitives/print-button'

interface RecoveryCodesSheetProps {
  codes: readonly string[]
  /** Whose they are, for the paper. */
  email: string
  /** Where to go once they are put away. */
  doneTo: string
}

/** New recovery codes, this once; prints as a sheet of its own. */
export function RecoveryCodesSheet({ codes, email, doneTo }: RecoveryCodesSheetProps) {
  return (
    <div className="max-w-xl">
      <Callout tone="warn" title="You see these codes only now">
        Print them or keep them in a password manager, not beside your phone. Each signs you in once
        when your second factor is lost.
      </Callout>
      <p className="mt-4 font-semibold">Recovery codes of {email} for Wardround</p>
      <ol className="mt-2 grid gap-x-8 gap-y-1 sm:grid-cols-2" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="font-mono text-md whitespace-nowrap">{code}</code>
          </li>
        ))}
      </ol>
      <div className="no-print mt-5 flex flex-wrap gap-2">
        <LinkButton to={doneTo} variant="primary">
          I have put them away
        </LinkButton>
        <PrintButton />
        <CopyButton text={codes.join('\n')}>Copy</CopyButton>
      </div>
    </div>
  )
}
