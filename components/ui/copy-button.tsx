"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

const SHOWN_MS = 1_500;

/** @param label what is copied, e.g. "checksum" */
export function CopyButton({ value, label, text }: { value: string; label: string; text?: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await copyText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  }
  return (
    <Button variant="ghost" size={text ? "sm" : "icon-sm"} aria-label={`Copy ${label}`} onClick={copy}>
      {copied ? <Check aria-hidden className="text-allow" /> : <Copy aria-hidden />}
      {text}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </Button>
  );
}

/** Browsers offer the clipboard only over HTTPS and on localhost; elsewhere the older way still works. */
async function copyText(text: string) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
