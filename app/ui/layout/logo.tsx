/** The mark: a round that ends in a tick. Decoration; the name stands beside it. */
export function LogoMark({ className = 'h-7 w-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-[#0b5964]" />
      <g fill="none" strokeWidth="2.75" strokeLinecap="round" strokeLinejoin="round">
        <path d="M22.6 11.1A8.5 8.5 0 1 0 24.5 16" stroke="#8fd3d6" />
        <path d="M11.75 15.75l3.75 3.75 9-10.25" stroke="#fff" />
      </g>
    </svg>
  )
}

/** Mark and name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-semibold tracking-tight">
      <LogoMark />
      Wardround
    </span>
  )
}
