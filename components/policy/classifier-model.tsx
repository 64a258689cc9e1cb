"use client";

import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ClassifierInstallation } from "@/lib/change/classifier-installation";
import { OFFERED_LLM_MODELS } from "@/lib/policy/classifier-policy";
import type { Finding } from "@/lib/policy/finding";
import { ClassifierField } from "./classifier-field";
import { type ClassifierValues, OWN_ADDRESS } from "./classifier-values";

export type ClassifierPart = {
  values: ClassifierValues;
  findings: readonly Finding[];
  disabled: boolean;
  set: (more: Partial<ClassifierValues>) => void;
};

/** Who is asked, where, and how patiently. */
export const ClassifierModel = ({
  values,
  findings,
  disabled,
  set,
  installation,
}: ClassifierPart & { installation: ClassifierInstallation }) => (
  <Card id="classifier-model" title="How it is asked">
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <ClassifierField
        name="model"
        label="Model"
        description="Choose one or type its id."
        findings={findings}
        disabled={disabled}
      >
        <Input
          list="classifier-models"
          value={values.model}
          onValueChange={(model) => set({ model })}
          disabled={disabled}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
        />
      </ClassifierField>
      <datalist id="classifier-models">
        {OFFERED_LLM_MODELS.map((model) => (
          <option key={model} value={model}>
            {model}
          </option>
        ))}
      </datalist>
      <ClassifierField
        name="baseUrl"
        label="Address"
        description="Others are listed by whoever runs Gatehouse (CLASSIFIER_BASE_URLS)."
        findings={findings}
        disabled={disabled}
      >
        <Select
          options={addressesOf(installation, values.baseUrl)}
          value={values.baseUrl}
          onChange={(baseUrl) => set({ baseUrl })}
          disabled={disabled}
        />
      </ClassifierField>
      <ClassifierField
        name="timeoutMs"
        label="Time limit (ms)"
        description="For a whole decision, with its second stage and retries. Clients give up after 10,000."
        findings={findings}
        disabled={disabled}
        value={values.timeoutMs}
        onChange={(timeoutMs) => set({ timeoutMs })}
      />
      <ClassifierField
        name="maxRetries"
        label="Retries"
        description="Of a request that failed for reasons that pass: too many requests, an overload, a broken connection."
        findings={findings}
        disabled={disabled}
        value={values.maxRetries}
        onChange={(maxRetries) => set({ maxRetries })}
      />
      <ClassifierField
        name="maxConcurrent"
        label="Requests at a time"
        description="In each data plane process. Further ones wait, within the time limit."
        findings={findings}
        disabled={disabled}
        value={values.maxConcurrent}
        onChange={(maxConcurrent) => set({ maxConcurrent })}
      />
    </div>
  </Card>
);

/** One that the operator took off the list stays visible until another is chosen. */
function addressesOf({ ownBaseUrl, otherBaseUrls }: ClassifierInstallation, chosen: string) {
  const listed = otherBaseUrls.map((url) => ({ value: url, label: url }));
  const isGone = chosen !== OWN_ADDRESS && !otherBaseUrls.includes(chosen);
  return [
    { value: OWN_ADDRESS, label: "The installation's own", hint: ownBaseUrl },
    ...listed,
    ...(isGone ? [{ value: chosen, label: chosen, hint: "No longer listed: Claude cannot be asked there." }] : []),
  ];
}
