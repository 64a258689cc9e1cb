/** The colour of a series beside its name; never the only mark. */
export const Swatch = ({ colour }: { colour: string }) => (
  <span
    aria-hidden
    className="inline-block size-2.5 shrink-0 rounded-[3px] border border-line-strong/40"
    style={{ background: colour }}
  />
);
