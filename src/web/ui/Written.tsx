/** Words that people wrote, told to be Chinese where they are, whatever the reader's language. */
export const Written = ({ text, title, className }: { readonly text: string; readonly title?: string; readonly className?: string }) => (
  <span lang={/\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined} title={title} className={className}>
    {text}
  </span>
)
