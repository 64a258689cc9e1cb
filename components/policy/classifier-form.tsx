"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import type { ClassifierInstallation } from "@/lib/change/classifier-installation";
import type { ClassifierPolicy } from "@/lib/policy/classifier-policy";
import type { Finding } from "@/lib/policy/finding";
import { ChoiceList } from "./choice-list";
import { ClassifierLimits } from "./classifier-limits";
import { ClassifierModel } from "./classifier-model";
import { type ClassifierValues, inputOf, valuesOf } from "./classifier-values";
import { PROBE_WORDS, UNAVAILABLE_WORDS, WHEN_WORDS } from "./classifier-words";
import { useDraft } from "./draft-provider";
import { FindingsList } from "./findings-list";

type Props = {
  classifier: ClassifierPolicy;
  installation: ClassifierInstallation;
  findings: readonly Finding[];
  mayEdit: boolean;
};

/** What was typed onto which state of the draft. */
type Typed = { onto: string; values: ClassifierValues; isSent: boolean };

export function ClassifierForm({ classifier, installation, findings, mayEdit }: Props) {
  const { edit } = useDraft();
  const saved = valuesOf(classifier);
  const onto = JSON.stringify(saved);
  const [typed, setTyped] = useState<Typed | null>(null);
  // Another state has come, also by saving: what was typed onto the one before is done with.
  if (typed !== null && typed.onto !== onto) setTyped(null);
  const values = typed?.values ?? saved;
  const isDirty = typed !== null && !typed.isSent && JSON.stringify(values) !== onto;
  const set = (more: Partial<ClassifierValues>) => setTyped({ onto, values: { ...values, ...more }, isSent: false });

  async function save() {
    if (!isDirty) return;
    await edit({ type: "classifier", ...inputOf(values) });
    setTyped({ onto, values, isSent: true });
    toast.undoable("The classifier's settings are saved to the draft.", () => {
      edit({ type: "classifier", ...classifier }).catch(toast.failed);
    });
  }

  const given = { values, findings, disabled: !mayEdit, set };
  const choice = <F extends "when" | "whenUnavailable" | "probe">(field: F) => ({
    value: values[field],
    disabled: !mayEdit,
    onChange: (value: ClassifierValues[F]) => set({ [field]: value }),
  });
  const of = (field: keyof ClassifierPolicy["llm"]) =>
    findings.filter(({ path }) => path === `/classifier/llm/${field}`);
  return (
    <Form onSubmit={save} aria-label="Classifier" className="gap-5">
      {({ pending, forget }) => (
        <>
          <Card
            id="classifier-when"
            title="When Claude is asked"
            description="It reads the developer's messages, the tool calls and the instruction files; never what Claude wrote, nor what tools printed."
          >
            <div className="flex flex-col gap-4">
              <ChoiceList label="Claude is asked" name="llm.when" choices={WHEN_WORDS} {...choice("when")} />
              {of("when").length > 0 ? <FindingsList label="About when Claude is asked" findings={of("when")} /> : null}
              <ChoiceList
                label="Where Claude is needed and cannot be asked"
                name="llm.whenUnavailable"
                choices={UNAVAILABLE_WORDS}
                {...choice("whenUnavailable")}
              />
              {of("whenUnavailable").length > 0 ? (
                <FindingsList label="About Claude being unavailable" findings={of("whenUnavailable")} />
              ) : null}
            </div>
          </Card>
          <Card
            id="classifier-probe"
            title="What tools bring back"
            description="Files, pages and other results are looked at for text that tries to instruct the agent. They are never held back; the agent is warned."
          >
            <ChoiceList label="They are looked at by" name="probe.llm" choices={PROBE_WORDS} {...choice("probe")} />
          </Card>
          <ClassifierModel {...given} installation={installation} />
          <ClassifierLimits {...given} />
          {mayEdit ? (
            <footer className="flex flex-wrap items-center justify-end gap-2">
              <p role="status" className="mr-auto text-sm text-ask">
                {isDirty ? "Not saved yet." : null}
              </p>
              <Button
                aria-disabled={!isDirty}
                disabled={pending}
                onClick={() => {
                  setTyped(null);
                  forget();
                }}
              >
                Reset
              </Button>
              <Button type="submit" variant="primary" pending={pending} aria-disabled={!isDirty}>
                Save to draft
              </Button>
            </footer>
          ) : null}
        </>
      )}
    </Form>
  );
}
