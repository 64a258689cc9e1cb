"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Finding } from "@/lib/policy/finding";
import { FindingNote } from "./finding-note";

type Props = {
  /** Below `llm`, as the API names it in its errors. */
  name: string;
  label: string;
  description?: ReactNode;
  findings: readonly Finding[];
  /** In place of a number as typed. */
  children?: ReactNode;
  value?: string;
  placeholder?: string;
  disabled: boolean;
  onChange?: (value: string) => void;
};

/** One setting with what the linter says about it as saved. Bounds are the server's to tell, in words. */
export const ClassifierField = ({ name, label, description, findings, children, onChange, ...input }: Props) => {
  const own = findings.filter(({ path }) => path === `/classifier/llm/${name.replaceAll(".", "/")}`);
  return (
    <Field
      name={`llm.${name}`}
      label={label}
      description={description}
      hint={own.map((finding) => (
        <FindingNote key={finding.code} finding={finding} />
      ))}
    >
      {children ?? <Input type="number" step="any" min={0} autoComplete="off" onValueChange={onChange} {...input} />}
    </Field>
  );
};
