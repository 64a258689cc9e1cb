import { Fragment, type ReactNode } from "react";

/** Names and values, as a description list. Facts whose value is null are left out. */
export const Facts = ({ items }: { items: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="grid grid-cols-1 gap-x-6 gap-y-1 text-sm sm:grid-cols-[max-content_minmax(0,1fr)] sm:gap-y-2">
    {items.map(([name, value]) =>
      value === null ? null : (
        <Fragment key={name}>
          <dt className="text-muted max-sm:mt-1.5">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </Fragment>
      ),
    )}
  </dl>
);
