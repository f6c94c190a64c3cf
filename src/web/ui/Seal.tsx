/** The mark of the product: a seal in vermilion paste. Drawing only. */
export const Seal = ({ size }: { size: number }) => (
  <svg className="seal" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect x="1" y="1" width="30" height="30" rx="3" className="seal-paste" />
    <path d="M8 8h16M8 13h16M8 24h16M16 8v16M10 18h12" className="seal-cut" />
  </svg>
)
