import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Table, TBody, Td, THead, Tr } from "./table";

type Props = ComponentProps<typeof Table> & {
  /** Headings of the columns; on a narrow screen they are only heard. */ head: ReactNode;
};

/** A table whose rows become small cards on a narrow screen, so that nothing is cut off or has to be scrolled to. */
export const StackedTable = ({ head, children, className, ...props }: Props) => (
  <Table className={cn("max-md:block", className)} {...props}>
    <THead className="max-md:sr-only">
      <Tr>{head}</Tr>
    </THead>
    <TBody className="max-md:block">{children}</TBody>
  </Table>
); // prettier-ignore

/** As a card: cells two by two, the second at the right. */
export const StackedRow = ({ className, ...props }: ComponentProps<typeof Tr>) => (
  <Tr
    className={cn(
      "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-start max-md:gap-x-3 max-md:gap-y-1.5 max-md:px-3 max-md:py-2.5",
      className,
    )}
    {...props}
  />
);

type CellProps = ComponentProps<typeof Td> & {
  /** Name of the column: on a card it stands at the left of a line of its own, with the value at the right. */
  label?: string;
};

export const StackedCell = ({ label, className, ...props }: CellProps) => (
  <Td
    data-label={label}
    className={cn(
      "max-md:min-w-0 max-md:p-0",
      label &&
        "max-md:col-span-2 max-md:flex max-md:items-center max-md:justify-between max-md:gap-3 max-md:before:shrink-0 max-md:before:text-xs max-md:before:text-muted max-md:before:content-[attr(data-label)]",
      className,
    )}
    {...props}
  />
);
