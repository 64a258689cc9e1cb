"use client";

import { useDeferredValue, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Input, Textarea } from "@/components/ui/input";
import { plural } from "@/components/ui/plural";
import { Select } from "@/components/ui/select";
import type { TrustKind } from "@/lib/policy/schemas";
import type { TrustInput } from "./draft-changes";
import { ownerIdOf, ownerOptions, type Owner } from "./owner-options";
import { parseLines, type ParsedLines } from "./parse-lines";
import { TRUST_WORDS } from "./words";

type Props = {
  kind: TrustKind;
  owners: readonly Owner[];
  me: string;
  onSubmit: (entries: TrustInput[]) => Promise<void>;
};
type Values = { values: string; reason: string; ownerId: string };

const SHOWN_FAULTS = 5;
const NOTHING: ParsedLines = { values: [], faults: [] };
const NOT_LOADED: ParsedLines = {
  values: [],
  faults: [
    { line: 1, text: "", message: "Gatehouse could not be reached to read this. Check the connection and type again." },
  ],
};

export function TrustImportForm({ kind, owners, me, onSubmit }: Props) {
  const [text, setText] = useState("");
  const parsed = useParsedLines(kind, useDeferredValue(text));
  const { one } = TRUST_WORDS[kind];

  const submit = ({ reason, ownerId }: Values) =>
    onSubmit(parsed.values.map((value) => ({ kind, value, reason, ownerId: ownerIdOf(ownerId), expiresAt: null })));

  return (
    <Form<Values> onSubmit={submit}>
      {({ pending }) => (
        <>
          <Field name="values" label={TRUST_WORDS[kind].plural} hint={<ParsedHint parsed={parsed} one={one} />}>
            <Textarea
              rows={8}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              placeholder={TRUST_WORDS[kind].example}
              spellCheck={false}
              className="font-mono"
            />
          </Field>
          <Field name="reason" label="Reason" description="The same for all of them.">
            <Input maxLength={500} autoComplete="off" />
          </Field>
          <Field name="ownerId" label="Owner">
            <Select options={ownerOptions(owners)} defaultValue={me} />
          </Field>
          <DialogActions>
            <DialogClose />
            <Button type="submit" variant="primary" pending={pending} disabled={parsed.values.length === 0}>
              {parsed.values.length === 0 ? "Add to draft" : `Add ${plural(parsed.values.length, one)}`}
            </Button>
          </DialogActions>
        </>
      )}
    </Form>
  );
}

/** The parsers come in a bundle of their own, loaded with the first paste. */
function useParsedLines(kind: TrustKind, text: string): ParsedLines {
  const [parsed, setParsed] = useState(NOTHING);
  useEffect(() => {
    let isCurrent = true;
    const parse = async () => {
      const found = await import("@/lib/policy/trust-value").then(
        ({ parseTrustValue }) => parseLines(text, (line) => parseTrustValue(kind, line)),
        () => NOT_LOADED,
      );
      if (isCurrent) setParsed(found);
    };
    void parse();
    return () => {
      isCurrent = false;
    };
  }, [kind, text]);
  return parsed;
}

const ParsedHint = ({ parsed: { values, faults }, one }: { parsed: ParsedLines; one: string }) => (
  <div role="status" className="flex flex-col gap-1 text-xs">
    {values.length > 0 ? <p className="text-allow">{plural(values.length, one)} understood.</p> : null}
    {faults.slice(0, SHOWN_FAULTS).map(({ line, text, message }) => (
      <p key={line} className="text-block wrap-anywhere">
        Line {line}, “{text}”: {message}
      </p>
    ))}
    {faults.length > SHOWN_FAULTS ? (
      <p className="text-block">{plural(faults.length - SHOWN_FAULTS, "more line")} not understood.</p>
    ) : null}
    {faults.length > 0 ? <p className="text-muted">Lines that are not understood are left out.</p> : null}
  </div>
);
