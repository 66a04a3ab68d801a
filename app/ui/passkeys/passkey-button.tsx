import { useLocation } from '@remix-run/react'
import { proofPath, signInPath } from '~/domain/shared/paths'
import { Button, type ButtonVariant } from '~/ui/primitives/button'
import { FormError } from '~/ui/primitives/form-errors'
import { TextLink } from '~/ui/primitives/text-link'
import type { PasskeyCeremony } from './passkey-ceremony'
import { useIsMounted } from './use-is-mounted'
import { usePasskey, type PasskeyTrouble } from './use-passkey'

interface PasskeyButtonProps extends PasskeyCeremony {
  label: string
  variant?: ButtonVariant
  className?: string
  /** What happens once it is accepted; without it the page goes on where the server says. */
  onDone?: () => void
}

/** A button that asks for a passkey and leads on; nothing without JavaScript, which passkeys need. */
export function PasskeyButton({
  label,
  variant,
  className,
  onDone,
  ...ceremony
}: PasskeyButtonProps) {
  const passkey = usePasskey()
  return (
    <PasskeyControls
      label={label}
      variant={variant}
      className={className}
      isBusy={passkey.isBusy}
      trouble={passkey.trouble}
      onPress={() => void passkey.start(ceremony, { onDone })}
    />
  )
}

interface PasskeyControlsProps {
  label: string
  variant?: ButtonVariant | undefined
  className?: string | undefined
  isBusy: boolean
  trouble: PasskeyTrouble | null
  onPress: () => void
}

/** The button itself, with what went wrong above it. */
export function PasskeyControls(props: PasskeyControlsProps) {
  const { label, variant, className, isBusy, trouble, onPress } = props
  if (!useIsMounted()) return null
  return (
    <div className="grid justify-items-start gap-3">
      {trouble ? (
        <div className="grid gap-2">
          <FormError error={trouble.messages} />
          <WayOut code={trouble.code} />
        </div>
      ) : null}
      <Button
        variant={variant ?? 'secondary'}
        icon={isBusy ? 'spinner' : 'lock'}
        className={className}
        aria-disabled={isBusy || undefined}
        onClick={isBusy ? undefined : onPress}
      >
        {isBusy ? 'Waiting for your device…' : label}
      </Button>
    </div>
  )
}

/** Where to go from a refusal that has a remedy of its own. */
function WayOut({ code }: { code: string }) {
  const { pathname, search } = useLocation()
  const to = pathname + search
  if (code === 'proof-needed') return <TextLink to={proofPath({ to })}>Confirm it is you</TextLink>
  if (code === 'signed-out') return <TextLink to={signInPath({ to })}>Sign in again</TextLink>
  if (code === 'second-step-over') return <TextLink to={signInPath()}>Sign in again</TextLink>
  return null
}
