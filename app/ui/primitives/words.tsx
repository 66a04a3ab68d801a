/** Text that people wrote: line breaks are kept, long words break. */
export function PlainText({ children }: { children: string }) {
  return <p className="text-md whitespace-pre-line">{children}</p>
}
